using Yakuba.Platform;
using Yakuba.Platform.Accounts.Sections;

namespace Yakuba.Office.Library.Exporting;

/// <summary>A reorganisation that was done, taken back, or waits for its day, with each thing that it changed.</summary>
internal sealed record ExportedReorganisation(
    long Number,
    string State,
    ExportedRequest Request,
    ExportedStep Made,
    IReadOnlyList<ExportedSectionChange> Sections,
    IReadOnlyList<ExportedBelonging> People,
    IReadOnlyList<ExportedMove> Documents)
{
    /// <summary>When it was done.</summary>
    public string? DoneAt { get; init; }

    /// <summary>When and by whom it was taken back, cancelled or refused.</summary>
    public ExportedStep? Ended { get; init; }

    /// <summary>Why it could not be done on its day.</summary>
    public string? Problem { get; init; }

    /// <summary>Everybody whom it names.</summary>
    internal IEnumerable<string> Names() => People.Select(p => p.Account).Append(Made.By).Append(Ended?.By ?? "");
}

/// <summary>What was asked. Documents by id, since numbers of versions belong to a store.</summary>
internal sealed record ExportedRequest(
    string Kind, IReadOnlyList<string> From, string Into, string Name, string Kana, string Day, IReadOnlyList<string> Documents, IReadOnlyList<string> UserNames);

/// <summary>A section before and after; before is left out for one that it made.</summary>
internal sealed record ExportedSectionChange(ExportedSectionState Becomes)
{
    /// <summary>As it was.</summary>
    public ExportedSectionState? Was { get; init; }
}

/// <summary>A section as it was at a moment.</summary>
internal sealed record ExportedSectionState(string Code, string Name, string Kana, string Parent, IReadOnlyList<string> OldNames, string Contact, string Successor)
{
    /// <summary>First day.</summary>
    public string? ValidFrom { get; init; }

    /// <summary>Last day.</summary>
    public string? ValidTo { get; init; }

    internal static ExportedSectionState Of(Section section) =>
        new(section.Code, section.Name, section.Kana, section.Parent, section.OldNames, section.Contact, section.Successor) { ValidFrom = section.ValidFrom?.ToStore(), ValidTo = section.ValidTo?.ToStore() };

    internal Section ToSection() => new(Code, Name, Kana, Parent, Day(ValidFrom), Day(ValidTo), OldNames, Contact) { Successor = Successor };

    private static DateOnly? Day(string? day) => day is null ? null : JapanTime.DateFromStore(day);
}

/// <summary>The sections of a person before and after.</summary>
internal sealed record ExportedBelonging(string Account, IReadOnlyList<string> Was, IReadOnlyList<string> Becomes);

/// <summary>Where a document belonged before and after.</summary>
internal sealed record ExportedMove(string Document, ExportedPlace Was, ExportedPlace Becomes);

/// <summary>Where a document belongs.</summary>
internal sealed record ExportedPlace(string Section, IReadOnlyList<string> Readers, string SourceKey);

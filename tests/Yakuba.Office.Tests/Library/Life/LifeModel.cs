using Yakuba.Office.Library;

namespace Yakuba.Office.Tests.Library.Life;

/// <summary>What the life of documents is meant to be, said as simply as it can be: no column is worked out ahead, each question is answered from what was done.</summary>
internal sealed class LifeModel
{
    /// <summary>All versions that are there, in the order of filing.</summary>
    internal List<Life> Versions { get; } = [];

    /// <summary>The one rule: a published version is current from its first day to its last, until it is retired or a newer version that was ever published has begun.</summary>
    internal bool IsCurrent(Life version, DateOnly day) => version.State == VersionState.Published && Holds(version, day);

    /// <summary>True when the days of a version, whatever its state, leave it standing.</summary>
    internal bool Holds(Life version, DateOnly day) =>
        version.State != VersionState.Retired
        && (Start(version) is not { } first || first <= day)
        && (version.To is not { } last || day <= last)
        && (version.RetiredFrom is not { } end || day < end)
        && !(WasShown(version) && Versions.Any(n => n.Document == version.Document && n.Number > version.Number && WasShown(n) && (n.From ?? n.PublishedOn) <= day));

    internal void Publish(Life version, DateOnly? from, DateOnly today)
    {
        if (from > today && !(version.From > from))
        {
            version.From = from;
        }

        version.State = VersionState.Published;
        version.PublishedOn = today;
        version.IsConfirmed = true;
    }

    internal void Withdraw(Life version) => (version.State, version.PublishedOn, version.RetiredFrom, version.IsConfirmed) = (VersionState.Draft, null, null, false);

    internal void Retire(Life version, DateOnly from, DateOnly today) => (version.RetiredFrom, version.State) = (from, from > today ? version.State : VersionState.Retired);

    internal void UndoRetire(Life version) => (version.RetiredFrom, version.State) =
        (null, version.PublishedOn is not null ? VersionState.Published : version.IsConfirmed ? VersionState.Confirmed : VersionState.Draft);

    /// <summary>What a version had replaced does not come back because its successor is gone: it ends where that began.</summary>
    internal void Delete(Life version)
    {
        foreach (var older in Versions.Where(v => WasShown(version) && v.Document == version.Document && v.Number < version.Number && v.PublishedOn is not null))
        {
            var last = (version.From ?? version.PublishedOn)!.Value.AddDays(-1);
            older.To = older.To < last ? older.To : last;
        }

        Versions.Remove(version);
    }

    // Without a stated day a version that replaces another begins when it was published; the first one has always been there.
    private DateOnly? Start(Life version) =>
        version.From ?? (WasShown(version) && Versions.Any(o => o.Document == version.Document && o.Number < version.Number && o.PublishedOn is not null) ? version.PublishedOn : null);

    private static bool WasShown(Life version) => version.PublishedOn is not null && version.State is VersionState.Published or VersionState.Retired;
}

/// <summary>One version as the model knows it.</summary>
/// <param name="document">Its document, by topic.</param>
/// <param name="number">Its number.</param>
internal sealed class Life(string document, uint number)
{
    internal string Document { get; } = document;

    internal uint Number { get; } = number;

    internal VersionState State { get; set; }

    internal DateOnly? From { get; set; }

    internal DateOnly? To { get; set; }

    internal DateOnly? PublishedOn { get; set; }

    internal DateOnly? RetiredFrom { get; set; }

    internal bool IsConfirmed { get; set; }

    public override string ToString() => $"{Document} {Number} {State} {From}–{To} published {PublishedOn} retired {RetiredFrom}";
}

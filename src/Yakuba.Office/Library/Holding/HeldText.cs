using Yakuba.Platform.Privacy.Gate;
using Yakuba.Privacy;

namespace Yakuba.Office.Library.Holding;

/// <summary>What in a version may not come into the index.</summary>
/// <param name="Kinds">What was found, each kind once.</param>
/// <param name="Ordinals">Passages it stands in; <see cref="Title"/> for the title.</param>
internal sealed record HeldText(IReadOnlyList<PersonalKind> Kinds, IReadOnlyList<int> Ordinals)
{
    /// <summary>Stands for the title among the ordinals.</summary>
    internal const int Title = -1;

    /// <summary>Value of <c>version.indexed</c> while a version is held.</summary>
    internal const long Held = 2;

    /// <summary>What people read: 個人番号、氏名.</summary>
    internal string Words => string.Join("、", Kinds.Select(kind => kind.Japanese()));

    /// <summary>What of these texts may not come into the index; null when all may.</summary>
    /// <param name="outgoing">The gate, with the rules of imports.</param>
    /// <param name="texts">By ordinal.</param>
    internal static HeldText? Find(Outgoing outgoing, IEnumerable<(int Ordinal, string Text)> texts)
    {
        var found = texts.Select(t => (t.Ordinal, Data: outgoing.Stopping(t.Text))).Where(t => t.Data.Count > 0).ToList();
        return found.Count == 0 ? null : new([.. found.SelectMany(f => f.Data).Select(d => d.Kind).Distinct().Order()], [.. found.Select(f => f.Ordinal)]);
    }

    /// <summary>A passage as it is looked at: a label may stand in its heading, or in the question before it.</summary>
    internal static string Of(IEnumerable<string> headings, string question, string text) => string.Join('\n', [.. headings, question, text]);
}

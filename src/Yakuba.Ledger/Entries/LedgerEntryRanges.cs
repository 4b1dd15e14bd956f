namespace Yakuba.Ledger;

/// <summary>The ranges that <see cref="LedgerEntry"/> documents.</summary>
internal static class LedgerEntryRanges
{
    /// <returns>A sentence for each value out of range; empty when the entry may be written.</returns>
    internal static IReadOnlyList<string> Faults(LedgerEntry entry)
    {
        var faults = new List<string>();
        Demand(entry.Time.Offset == TimeSpan.Zero, "time must be UTC.");
        Demand(IsText(entry.Actor, 1, 200), "actor must have 1 to 200 characters.");
        Demand(entry.Roles.Count <= 32 && entry.Roles.All(role => IsText(role, 1, 64)), "roles: at most 32 of 1 to 64 characters.");
        Demand(IsKebab(entry.Action), "action must be a kebab-case name of 1 to 64 characters.");
        Demand(entry.Request.Length is >= 1 and <= 64 && entry.Request.All(c => c is > ' ' and < '\x7f'), "request must have 1 to 64 visible ASCII characters.");
        Demand(entry.Model is null || IsText(entry.Model.Name, 1, 200), "model name must have 1 to 200 characters.");
        Demand(entry.Prompt is null || IsText(entry.Prompt, 1, 64), "prompt must have 1 to 64 characters.");
        Demand(entry.Policy is null || IsText(entry.Policy, 1, 64), "policy must have 1 to 64 characters.");
        Demand(entry.Passages.Count <= 64 && entry.Passages.All(p => IsText(p.Id, 1, 200) && IsText(p.Label, 1, 64)), "passages: at most 64, id 1 to 200 and label 1 to 64 characters.");
        Demand(entry.Verdicts.Count <= 128 && entry.Verdicts.All(v => IsText(v.Check, 1, 64) && IsText(v.Outcome, 1, 64) && IsText(v.Reason, 0, 400)), "verdicts: at most 128, check and outcome 1 to 64, reason at most 400 characters.");
        Demand(entry.Commitments.Count <= 16 && entry.Commitments.Keys.All(IsKebab), "commitments: at most 16 with kebab-case names.");
        Demand(entry.Facts.Count <= 64 && entry.Facts.All(fact => IsKebab(fact.Key) && IsText(fact.Value, 0, 2_000)), "facts: at most 64 with kebab-case names and at most 2,000 characters.");
        return faults;

        void Demand(bool holds, string fault)
        {
            if (!holds)
            {
                faults.Add(fault);
            }
        }
    }

    private static bool IsText(string text, int least, int most) =>
        text.Length >= least && text.Length <= most && !LoneSurrogate.IsIn(text);

    private static bool IsKebab(string name) =>
        name.Length is >= 1 and <= 64
        && char.IsAsciiLetterLower(name[0])
        && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}

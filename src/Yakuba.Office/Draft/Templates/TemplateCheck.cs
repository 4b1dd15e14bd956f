using System.Text.RegularExpressions;
using Yakuba.Office.Draft.Text;
using Yakuba.Platform;

namespace Yakuba.Office.Draft.Templates;

/// <summary>Whether a template can be worked with: every field that its lines name is one that it asks for or that the house knows.</summary>
public static partial class TemplateCheck
{
    private const int LongestName = 30;
    private const int MostSlots = 40;
    private const int LongestTemplate = 20_000;

    /// <summary>Fields that every template may name without asking for them.</summary>
    public static IReadOnlyList<string> HouseFields { get; } = ["団体名", "団体の長", "団体種", "団体略", "課名", "課略", "連絡先", "担当者"];

    /// <summary>Fields of the number besides those of the house.</summary>
    public static IReadOnlyList<string> NumberFields { get; } = ["番号", "年度", "年"];

    /// <summary>What is wrong with a template; null when nothing is.</summary>
    public static Problem? Of(DraftTemplate template)
    {
        if (!Key().IsMatch(template.Key) || template.Name.Trim().Length is 0 or > LongestName)
        {
            return DraftProblems.TemplateName.With(template.Key.Length > LongestName ? "" : template.Key);
        }

        if (!Enum.IsDefined(template.Form) || template.Slots.Any(s => !Enum.IsDefined(s.Kind)) || Words(template).Any(w => w.Any(char.IsControl)))
        {
            return DraftProblems.TemplateValue.With(template.Name);
        }

        if (template.Slots.Count > MostSlots || template.Slots.FirstOrDefault(s => s.Name.Trim().Length is 0 or > LongestName || s.Name.IndexOfAny(['{', '}', '|', '\n']) >= 0) is not null)
        {
            return DraftProblems.TemplateSlot.With(template.Name);
        }

        if (template.Slots.GroupBy(s => s.Name).FirstOrDefault(g => g.Count() > 1 || HouseFields.Contains(g.Key))?.Key is { } twice)
        {
            return DraftProblems.TemplateSlotTwice.With($"{template.Name}: {twice}");
        }

        if (PartRoles.All.SelectMany(template.LinesOf).Sum(l => l.Length) > LongestTemplate)
        {
            return DraftProblems.TemplateTooLong.With(template.Name);
        }

        var known = template.Slots.Select(s => s.Name).Concat(HouseFields).ToHashSet(StringComparer.Ordinal);
        var unknown = PartRoles.All
            .SelectMany(role => template.LinesOf(role).Select(line => (Place: role.ToName(), Line: line, Known: known)))
            .Append((Place: "番号", Line: template.Number, Known: [.. HouseFields, .. NumberFields]))
            .SelectMany(l => Unknown(l.Line, l.Known).Select(name => $"{l.Place}の{{{name}}}"))
            .ToList();
        return unknown.Count > 0 ? DraftProblems.TemplateUnknownField.With($"{template.Name}: {string.Join("、", unknown)}")
            : template.Number.Length > 0 && !template.Number.Contains("{番号}", StringComparison.Ordinal) ? DraftProblems.NumberPattern.With($"{template.Name}: {template.Number}")
            : null;
    }

    private static IEnumerable<string> Words(DraftTemplate template) =>
        [template.Name, template.Use, template.Number, template.Honorific, .. PartRoles.All.SelectMany(template.LinesOf), .. template.Slots.SelectMany(s => new[] { s.Name, s.Hint, s.Example })];

    /// <summary>Names of fields that nothing fills, and braces that belong to no field.</summary>
    internal static IEnumerable<string> Unknown(string line, IReadOnlySet<string> known) => DraftTemplate.Cut(line)
        .Where(p => p.IsField ? !known.Contains(p.Text) : p.Text.IndexOfAny(['{', '}']) >= 0)
        .Select(p => p.Text);

    [GeneratedRegex("^[a-z][a-z0-9-]{0,29}$")]
    private static partial Regex Key();
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Yakuba.Legislation;

/// <summary>One step of a path.</summary>
/// <param name="Kind">What the step goes into.</param>
/// <param name="Name">Normal form with half-width digits: 第12条の2, 第1項, 第3号, イ, (1), 附則, 附則(平成12年条例第5号), 別表第1.</param>
public sealed record ProvisionStep(ProvisionKind Kind, string Name);

/// <summary>The place of a provision as a clerk writes it: 第12条の2第1項第3号イ, 附則第2項, 別表第1, 第2章第1節.</summary>
/// <remarks>A path to an article leaves out the 章 that it stands in: the numbers of articles run through the whole 本則.</remarks>
public sealed partial record ProvisionPath(ImmutableArray<ProvisionStep> Steps)
{
    /// <summary>The whole enactment.</summary>
    public static ProvisionPath Root { get; } = new([]);

    /// <summary>The provision that holds this one; the root holds itself.</summary>
    public ProvisionPath Parent => Steps.IsEmpty ? this : new(Steps.RemoveAt(Steps.Length - 1));

    /// <summary>The path one step further in.</summary>
    public ProvisionPath Below(ProvisionStep step) => new(Steps.Add(step));

    /// <summary>The path up to and with its step of a kind; null when it has none.</summary>
    public ProvisionPath? UpTo(ProvisionKind kind)
    {
        var last = -1;
        for (var i = 0; i < Steps.Length; i++)
        {
            last = Steps[i].Kind == kind ? i : last;
        }

        return last < 0 ? null : new(Steps[..(last + 1)]);
    }

    /// <summary>A numbered step in normal form: Numbered(Article, 12_2) is 第12条の2. For 編 to 号.</summary>
    public static ProvisionStep Numbered(ProvisionKind kind, ProvisionNumber number)
    {
        var unit = kind switch
        {
            <= ProvisionKind.Article => "編章節款目条"[(int)kind].ToString(),
            ProvisionKind.Paragraph => "項",
            _ => "号",
        };
        var name = Written(number.IsNone ? [0] : number.Parts, unit); // A number beyond all bounds leads nowhere.
        return new(kind, number.IsRange ? $"{name}から{Written(number.Through, unit)}まで" : name);
    }

    /// <summary>Reads a path in any writing of numbers: 第十二条の二第１項三号イ, 12条の2, 附則第二項, 別表第一.</summary>
    /// <returns>Null when the text is no path.</returns>
    public static ProvisionPath? Parse(string text)
    {
        var rest = Blanks.Without(text);
        var steps = ImmutableArray.CreateBuilder<ProvisionStep>();
        if (Annexed().Match(rest) is { Success: true } annexed)
        {
            var kind = annexed.Groups["supplement"].Success ? ProvisionKind.Supplement : annexed.Value.Contains("様式", StringComparison.Ordinal) ? ProvisionKind.Form : ProvisionKind.Appendix;
            steps.Add(new(kind, Normal(annexed.Value)));
            rest = rest[annexed.Length..];
        }

        while (rest.Length > 0)
        {
            var (step, length) = Step(rest, steps.Count > 0 ? steps[^1].Kind : null);
            if (step is null)
            {
                return null;
            }

            steps.Add(step);
            rest = rest[length..];
        }

        return steps.Count > 0 ? new(steps.DrainToImmutable()) : null;
    }

    /// <summary>The text form; empty for the root.</summary>
    public override string ToString() => string.Concat(Steps.Select(s => s.Name));

    /// <summary>Same steps.</summary>
    public bool Equals(ProvisionPath? other) => other is not null && Steps.AsSpan().SequenceEqual(other.Steps.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => Steps.Aggregate(Steps.Length, (hash, step) => HashCode.Combine(hash, step.Name));

    /// <summary>Kanji and full-width digits and brackets of a name as half-width: 別表第一 → 別表第1.</summary>
    internal static string Normal(string name) =>
        NumberRun().Replace(name, m => LegalNumeral.Read(m.Value) is { } n ? n.ToString(CultureInfo.InvariantCulture) : m.Value).Replace('（', '(').Replace('）', ')');

    /// <summary>(１) and （1） → (1); ⑴ likewise.</summary>
    internal static string NormalMark(string mark) =>
        Mark.Read(mark) is [{ Family: MarkFamily.Bracketed } one, ..] ? $"({string.Join('の', one.Number.Parts)})"
        : string.Concat(mark.Select(c => c is (>= '！' and <= '～') ? (char)(c - '！' + '!') : c));

    private static (ProvisionStep? Step, int Length) Step(string rest, ProvisionKind? above)
    {
        if (NumberedStep().Match(rest) is { Success: true } match)
        {
            var kind = "編章節款目条項号".IndexOf(match.Groups["unit"].Value, StringComparison.Ordinal);
            var first = LineShape.NumberOf(match.Groups["first"].Value);
            var last = match.Groups["last"] is { Success: true } end ? LineShape.NumberOf(end.Value) : first;
            return first.IsNone || last.IsNone ? default : (Numbered((ProvisionKind)kind, ProvisionNumber.Range(first, last)), match.Length);
        }

        var next = above is >= ProvisionKind.Item and < ProvisionKind.Subitem6 ? above.Value + 1 : default;
        return next != default && MarkStep().Match(rest) is { Success: true } mark ? (new ProvisionStep(next, NormalMark(mark.Value)), mark.Length) : default;
    }

    private static string Written(ImmutableArray<int> parts, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"第{parts[0]}{unit}") + string.Concat(parts.Skip(1).Select(p => string.Create(CultureInfo.InvariantCulture, $"の{p}")));

    private const string N = "[〇一二三四五六七八九十百千0-9０-９]{1,9}";

    [GeneratedRegex("^第?(?<first>" + N + "(?<unit>[編章節款目条項号])(?:[のノ]" + N + @"){0,4})(?:から第?(?<last>" + N + @"\k<unit>(?:[のノ]" + N + "){0,4})まで)?")]
    private static partial Regex NumberedStep();

    [GeneratedRegex(@"^(?:[（(][^（()）]{1,6}[）)]|[①-⑳⑴-⒇]|[ァ-ヺｦ-ﾝ](?:の" + N + ")?|[a-zａ-ｚ]|[ⅰ-ⅹ]|[〇一二三四五六七八九十百]{1,5})")]
    private static partial Regex MarkStep();

    [GeneratedRegex("^(?:(?<supplement>附則(?:[（(][^（()）]{1,60}[）)])?(?:その[0-9]{1,3})?)|(?:別表|別図|別記|別紙|別添|付録|附録)(?:様式)?(?:第?" + N + "(?:号様式|号)?)?(?:の" + N + "(?![条項]))?|様式(?:第?" + N + "号?)?(?:の" + N + ")?|第" + N + "号(?:の" + N + ")?様式(?:の" + N + ")?)")]
    private static partial Regex Annexed();

    [GeneratedRegex("[〇一二三四五六七八九十百千０-９]+")]
    private static partial Regex NumberRun();
}

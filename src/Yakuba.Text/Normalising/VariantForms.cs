using System.Collections.Frozen;

namespace Yakuba.Text;

/// <summary>Old and variant forms of kanji (國, 澤, 髙, 﨑, 𠮷) and the form by which they are compared (国, 沢, 高, 崎, 吉).</summary>
/// <remarks>The table is <c>variant-forms.txt</c> inside the assembly, written for this project.</remarks>
internal static class VariantForms
{
    private static readonly FrozenDictionary<int, int> s_forms = Read();

    /// <summary>The form to compare by; the code point itself for most.</summary>
    internal static int Fold(int code) => s_forms.GetValueOrDefault(code, code);

    private static FrozenDictionary<int, int> Read()
    {
        using var stream = typeof(VariantForms).Assembly.GetManifestResourceStream("variant-forms.txt")
            ?? throw new InvalidOperationException("the assembly lacks variant-forms.txt");
        using var reader = new StreamReader(stream);
        var forms = new Dictionary<int, int>();
        while (reader.ReadLine() is { } line)
        {
            if (line[0] != '#')
            {
                var letters = line.EnumerateRunes().ToList();
                letters[1..].ForEach(variant => forms.Add(variant.Value, letters[0].Value));
            }
        }

        return forms.ToFrozenDictionary();
    }
}

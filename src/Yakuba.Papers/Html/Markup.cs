using System.Globalization;
using System.Text;

namespace Yakuba.Papers;

/// <summary>Text of an HTML file as it grows. All that comes from a paper is escaped here.</summary>
internal sealed class Markup
{
    private readonly StringBuilder _text = new();

    /// <summary>Markup of our own, as it is.</summary>
    internal Markup Tag(string markup)
    {
        _text.Append(markup);
        return this;
    }

    /// <summary>Text of the paper.</summary>
    internal Markup Text(string text)
    {
        foreach (var c in PrintableText.Of(text))
        {
            _ = c switch
            {
                '&' => _text.Append("&amp;"),
                '<' => _text.Append("&lt;"),
                '>' => _text.Append("&gt;"),
                '"' => _text.Append("&quot;"),
                '\n' => _text.Append("<br>"),
                '\t' => _text.Append("<span class=\"tab\">　</span>"),
                _ => _text.Append(c),
            };
        }

        return this;
    }

    /// <summary>An attribute with text of the paper.</summary>
    internal Markup Attribute(string name, string value)
    {
        _text.Append(' ').Append(name).Append("=\"");
        Text(PrintableText.OneLine(value));
        _text.Append('"');
        return this;
    }

    /// <summary>A number as CSS writes it.</summary>
    internal static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}

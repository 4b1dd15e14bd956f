using System.Globalization;
using System.Xml.Linq;

namespace Yakuba.Papers;

/// <summary>Elements and attributes of WordprocessingML.</summary>
internal static class Word
{
    internal static readonly XNamespace Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    internal static readonly XNamespace Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>An element with what stands in it: attributes, elements, lists of them; null is left out.</summary>
    internal static XElement E(string name, params object?[] content) => new(Main + name, content);

    internal static XAttribute A(string name, string value) => new(Main + name, value);

    internal static XAttribute A(string name, int value) => new(Main + name, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>An element whose whole word is its value.</summary>
    internal static XElement V(string name, string value) => E(name, A("val", value));

    internal static XElement V(string name, int value) => E(name, A("val", value));

    /// <summary>Twentieths of a point.</summary>
    internal static int Twips(double points) => (int)Math.Round(points * 20, MidpointRounding.AwayFromZero);

    internal static int TwipsOfMillimetres(double millimetres) => Twips(millimetres * 72 / 25.4);

    /// <summary>The whole of a part, with the names that it uses.</summary>
    internal static XDocument Part(string root, params object?[] content) =>
        new(new XDeclaration("1.0", "UTF-8", "yes"), E(root, new XAttribute(XNamespace.Xmlns + "w", Main), new XAttribute(XNamespace.Xmlns + "r", Relations), content));

    /// <summary>w:ind of so many characters: in characters, which Word takes, and in twips, which others take.</summary>
    internal static XElement Indent(double left, double first, double right, double pitch)
    {
        var indent = E("ind");
        Length("left", left);
        Length("right", right);
        Length(first < 0 ? "hanging" : "firstLine", Math.Abs(first));
        return indent;

        void Length(string side, double characters)
        {
            indent.Add(A(side + "Chars", (int)Math.Round(characters * 100)), A(side, Twips(characters * pitch)));
        }
    }
}

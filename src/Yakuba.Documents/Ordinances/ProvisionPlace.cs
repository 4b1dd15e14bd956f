using System.Globalization;

namespace Yakuba.Documents;

/// <summary>Where the walk stands: which 附則, 条, 項, 号 and below.</summary>
internal sealed class ProvisionPlace
{
    private string _supplement = "";
    private string _label = "";
    private int[] _key = [];
    private int _paragraph;
    private string _item = "";
    private int _itemNumber;
    private bool _itemIsKanji;
    private string _sub = "";
    private string _subSub = "";
    private bool _left;

    internal bool InAnnex { get; private set; }

    /// <summary>Text belongs to some article or supplementary provision.</summary>
    internal bool InProvision => !_left && !InAnnex && (_label.Length > 0 || _supplement.Length > 0);

    internal string Caption { get; private set; } = "";

    internal string Article => _supplement + _label;

    internal string Path => Article + (_paragraph > 1 || (_paragraph == 1 && (_label.Length == 0 || _item.Length > 0))
        ? string.Create(CultureInfo.InvariantCulture, $"第{_paragraph}項") : "") + _item + _sub + _subSub;

    internal void EnterSupplement(string name)
    {
        (_supplement, _label, _key, InAnnex, _left, Caption) = (name, "", [], false, false, "");
        Paragraph(0);
    }

    internal void EnterAnnex() => (InAnnex, _left, Caption) = (true, false, "");

    /// <summary>A division heading stands between articles.</summary>
    internal void LeaveArticle() => _left = true;

    /// <summary>Articles only go up; what goes back is a quotation or a wrapped reference.</summary>
    internal bool CanEnter(string label) =>
        !InAnnex && ProvisionNumber.Key(label) is { Length: > 0 } key && (_key.Length == 0 ? key[0] == 1 || _supplement.Length > 0 : ProvisionNumber.IsAfter(key, _key));

    internal void EnterArticle(string label, string caption)
    {
        (_label, _key, _left, Caption) = (label, ProvisionNumber.Key(label), false, caption);
        Paragraph(1);
    }

    /// <summary>Moves to the 項, 号 or lower part that the line opens. False when it opens none.</summary>
    internal bool TryPart(string text)
    {
        if (!InProvision)
        {
            return false;
        }

        return TryParagraph(text) || TrySubSub(text) || TryItem(text) || TrySub(text);
    }

    private bool TryParagraph(string text)
    {
        var match = ProvisionLines.Paragraph().Match(text);
        if (!match.Success)
        {
            return false;
        }

        var number = match.Groups["circled"] is { Success: true } circled
            ? circled.Value[0] - '①' + 1
            : ProvisionNumber.Parse(match.Groups["n"].Value);
        if (number != _paragraph + 1)
        {
            return false;
        }

        Paragraph(_paragraph + 1);
        return true;
    }

    private bool TryItem(string text)
    {
        var match = ProvisionLines.Item().Match(text);
        if (!match.Success)
        {
            return false;
        }

        var digits = match.Groups["n"].Value;
        var number = match.Groups["parenthesised"] is { Success: true } one ? one.Value[0] - '⑴' + 1 : ProvisionNumber.Parse(digits);
        var branch = string.Concat(match.Groups["branch"].Captures.Select(c => string.Create(CultureInfo.InvariantCulture, $"の{ProvisionNumber.Parse(c.Value)}")));
        if (number is not { } n || !(n == _itemNumber + 1 || (n == _itemNumber && branch.Length > 0) || (n > _itemNumber && n <= _itemNumber + 3 && _itemNumber > 0)))
        {
            return false;
        }

        (_itemNumber, _itemIsKanji, _sub, _subSub) = (n, digits.Length > 0 && digits[0] is not ((>= '0' and <= '9') or (>= '０' and <= '９')), "", "");
        _item = string.Create(CultureInfo.InvariantCulture, $"第{n}号{branch}");
        _paragraph = Math.Max(_paragraph, 1);
        return true;
    }

    private bool TrySub(string text)
    {
        var match = ProvisionLines.SubItem().Match(text);
        if (!match.Success || _item.Length == 0)
        {
            return false;
        }

        (_sub, _subSub) = (match.Groups["n"].Value, "");
        return true;
    }

    private bool TrySubSub(string text)
    {
        var match = ProvisionLines.SubSubItem().Match(text);
        if (!match.Success || _sub.Length == 0)
        {
            return false;
        }

        // (3) below イ is the next 号 when the 号 themselves are written (1), (2) and the number continues them.
        var value = match.Groups["n"].Value;
        if (!_itemIsKanji && ProvisionNumber.Parse(value) == _itemNumber + 1)
        {
            return false;
        }

        _subSub = $"({(ProvisionNumber.Parse(value) is { } n ? n.ToString(CultureInfo.InvariantCulture) : value)})";
        return true;
    }

    private void Paragraph(int number) =>
        (_paragraph, _item, _itemNumber, _itemIsKanji, _sub, _subSub) = (number, "", 0, false, "", "");
}

using System.Globalization;

namespace Yakuba.Documents;

/// <summary>A place in a file that came with a mail.</summary>
/// <param name="Attachment">Of the attached files, from 1 in the order of the mail.</param>
/// <param name="Inner">The place in that file.</param>
public sealed record AttachmentLocator(int Attachment, Locator Inner) : Locator
{
    /// <inheritdoc/>
    public override string ToKey() => string.Create(CultureInfo.InvariantCulture, $"attachment:{Attachment}/{Inner.ToKey()}");

    /// <inheritdoc/>
    public override string ToLabel() => $"{ToFileLabel()}の{Inner.ToLabel()}";

    /// <summary>Which of the attached files, in Japanese.</summary>
    public string ToFileLabel() => string.Create(CultureInfo.InvariantCulture, $"{Attachment}番目の添付ファイル");

    /// <summary>An attached file holds no attached files of its own: a mail in a mail counts on.</summary>
    internal static AttachmentLocator? ParseRest(string rest)
    {
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && Number(rest[..slash]) is { } number && TryParse(rest[(slash + 1)..]) is { } inner and not AttachmentLocator ? new AttachmentLocator(number, inner) : null;
    }
}

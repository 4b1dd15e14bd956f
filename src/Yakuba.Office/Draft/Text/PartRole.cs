namespace Yakuba.Office.Draft.Text;

/// <summary>Where a part of an official document stands. The order is the order on paper; number and date are not written but given when it is sent.</summary>
public enum PartRole
{
    /// <summary>宛名, with 敬称; one addressee a line.</summary>
    Addressee,

    /// <summary>発信者名: office and name, one line each.</summary>
    Issuer,

    /// <summary>件名.</summary>
    Subject,

    /// <summary>本文; one paragraph a line.</summary>
    Body,

    /// <summary>「記」: one item a line. Empty where there is none.</summary>
    Items,

    /// <summary>別紙. Its first line is its title.</summary>
    Attachment,

    /// <summary>担当: whom to ask.</summary>
    Contact,
}

/// <summary>The parts' names.</summary>
public static class PartRoles
{
    private static readonly (PartRole Role, string Key, string Name)[] s_table =
    [
        (PartRole.Addressee, "addressee", "宛名"), (PartRole.Issuer, "issuer", "発信者名"), (PartRole.Subject, "subject", "件名"), (PartRole.Body, "body", "本文"),
        (PartRole.Items, "items", "記"), (PartRole.Attachment, "attachment", "別紙"), (PartRole.Contact, "contact", "担当"),
    ];

    /// <summary>All, in the order on paper.</summary>
    public static IReadOnlyList<PartRole> All { get; } = [.. s_table.Select(t => t.Role)];

    /// <summary>The stable key: <c>subject</c>.</summary>
    public static string ToKey(this PartRole role) => s_table.First(t => t.Role == role).Key;

    /// <summary>The Japanese name: 件名.</summary>
    public static string ToName(this PartRole role) => s_table.First(t => t.Role == role).Name;

    /// <summary>Reads a key.</summary>
    /// <returns>Null when there is no such part.</returns>
    public static PartRole? Parse(string? key) => s_table.Where(t => t.Key == key).Select(t => (PartRole?)t.Role).FirstOrDefault();
}

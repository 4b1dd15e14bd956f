using System.Globalization;

namespace Yakuba.Ledger;

/// <summary>A head that somebody kept: what the log must still begin with.</summary>
/// <param name="Size">Entries in the log at that time.</param>
public abstract record EarlierHead(long Size)
{
    /// <summary>Whether a head of that size, computed from the entries, is the one that was kept.</summary>
    public abstract bool Is(Checkpoint head);

    /// <summary>Reads the size and the eight words of a printed sheet as people type them: <c>1,234件 かきく …</c>.</summary>
    /// <returns>Null when it is not that.</returns>
    public static EarlierHead? Printed(string typed)
    {
        var text = string.Concat(typed.Select(Narrow)).Trim();
        var digits = text.TakeWhile(c => char.IsAsciiDigit(c) || c == ',').Count();
        return long.TryParse(text.AsSpan(0, digits), NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var size)
            && SpokenWords.Parse(text[digits..].TrimStart().TrimStart('件')) is { } words
            ? new PrintedHead(size, words)
            : null;
    }

    private static char Narrow(char typed) => typed is >= '０' and <= '９' or '，' ? (char)(typed - '０' + '0') : typed;
}

/// <summary>A head whose signature was checked.</summary>
/// <param name="Head">The head.</param>
public sealed record SignedHead(Checkpoint Head) : EarlierHead(Head.Size)
{
    /// <inheritdoc/>
    public override bool Is(Checkpoint head) => head == Head;
}

/// <summary>A head as a sheet of paper shows it; the paper, signed by hand and locked away, is what is trusted.</summary>
/// <param name="Size">Entries.</param>
/// <param name="Words">Its eight words.</param>
public sealed record PrintedHead(long Size, string Words) : EarlierHead(Size)
{
    /// <inheritdoc/>
    public override bool Is(Checkpoint head) => SpokenWords.Of(head) == Words;
}

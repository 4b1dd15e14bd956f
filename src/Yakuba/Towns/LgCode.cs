namespace Yakuba.Towns;

/// <summary>The code of a local government: five digits and a check digit.</summary>
/// <remarks>Source: 総務省「全国地方公共団体コード仕様」. The five digits weigh 6, 5, 4, 3, 2.</remarks>
internal static class LgCode
{
    internal static bool IsValid(string code) =>
        code.Length == 6 && code.All(char.IsAsciiDigit) && code[5] - '0' == (11 - (code.Take(5).Select((c, i) => (c - '0') * (6 - i)).Sum() % 11)) % 10;
}

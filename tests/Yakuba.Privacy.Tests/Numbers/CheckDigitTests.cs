namespace Yakuba.Privacy.Tests;

/// <summary>Formulas against numbers that authorities print as examples.</summary>
public sealed class CheckDigitTests
{
    [Theory]
    [InlineData("123456789018", true)] // the specimen of the Digital Agency's card pictures
    [InlineData("123456789012", false)]
    public void My_numbers(string number, bool isRight) => Assert.Equal(isRight, CheckDigits.IsMyNumber(Digits(number)));

    [Theory]
    [InlineData("7000012050002", true)] // 国税庁
    [InlineData("8700110005901", true)] // example of the National Tax Agency's formula page
    [InlineData("8700110005902", false)]
    public void Corporate_numbers(string number, bool isRight) => Assert.Equal(isRight, CheckDigits.IsCorporateNumber(Digits(number)));

    [Theory]
    [InlineData("4111111111111111", true)]
    [InlineData("4111111111111112", false)]
    [InlineData("378282246310005", true)]
    public void Cards(string number, bool isRight) => Assert.Equal(isRight, CheckDigits.IsLuhn(Digits(number)));

    [Fact]
    public void One_of_ten_twelve_digit_numbers_passes_as_a_my_number()
    {
        var passed = Enumerable.Range(0, 10_000).Count(n => CheckDigits.IsMyNumber(Digits((100_000_000_000 + (n * 7_654_321L)).ToString(System.Globalization.CultureInfo.InvariantCulture))));
        Assert.InRange(passed, 800, 1_200);
    }

    private static byte[] Digits(string text) => [.. text.Select(c => (byte)(c - '0'))];
}

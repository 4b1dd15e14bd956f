using System.Globalization;

namespace Yakuba.Text.Tests;

public sealed class JapaneseNumberTests
{
    [Theory]
    [InlineData("350円", "350")]
    [InlineData("1,234,567円", "1234567")]
    [InlineData("１，２３４", "1234")]
    [InlineData("1,23", "1|23")]
    [InlineData("3.5%", "3.5")]
    [InlineData("三百五十円", "350")]
    [InlineData("二〇二四年", "2024")]
    [InlineData("二千二十四", "2024")]
    [InlineData("1万2千円", "12000")]
    [InlineData("3.5億円", "350000000")]
    [InlineData("十二億三千四百五十六万七千八百九十", "1234567890")]
    [InlineData("金壱百弐拾参万円", "1230000")]
    [InlineData("第十二条の二", "12|2")]
    [InlineData("第3条の2の3", "3|2|3")]
    [InlineData("三分の二", "0.6666666666666666666666666667")]
    [InlineData("4分の3", "0.75")]
    [InlineData("½", "0.5")]
    [InlineData("3½", "3.5")]
    [InlineData("三人と二つ", "3|2")]
    [InlineData("（一）総則、二　目的", "1|2")]
    [InlineData("十人", "10")]
    [InlineData("百円", "100")]
    [InlineData("千円", "1000")]
    [InlineData("一般廃棄物、三重県、四日市市、十分な、万一、同一世帯、第三者、八王子", "")]
    [InlineData("十分間", "10")]
    [InlineData("6.4.1", "6|4|1")]
    [InlineData("03-1234-5678", "3|1234|5678")]
    [InlineData("0", "0")]
    [InlineData("", "")]
    [InlineData("12345678901234567890123456789012345", "")]
    [InlineData("9999京9999京", "99990000000000009999")]
    public void Numbers_of_every_notation_are_found(string text, string values) =>
        Assert.Equal(values, string.Join('|', JapaneseNumber.Find(NormalText.Of(text).Value).Select(number => number.Value.ToString("0.############################", CultureInfo.InvariantCulture))));

    [Fact]
    public void A_span_covers_exactly_the_number()
    {
        var span = Assert.Single(JapaneseNumber.Find("手数料は1万2千円です"));

        Assert.Equal(new NumberSpan(4, 4, 12000), span);
    }

    [Fact]
    public void Random_letters_of_numbers_never_fail_and_never_overlap()
    {
        const string alphabet = "〇一二三九十百千万億兆京0129,.分の条第⁄ 円年人";
        var random = new Random(3);
        for (var round = 0; round < 50000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => alphabet[random.Next(alphabet.Length)]));
            var end = 0;
            foreach (var number in JapaneseNumber.Find(text))
            {
                Assert.True(number.Start >= end && number.Length > 0 && number.Start + number.Length <= text.Length && number.Value >= 0, text);
                end = number.Start + number.Length;
            }
        }
    }
}

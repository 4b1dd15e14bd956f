using System.Text;
using System.Text.Json.Nodes;

namespace Yakuba.Ledger.Tests;

public sealed class CanonicalJsonTests
{
    [Theory]
    [InlineData("""{ "b" : 1, "a" : [ true, null ] }""", """{"a":[true,null],"b":1}""")]
    [InlineData("""{"\u20ac":1,"\r":2,"\ufb33":3,"1":4,"\ud83d\ude00":5,"\u0080":6,"\u00f6":7}""", "{\"\\r\":2,\"1\":4,\"\u0080\":6,\"\u00f6\":7,\"\u20ac\":1,\"\ud83d\ude00\":5,\"\ufb33\":3}")] // the sorting example of RFC 8785 section 3.2.3
    [InlineData("\"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\"", "\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"")] // the string example of section 3.2.2
    [InlineData("-0", "0")]
    [InlineData("9007199254740991", "9007199254740991")]
    public void A_value_takes_its_one_spelling(string json, string expected)
    {
        Assert.True(CanonicalJson.TryCanonicalise(Encoding.UTF8.GetBytes(json), out var canonical));
        Assert.Equal(expected, Encoding.UTF8.GetString(canonical));
        Assert.True(CanonicalJson.TryRead(canonical, out _));
        Assert.Equal(json == expected, CanonicalJson.TryRead(Encoding.UTF8.GetBytes(json), out _));
    }

    [Theory]
    [InlineData("1.5")]
    [InlineData("1e3")]
    [InlineData("9007199254740992")]
    [InlineData("99999999999999999999")]
    [InlineData("\"\\ud800\"")]
    [InlineData("{\"\\udc00\":1}")]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("""{"a":1,"\u0061":2}""")]
    [InlineData("""{"a":{"b":1,"b":1}}""")]
    [InlineData("[1,]")]
    [InlineData("")]
    [InlineData("{} {}")]
    public void What_has_no_single_spelling_is_refused(string json) =>
        Assert.False(CanonicalJson.TryCanonicalise(Encoding.UTF8.GetBytes(json), out _));

    [Fact]
    public void Bytes_that_are_not_UTF8_and_bottomless_nesting_are_refused()
    {
        Assert.False(CanonicalJson.TryCanonicalise([(byte)'"', 0xff, (byte)'"'], out _));
        Assert.False(CanonicalJson.TryCanonicalise(Encoding.UTF8.GetBytes(new string('[', 5_000) + new string(']', 5_000)), out _));
    }

    [Fact]
    public void A_program_cannot_write_a_fraction_or_half_a_character()
    {
        Assert.Throws<CanonicalJsonException>(() => CanonicalJson.Write(JsonValue.Create(0.5)));
        Assert.Throws<CanonicalJsonException>(() => CanonicalJson.Write(JsonValue.Create("\ud800")));
        Assert.Throws<CanonicalJsonException>(() => CanonicalJson.Write(JsonValue.Create(CanonicalJson.MaxInteger + 1)));
        Assert.Equal("7"u8.ToArray(), CanonicalJson.Write(JsonValue.Create(7)));
    }
}

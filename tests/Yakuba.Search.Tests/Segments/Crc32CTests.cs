using Yakuba.Search.Segments;

namespace Yakuba.Search.Tests.Segments;

public sealed class Crc32CTests
{
    [Fact]
    public void The_check_value_of_the_catalogue_comes_out() => Assert.Equal(0xE3069283, Crc32C.Of("123456789"u8));

    [Fact]
    public void Parts_give_the_checksum_of_the_whole()
    {
        var bytes = new byte[1_000];
        new Random(1).NextBytes(bytes);
        Assert.Equal(Crc32C.Of(bytes), Crc32C.Append(Crc32C.Of(bytes.AsSpan(0, 333)), bytes.AsSpan(333)));
    }
}

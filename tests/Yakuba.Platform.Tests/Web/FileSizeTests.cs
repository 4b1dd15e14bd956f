using Yakuba.Platform.Web.Language;

namespace Yakuba.Platform.Tests.Web;

public sealed class FileSizeTests
{
    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(1_023, "1023 B")]
    [InlineData(1_024, "1.0 KB")]
    [InlineData(196_630, "192.0 KB")]
    [InlineData(1_048_575, "1.0 MB")]
    [InlineData(5_400_000, "5.1 MB")]
    [InlineData(long.MaxValue, "8388608.0 TB")]
    public void A_size_is_said_in_the_unit_that_people_use(long bytes, string said) => Assert.Equal(said, FileSize.ToPeople(bytes));
}

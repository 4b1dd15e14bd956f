namespace Yakuba.Tests.Walls;

/// <summary>A listener hears the whole process: who looks a name up on purpose does it when no other test listens.</summary>
[CollectionDefinition("Alone", DisableParallelization = true)]
public sealed class Alone;

/// <summary>The control of <see cref="HostLookups"/>.</summary>
[Collection("Alone")]
public sealed class HostLookupsTests
{
    [Fact]
    public async Task A_name_that_is_looked_up_would_be_seen()
    {
        using var lookups = new HostLookups();
        await System.Net.Dns.GetHostAddressesAsync("localhost");
        Assert.Contains("localhost", lookups.Hosts);
    }
}

using System.Net;
using Yakuba.Platform.Models;

namespace Yakuba.Platform.Tests.Models;

public sealed class ModelAddressTests
{
    [Theory]
    [InlineData("http://127.0.0.1:8080", "http://127.0.0.1:8080/v1")]
    [InlineData(" http://127.0.0.1:8080/v1/ ", "http://127.0.0.1:8080/v1")]
    [InlineData("https://llm.town.example/api/v1/chat/completions", "https://llm.town.example/api/v1")]
    public void An_address_is_read_as_the_root_of_the_api(string typed, string root) => Assert.Equal(root, ModelAddress.Parse(typed).Value.AbsoluteUri);

    [Theory]
    [InlineData("")]
    [InlineData("127.0.0.1:8080")]
    [InlineData("ftp://127.0.0.1/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://user:secret@127.0.0.1/v1")]
    [InlineData("http://127.0.0.1/v1?key=1")]
    public void What_is_no_address_of_a_server_is_refused(string typed) => Assert.Equal("model-address", ModelAddress.Parse(typed).Problem?.Name);

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("::1", true)]
    [InlineData("10.255.0.1", true)]
    [InlineData("172.16.0.1", true)]
    [InlineData("172.32.0.1", false)]
    [InlineData("192.168.1.1", true)]
    [InlineData("::ffff:192.168.1.1", true)]
    [InlineData("fd00::1", true)]
    [InlineData("169.254.169.254", false)]
    [InlineData("fe80::1", false)]
    [InlineData("8.8.8.8", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("0.0.0.0", false)]
    public void Only_this_machine_and_private_addresses_are_the_own_network(string address, bool own) => Assert.Equal(own, ModelAddress.IsOwnNetwork(IPAddress.Parse(address)));
}

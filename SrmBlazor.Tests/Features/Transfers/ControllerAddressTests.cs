using System.Net;

namespace SrmBlazor.Features.Transfers;

public sealed class ControllerAddressTests
{
    [Theory]
    [InlineData("93.184.216.34")]
    [InlineData("1.1.1.1")]
    [InlineData("2606:4700:4700::1111")]
    [InlineData("::ffff:1.1.1.1")]
    public void The_open_internet_may_be_sent_to(string address) => Assert.True(ControllerAddress.Allows(IPAddress.Parse(address), loopback: false));

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("198.18.0.1")]
    [InlineData("::1")]
    [InlineData("::")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("fe80::1")]
    [InlineData("fd00::1")]
    [InlineData("ff02::1")]
    [InlineData("64:ff9b::a00:1")]
    [InlineData("2002:a00:1::1")]
    [InlineData("2001:db8::1")]
    public void Nothing_is_sent_into_a_network_that_only_we_can_reach(string address) => Assert.False(ControllerAddress.Allows(IPAddress.Parse(address), loopback: false));

    [Theory]
    [InlineData("https://controller.example/inbox")]
    [InlineData("https://controller.example:8443/a?b=c")]
    [InlineData("https://1.1.1.1/")]
    public void An_https_address_is_taken(string typed) => Assert.NotNull(ControllerAddress.Parse(typed, loopback: false));

    [Theory]
    [InlineData("")]
    [InlineData("controller.example")]
    [InlineData("http://controller.example/inbox")]
    [InlineData("ftp://controller.example/")]
    [InlineData("https://user:secret@controller.example/")]
    [InlineData("https://controller.example/#part")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://[::1]/")]
    [InlineData("https://192.168.1.1/")]
    [InlineData("https://2130706433/")]
    [InlineData("https://0x7f.1/")]
    [InlineData("file:///etc/passwd")]
    public void Anything_else_is_not(string typed) => Assert.Null(ControllerAddress.Parse(typed, loopback: false));

    [Fact]
    public void This_machine_is_an_exception_of_its_own_and_no_other_network_is()
    {
        Assert.NotNull(ControllerAddress.Parse("http://127.0.0.1:5000/inbox", loopback: true));
        Assert.NotNull(ControllerAddress.Parse("http://localhost:5000/inbox", loopback: true));
        Assert.Null(ControllerAddress.Parse("http://controller.example/inbox", loopback: true));
        Assert.Null(ControllerAddress.Parse("https://192.168.1.1/", loopback: true));
        Assert.False(ControllerAddress.Allows(IPAddress.Parse("10.0.0.1"), loopback: true));
    }
}

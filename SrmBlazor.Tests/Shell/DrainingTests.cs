using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using SrmBlazor.Shell.Edge;

namespace SrmBlazor.Shell;

public sealed class DrainingTests
{
    [Theory]
    [InlineData("/_blazor/negotiate", 503)]
    [InlineData("/health/ready", 503)]
    [InlineData("/health/live", 200)]
    [InlineData("/policy", 200)]
    public async Task A_program_that_stops_takes_no_new_circuit_and_sends_the_proxy_elsewhere(string path, int status)
    {
        var lifetime = new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance);
        var draining = new Draining(_ => Task.CompletedTask, lifetime);
        var (before, after) = (new DefaultHttpContext { Request = { Path = path } }, new DefaultHttpContext { Request = { Path = path } });

        await draining.InvokeAsync(before);
        lifetime.StopApplication();
        await draining.InvokeAsync(after);

        Assert.Equal((200, status), (before.Response.StatusCode, after.Response.StatusCode));
    }
}

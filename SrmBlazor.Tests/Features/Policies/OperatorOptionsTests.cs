using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using SrmBlazor.Data;
using SrmBlazor.Features.Policies;
using SrmBlazor.PersonalData.Map;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Policies;

public sealed class OperatorOptionsTests
{
    [Theory]
    [InlineData("Operator:Name:zh-CN")]
    [InlineData("Operator:Department:en")]
    [InlineData("Operator:PostalAddress:en")]
    [InlineData("Operator:Regions:zh-CN")]
    [InlineData("Operator:Mailbox")]
    [InlineData("Operator:DataProtectionOfficer:Mailbox")]
    [InlineData("Operator:DataProtectionOfficer:Phone")]
    [InlineData("Operator:PolicyPublishedOn")]
    [Promise("P-0-04", "P-10-01", "P-10-02")]
    public async Task An_empty_setting_stops_the_start_and_is_named(string setting)
    {
        await using var app = Site("Production", setting, "");

        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync());

        Assert.Contains(setting, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mailbox_that_cannot_stand_in_a_link_stops_the_start()
    {
        await using var app = Site("Production", "Operator:Mailbox", "Privacy <privacy@example.com>");

        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync());

        Assert.Contains("Operator:Mailbox", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Promise("P-10-01")]
    public async Task The_shipped_settings_are_complete_and_the_text_carries_them()
    {
        await using var app = Site("Production");
        await app.StartAsync();

        var press = app.Services.GetRequiredService<PolicyPress>();
        var texts = PolicyPress.Embedded().ToDictionary(parts => parts.Key, parts => press.Set(1, press.Company.PolicyPublishedOn!.Value, parts.Key, parts.Value).Source);
        await app.StopAsync();

        var (english, chinese) = (texts["en"], texts["zh-CN"]);
        Assert.Contains("Example Company Ltd.", english, StringComparison.Ordinal);
        Assert.Contains("published on 5 January 2026", english, StringComparison.Ordinal);
        Assert.Contains("2026年1月5日", chinese, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_developers_machine_an_empty_setting_is_allowed()
    {
        await using var app = Site("Development", "Operator:Mailbox", "");

        await app.StartAsync();
        await app.StopAsync();

        Assert.Equal("", app.Services.GetRequiredService<IOptions<OperatorOptions>>().Value.Mailbox);
    }

    private static WebApplication Site(string environment, string? setting = null, string? value = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment, ContentRootPath = AppContext.BaseDirectory });
        if (setting is not null)
        {
            builder.Configuration.AddInMemoryCollection([new(setting, value)]);
        }

        builder.AddData();
        builder.Services.AddSingleton(_ => DataMap.OfThisProgram());
        builder.AddPolicies(_ => PolicySamples.Facts);
        // nothing runs: these tests are about what is looked at before
        builder.Services.RemoveAll<IHostedService>();
        return builder.Build();
    }
}

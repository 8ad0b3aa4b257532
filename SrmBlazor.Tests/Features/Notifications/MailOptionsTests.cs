using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace SrmBlazor.Features.Notifications;

public sealed class MailOptionsTests
{
    public static readonly TheoryData<string, string> Refused = new()
    {
        { "Mail:Host=", "Mail:Host is empty" },
        { "Mail:Transport=Folder", "Mail:Transport is Folder" },
        { "Mail:Security=None", "Mail:Security None would send letters" },
        { "Mail:UserName=portal", "Mail__Password" },
        { "Mail:FromAddress=portal@localhost", "Mail:FromAddress is still portal@localhost" },
        { "Mail:FromAddress=a@b.test, c@d.test", "Mail:FromAddress must be one mailbox" },
        { "Mail:FromName:en=Portal\r\nBcc: x@y.test", "Mail:FromName must be a single line" },
        { "Mail:TimeoutSeconds=0", "Mail:TimeoutSeconds" },
        { "Mail:Port=0", "Mail:Port" },
    };

    [Fact]
    public async Task Production_starts_with_a_server_to_send_by()
    {
        await using var app = App("Production");

        await app.StartAsync();

        Assert.IsType<SmtpTransport>(app.Services.GetRequiredService<IMailTransport>());
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Production_does_not_start_with_mail_that_cannot_leave_safely(string setting, string sentence)
    {
        await using var app = App("Production", setting);

        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync());

        Assert.Contains(sentence, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Development_writes_to_a_folder_with_no_setting_at_all()
    {
        await using var app = App("Development", "Mail:Host=", "Mail:FromAddress=portal@localhost");

        await app.StartAsync();

        var folder = Assert.IsType<MailFolder>(app.Services.GetRequiredService<IMailTransport>());
        // beside the solution, not in the build output that a clean build empties
        Assert.Equal(Path.GetFullPath("../../../../data/mail", AppContext.BaseDirectory), folder.Location);
    }

    [Fact]
    public void The_shipped_settings_name_no_server_and_no_password()
    {
        var shipped = Shipped().Build().GetSection(MailOptions.Section);

        Assert.Equal("", shipped["Host"]);
        Assert.Null(shipped["Password"]);
        Assert.Equal("供应商门户", shipped["FromName:zh-CN"]);
    }

    private static WebApplication App(string environment, params string[] settings)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = environment, ContentRootPath = AppContext.BaseDirectory });
        string[] all = ["Mail:Host=smtp.operator.test", "Mail:FromAddress=portal@operator.test", .. settings];
        builder.Configuration.AddConfiguration(Shipped().Build());
        builder.Configuration.AddInMemoryCollection(all.Select(setting => setting.Split('=', 2)).GroupBy(pair => pair[0], pair => pair[1])
            .ToDictionary(group => group.Key, string? (group) => group.Last()));
        builder.WebHost.UseTestServer();
        builder.AddMailRoute();
        return builder.Build();
    }

    private static IConfigurationBuilder Shipped() => new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"));
}

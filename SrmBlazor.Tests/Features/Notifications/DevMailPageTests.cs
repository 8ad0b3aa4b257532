using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace SrmBlazor.Features.Notifications;

public sealed class DevMailPageTests : IDisposable
{
    private readonly DirectoryInfo place = Directory.CreateTempSubdirectory("srm-mail-");

    public void Dispose() => place.Delete(recursive: true);

    [Fact]
    public async Task A_letter_is_found_in_the_list_and_its_link_can_be_followed()
    {
        await using var app = await StartAsync("Development");
        await SendAsync(app, LetterSamples.Activation(), "0f3a");

        var list = await ReadAsync(app, "/dev/mail");
        var row = Assert.Single(list.QuerySelectorAll("tbody tr"));
        var letter = await ReadAsync(app, row.QuerySelector("a")!.GetAttribute("href")!);

        Assert.Equal("Letters on this machine", list.QuerySelector("h1")!.TextContent);
        Assert.Contains("reader@supplier.test", row.TextContent, StringComparison.Ordinal);
        Assert.Equal("Example Trading: please confirm your mailbox", letter.QuerySelector("h1")!.TextContent);
        Assert.Contains(letter.QuerySelectorAll("a"), link => link.GetAttribute("href") == LetterSamples.Link.AbsoluteUri);
    }

    [Fact]
    public async Task The_page_speaks_Chinese()
    {
        await using var app = await StartAsync("Development");

        var list = await ReadAsync(app, "/dev/mail?culture=zh-CN");

        Assert.Equal("本机邮件", list.QuerySelector("h1")!.TextContent);
        Assert.Contains("还没有邮件。", list.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markup_in_a_letter_stays_text()
    {
        await using var app = await StartAsync("Development");
        await SendAsync(app, new Letter("reader@supplier.test", "en", "<img src=x>", ["<script>alert(1)</script>", "javascript:alert(1)"]), "0f3a");

        var letter = await ReadAsync(app, "/dev/mail/0f3a");

        Assert.Empty(letter.QuerySelectorAll("img, script, a[href^=javascript]"));
        Assert.Equal("<img src=x>", letter.QuerySelector("h1")!.TextContent);
    }

    [Theory]
    [InlineData("Development", "Smtp", "/dev/mail")]
    [InlineData("Production", "Smtp", "/dev/mail")]
    [InlineData("Production", "Smtp", "/dev/mail/0f3a")]
    [InlineData("Development", "Folder", "/dev/mail/unknown")]
    public async Task Elsewhere_the_page_does_not_exist(string environment, string transport, string path)
    {
        await using var app = await StartAsync(environment, transport);
        await SendAsync(app, LetterSamples.Activation(), "0f3a");

        using var answer = await app.GetTestClient().GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain("reader@supplier.test", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_is_plain_html_without_a_circuit() =>
        Assert.NotEmpty(typeof(DevMailPage).GetCustomAttributes(typeof(Microsoft.AspNetCore.Components.ExcludeFromInteractiveRoutingAttribute), inherit: false));

    private async Task<WebApplication> StartAsync(string environment, string transport = "Folder")
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Mail:Transport"] = transport,
            ["Mail:Folder"] = place.FullName,
            ["Mail:Host"] = "smtp.operator.test",
            ["Mail:FromAddress"] = "portal@operator.test",
        });
        builder.WebHost.UseTestServer();
        builder.Services.AddRouting();
        builder.Services.AddLogging();
        builder.Services.AddLocalization();
        builder.Services.AddRazorComponents();
        builder.AddMailRoute();
        var app = builder.Build();
        app.UseRouting();
        app.UseRequestLocalization("en", "zh-CN");
        app.UseAntiforgery();
        app.MapRazorComponents<DevMailRoot>().AddAdditionalAssemblies(typeof(DevMailPage).Assembly);
        await app.StartAsync();
        return app;
    }

    private static async Task SendAsync(WebApplication app, Letter letter, string left) =>
        await app.Services.GetRequiredService<MailFolder>().SendAsync(letter, new MessageId(left + "@operator.test"));

    private static async Task<IDocument> ReadAsync(WebApplication app, string path) =>
        await new HtmlParser().ParseDocumentAsync(await app.GetTestClient().GetStringAsync(path));
}

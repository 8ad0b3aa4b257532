using System.IO.Compression;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SrmBlazor.Data.Signing;
using SrmBlazor.Features.PrivacyCenter.Formats;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Registration.Activation;
using SrmBlazor.Support;

namespace SrmBlazor.Features.PrivacyCenter;

[Collection(BrowserCollection.Name)]
public sealed class CopyBrowserTests(Browser browser)
{
    [BrowserTheory]
    [InlineData("en", false, 1280)]
    [InlineData("zh-CN", true, 390)]
    [Promise("P-5.6-02")]
    public async Task A_supplier_sees_everything_makes_a_copy_fetches_it_once_and_reads_it_without_a_network(string language, bool dark, int width)
    {
        await using var visit = await browser.VisitAsync(language, width, dark);
        await SignInAsync(visit, language);
        await visit.GotoInteractiveAsync("/privacy");
        await CheckAsync(visit, $"privacy_{language}");
        await visit.Page.Locator(".cards a[href='/privacy/data']").ClickAsync();
        await visit.Page.Locator(".handled summary").First.WaitForAsync();
        await visit.Page.Locator(".handled summary").First.ClickAsync();
        await CheckAsync(visit, $"data_{language}");

        await visit.Page.Locator(".copy button.button").ClickAsync();
        await visit.Page.Locator(".copy form button").WaitForAsync();
        await CheckAsync(visit, $"data-ready_{language}");
        var download = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.Locator(".copy form button").ClickAsync());
        var package = await File.ReadAllBytesAsync(await download.PathAsync());
        await visit.Page.Locator(".copy form").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await CheckAsync(visit, $"data-taken_{language}");

        var keys = await browser.Services.GetRequiredService<SigningKeys>().PublishedAsync();
        Assert.NotNull(PackageManifest.Verify(package, keys));
        await ReadAsync(package, language, width, dark);
    }

    private async Task ReadAsync(byte[] package, string language, int width, bool dark)
    {
        var folder = Directory.CreateTempSubdirectory("srm-copy-");
        try
        {
            using (var zip = new ZipArchive(new MemoryStream(package)))
            {
                zip.ExtractToDirectory(folder.FullName);
            }

            await using var reader = await browser.VisitAsync(language, width, dark, script: false);
            await reader.Page.Context.SetOfflineAsync(true);
            List<string> asked = [];
            reader.Page.Request += (_, request) => asked.Add(request.Url);
            await reader.GotoAsync(new Uri(Path.Combine(folder.FullName, DossierHtml.Name)).AbsoluteUri);
            await reader.PictureAsync($"copy_{language}");

            await Assertions.Expect(reader.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
            await Assertions.Expect(reader.Page.GetByText(Registrant.Name, new() { Exact = true }).First).ToBeVisibleAsync();
            Assert.All(asked, address => Assert.True(address.StartsWith("file:", StringComparison.Ordinal) || address.StartsWith("data:", StringComparison.Ordinal), address));
            Assert.Empty(reader.Complaints);
            Assert.Equal(0, await reader.OverflowAsync());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task SignInAsync(BrowserVisit visit, string language)
    {
        await using var scope = browser.Services.CreateAsyncScope();
        var mailbox = $"{Guid.NewGuid():N}@qvarnstroem.test";
        var registrant = await Registrant.SubmitAsync(scope.ServiceProvider, Registrant.Everything with { Mailbox = mailbox }, language);
        Assert.IsType<ActivationResult.Activated>(await scope.ServiceProvider.GetRequiredService<Activations>().ActivateAsync(await registrant.LinkAsync(scope.ServiceProvider), Registrant.Password));
        await visit.GotoAsync("/account/sign-in?ReturnUrl=%2Fcookies");
        await visit.Page.Locator("#mailbox").FillAsync(mailbox);
        await visit.Page.Locator("#password").FillAsync(Registrant.Password);
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.ArriveAsync("/cookies$");
    }

    private static async Task CheckAsync(BrowserVisit visit, string name)
    {
        await visit.PictureAsync(name);
        Assert.Empty(await visit.ViolationsAsync());
        Assert.Empty(visit.Complaints);
        Assert.Equal(0, await visit.OverflowAsync());
    }
}

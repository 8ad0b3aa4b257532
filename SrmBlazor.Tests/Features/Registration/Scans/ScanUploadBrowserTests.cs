using Microsoft.Playwright;
using SrmBlazor.Features.Registration.Scans;
using SrmBlazor.Support;
using static Microsoft.Playwright.Assertions;

namespace SrmBlazor.Features.Registration.Scans;

public sealed class ScanUploadBrowserTests : IAsyncLifetime
{
    private readonly ScanUploadPage site = new();

    public Task InitializeAsync() => site.InitializeAsync();

    public Task DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_chosen_picture_travels_with_its_token_and_the_page_is_told_its_size()
    {
        var page = await site.OpenAsync();

        await ChooseAsync(page, Pictures.Padded(Pictures.Jpeg(), 1_000_000));

        await ToldAsync(page, "Accepted 64 48");
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("The picture is saved.");
        await Expect(page.GetByRole(AriaRole.Progressbar)).ToBeHiddenAsync();
        Assert.Equal(["the-token"], site.Requests);
    }

    [Fact]
    public async Task A_dropped_picture_is_as_good_as_a_chosen_one()
    {
        var page = await site.OpenAsync();
        var dropped = await page.EvaluateHandleAsync(
            "base64 => { const t = new DataTransfer(); t.items.add(new File([Uint8Array.from(atob(base64), c => c.charCodeAt(0))], 'card.jpg')); return t; }",
            Convert.ToBase64String(Pictures.Jpeg()));

        await page.DispatchEventAsync(".upload", "drop", new { dataTransfer = dropped });

        await ToldAsync(page, "Accepted 64 48");
    }

    [Fact]
    public async Task An_upload_can_be_cancelled_by_keyboard_and_the_server_sees_the_end_of_it()
    {
        var page = await site.OpenAsync();
        site.Stalls = true;
        await ChooseAsync(page, Pictures.Padded(Pictures.Jpeg(), 1_000_000));
        await Expect(page.GetByRole(AriaRole.Progressbar)).ToBeVisibleAsync();
        await site.Taken.Task;

        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel upload" }).PressAsync("Enter");

        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Upload cancelled.");
        await Expect(page.GetByRole(AriaRole.Progressbar)).ToBeHiddenAsync();
        await Expect(page.GetByLabel("Choose or take a picture")).ToBeFocusedAsync();
        await site.WentAway.Task;
        Assert.Equal(["Began"], await page.EvaluateAsync<string[]>("() => window.told"));
    }

    [Fact]
    public async Task What_cannot_succeed_is_said_without_sending_anything()
    {
        var page = await site.OpenAsync();
        await page.Locator(".field").EvaluateAsync("field => field.dataset.maxBytes = 100000");
        (byte[] File, ScanFault Fault)[] hopeless =
        [
            ([], ScanFault.Empty), (Impostors.Pdf, ScanFault.Pdf), (Impostors.All["zip"], ScanFault.Type), (Pictures.Padded(Pictures.Jpeg(), 100_001), ScanFault.Size),
        ];

        foreach (var (file, fault) in hopeless)
        {
            await ChooseAsync(page, file);

            await ToldAsync(page, $"Refused {fault}");
        }

        Assert.Empty(site.Requests);
    }

    [Fact]
    public async Task What_only_the_server_can_find_comes_back_by_its_name()
    {
        var page = await site.OpenAsync();

        await ChooseAsync(page, Pictures.JpegClaiming(60_000, 60_000));

        await ToldAsync(page, "Refused Pixels");
    }

    [Fact]
    public async Task Turning_and_removing_answer_with_the_new_size_or_the_fault()
    {
        var page = await site.OpenAsync();

        var turned = await page.EvaluateAsync<string>("async () => JSON.stringify(await window.field.rotate())");
        var removed = await page.EvaluateAsync<string>("async () => JSON.stringify(await window.field.remove())");

        Assert.Equal("""{"width":480,"height":640}""", turned);
        Assert.Equal("""{"fault":"Failed"}""", removed);
    }

    private static Task ChooseAsync(IPage page, byte[] file) =>
        page.GetByLabel("Choose or take a picture").SetInputFilesAsync(new FilePayload { Name = "card.jpg", MimeType = "image/jpeg", Buffer = file });

    private static Task<IJSHandle> ToldAsync(IPage page, string what) => page.WaitForFunctionAsync("what => window.told.at(-1) === what", what);
}

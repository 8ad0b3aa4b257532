using System.Globalization;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using SrmBlazor.Features.Registration.Scans;

namespace SrmBlazor.Features.Registration.Scans;

public sealed class ScanUploadTests : BunitContext
{
    private readonly BunitJSModuleInterop connection;
    private readonly CultureInfo before = CultureInfo.CurrentUICulture;

    public ScanUploadTests()
    {
        Services.AddLocalization();
        Services.AddLogging();
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        connection = JSInterop.SetupModule("./js/scan-upload.js").SetupModule("connect", _ => true);
        connection.SetupVoid("disconnect").SetVoidResult();
    }

    [Fact]
    public void Without_a_scan_there_is_a_labelled_input_for_the_three_types_and_no_preview()
    {
        var field = Field();

        var input = field.Find("#scan");
        Assert.Equal("image/jpeg,image/png,image/webp", input.GetAttribute("accept"));
        Assert.Contains("Picture of your ID document", field.Find("label[for=scan]").TextContent, StringComparison.Ordinal);
        Assert.False(input.HasAttribute("disabled"));
        Assert.Empty(field.FindAll("img, .error"));
    }

    [Fact]
    public void A_scan_that_is_kept_already_is_shown_with_what_became_of_its_details()
    {
        var field = Field(new KeptScan(640, 480));

        Assert.Equal("/register/scan?v=0", field.Find("img").GetAttribute("src"));
        Assert.Contains("place and camera, were removed", field.Markup, StringComparison.Ordinal);
        Assert.Contains("deleted once your identity is checked", field.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_upload_that_arrived_is_told_to_the_page_and_shown()
    {
        KeptScan? told = null;
        var field = Field(changed: scan => told = scan);

        await field.InvokeAsync(() => field.Instance.Accepted(640, 480));

        Assert.Equal(new KeptScan(640, 480), told);
        Assert.Equal("/register/scan?v=1", field.Find("img").GetAttribute("src"));
    }

    [Fact]
    public async Task A_refusal_is_said_at_the_field_until_the_next_try_begins()
    {
        var field = Field();

        await field.InvokeAsync(() => field.Instance.Refused("Pdf"));
        var said = field.Find("[role=alert]").TextContent;
        var describedBy = field.Find("#scan").GetAttribute("aria-describedby");
        await field.InvokeAsync(field.Instance.Began);

        Assert.StartsWith("This is a PDF", said, StringComparison.Ordinal);
        Assert.Equal("scan-hint scan-error", describedBy);
        Assert.Empty(field.FindAll(".error"));
    }

    [Theory]
    [InlineData("<script>")]
    [InlineData("99")]
    public async Task A_fault_nobody_knows_is_a_failed_upload(string fault)
    {
        var field = Field();

        await field.InvokeAsync(() => field.Instance.Refused(fault));

        Assert.StartsWith("That did not get through", field.Find(".error").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_turned_scan_is_fetched_again_under_a_new_address()
    {
        connection.Setup<ScanUpload.Answer>("rotate").SetResult(new(null, 480, 640));
        var field = Field(new KeptScan(640, 480));

        await Button(field, "Rotate right").ClickAsync(new());

        Assert.Equal("/register/scan?v=1", field.Find("img").GetAttribute("src"));
        Assert.Equal("480", field.Find("img").GetAttribute("width"));
    }

    [Fact]
    public async Task A_removed_scan_is_gone_and_the_input_has_the_focus()
    {
        connection.Setup<ScanUpload.Answer>("remove").SetResult(new(null, 0, 0));
        KeptScan? told = new(1, 1);
        var field = Field(new KeptScan(640, 480), changed: scan => told = scan);

        await Button(field, "Remove picture").ClickAsync(new());

        Assert.Null(told);
        Assert.Empty(field.FindAll("img"));
        JSInterop.VerifyFocusAsyncInvoke();
    }

    [Fact]
    public async Task A_removal_that_failed_keeps_the_scan_and_says_so()
    {
        connection.Setup<ScanUpload.Answer>("remove").SetResult(new("Failed", 0, 0));
        var field = Field(new KeptScan(640, 480));

        await Button(field, "Remove picture").ClickAsync(new());

        Assert.Single(field.FindAll("img"));
        Assert.StartsWith("That did not get through", field.Find(".error").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public void Every_fault_has_a_sentence_of_its_own(string culture)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);

        var sentences = Enum.GetValues<ScanFault>().Select(fault => Field(fault: fault).Find(".error").TextContent).ToList();

        Assert.Equal(sentences.Count, sentences.Distinct(StringComparer.Ordinal).Count());
        Assert.DoesNotContain(sentences, s => s.StartsWith("Fault.", StringComparison.Ordinal));
        Assert.All(sentences, s => Assert.Equal(culture == "zh-CN", s.EndsWith('。')));
    }

    protected override void Dispose(bool disposing)
    {
        CultureInfo.CurrentUICulture = before;
        base.Dispose(disposing);
    }

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<ScanUpload> field, string text) =>
        field.FindAll("button").Single(b => b.TextContent == text);

    private IRenderedComponent<ScanUpload> Field(KeptScan? scan = null, ScanFault? fault = null, Action<KeptScan?>? changed = null) =>
        Render<ScanUpload>(p => p
            .Add(c => c.Url, "/register/scan")
            .Add(c => c.Token, "token")
            .Add(c => c.Scan, scan)
            .Add(c => c.Fault, fault)
            .Add(c => c.ScanChanged, scan => changed?.Invoke(scan)));
}

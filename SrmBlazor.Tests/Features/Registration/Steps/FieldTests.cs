using Bunit;
using Microsoft.Extensions.DependencyInjection;
using SrmBlazor.PersonalData.Map;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Registration.Steps;

public sealed class FieldTests : BunitContext, IAsyncLifetime
{
    private readonly DraftEditor editor = new(A.Draft(A.Leased with { Mailbox = null, BirthYear = null }), (changes, version) =>
        Task.FromResult<DraftSave>(new DraftSave.Saved(changes.Aggregate(A.Leased, (answers, change) => answers.With(change.Item, change.Value)), version + 1, DateTime.UnixEpoch)), A.Clock, work => work());

    public FieldTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddLogging().AddLocalization().AddSingleton(A.Rules()).AddSingleton(DataMap.OfThisProgram()).AddSingleton<Reasons>();
        SetRendererInfo(new("Server", isInteractive: true));
    }

    [Fact]
    public void Nothing_is_said_about_a_field_never_filled()
    {
        var field = Shown(Item.Mailbox);

        Assert.Empty(field.FindAll(".error"));
        Assert.Equal("field ", field.Find("div").ClassName);
    }

    [Fact]
    public void A_right_answer_is_ticked_while_it_is_typed()
    {
        var field = Shown(Item.Mailbox);

        field.Find("input").Input("li.lei@example.com");

        Assert.Contains("right", field.Find("div").ClassName, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_answer_is_complained_about_once_it_is_left_and_live_while_it_is_mended()
    {
        var field = Shown(Item.Mailbox);
        field.Find("input").Input("li.lei");
        Assert.Empty(field.FindAll(".error"));

        field.Find("input").Change("li.lei");
        Assert.Contains("The sign @ is missing.", field.Find(".error").TextContent, StringComparison.Ordinal);
        Assert.Equal(("true", "Mailbox-hint Mailbox-error"), (field.Find("input").GetAttribute("aria-invalid"), field.Find("input").GetAttribute("aria-describedby")));

        field.Find("input").Input("li.lei@");
        Assert.Contains("The part after the @ is missing", field.Find(".error").TextContent, StringComparison.Ordinal);

        field.Find("input").Input("li.lei@example.com");
        Assert.Empty(field.FindAll(".error"));
    }

    [Fact]
    public void Continue_complains_about_the_empty_field_too()
    {
        var field = Shown(Item.Mailbox);

        field.InvokeAsync(editor.ShowFaults);

        Assert.Contains("Enter your mailbox", field.Find(".error").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_is_judged_anew_when_the_type_of_document_changes()
    {
        var field = Shown(Item.IdNumber);
        Assert.Contains("right", field.Find("div").ClassName, StringComparison.Ordinal);

        field.InvokeAsync(() => editor.Set(Item.IdCountry, "DE"));
        field.InvokeAsync(() => editor.Set(Item.IdType, nameof(IdentityNumbers.IdentityType.ResidentId)));

        Assert.DoesNotContain("right", field.Find("div").ClassName, StringComparison.Ordinal);
    }

    [Fact]
    public void Inputs_wait_for_the_circuit()
    {
        SetRendererInfo(new("Static", isInteractive: false));

        Assert.True(Shown(Item.Mailbox).Find("input").HasAttribute("disabled"));
    }

    [Theory]
    [InlineData(Item.IdNumber, "separate consent")]
    [InlineData(Item.City, "Your consent")]
    [InlineData(Item.Cooperation, "Contract")]
    [Promise("P-1-01", "P-1-03")]
    public void Why_we_ask_comes_from_the_data_map_and_only_on_demand(Item item, string basis)
    {
        var why = Render<WhyWeAsk>(parameters => parameters.Add(component => component.Item, item));
        Assert.Empty(why.FindAll("dl"));

        why.Find("details").TriggerEvent("ontoggle", EventArgs.Empty);

        Assert.Contains(basis, why.Find("dl").TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(5, why.FindAll("dt").Count);
    }

    [Fact]
    [Promise("P-1-01")]
    public void Every_question_and_the_scan_have_their_reasons()
    {
        var reasons = Services.GetRequiredService<Reasons>();

        Assert.All(Enum.GetValues<Item>().Select(item => (Item?)item).Append(null), item => Assert.NotEmpty(reasons.Of(item).Purposes));
    }

    public Task InitializeAsync() => Task.CompletedTask;

    async Task IAsyncLifetime.DisposeAsync()
    {
        await editor.DisposeAsync();
        await DisposeAsync();
    }

    private IRenderedComponent<Field> Shown(Item item) =>
        Render<Field>(parameters => parameters.Add(field => field.Item, item).AddCascadingValue(editor));
}

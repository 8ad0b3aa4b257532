using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using SrmBlazor.Data;
using SrmBlazor.Features.Consents.Pages;
using SrmBlazor.Features.Disclosures;
using SrmBlazor.Features.News;
using SrmBlazor.Features.Registration.Activation;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Consents;

/// <summary>What the preview of a withdrawal says of a consent that holds nothing itself.</summary>
public sealed class WithdrawalTests
{
    [Theory, BothProviders]
    [Promise("P-5.4-02")]
    public async Task What_was_only_used_is_named_as_kept_with_its_reason_and_stays(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var decider = await Decider.BeginAsync(house);
        await decider.DecideAsync(For.Correspondence, give: true);
        await decider.AddAsync(new City("Shenzhen"), For.Correspondence);
        await decider.DecideAsync(For.PublicListing, give: true);
        var before = await decider.LiveAsync();

        var withdrawal = (await decider.OpenAsync(For.PublicListing)).Withdrawal!;
        await decider.DecideAsync(For.PublicListing, give: false);

        Assert.Empty(withdrawal.Erased);
        Assert.Equal([("city", For.Correspondence), ("identity", For.Account)], withdrawal.Kept.Select(one => (one.Kind.Name, one.Holds!.Purpose)).OrderBy(one => one.Name, StringComparer.Ordinal));
        Assert.All(withdrawal.Kept, one => Assert.False(one.Loses));
        Assert.Equal(before, await decider.LiveAsync());
    }

    [Theory, BothProviders]
    public async Task What_was_given_to_others_stays_noted_for_three_years_and_abroad_counts_what_went_abroad(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var supplier = await Registrant.ActivateAsync(house);
        await supplier.DecideAsync(house, For.ShareAffiliate, give: true);
        await supplier.DecideAsync(house, For.CrossBorder, give: true);
        Assert.Empty(await TracesAsync(house, supplier.Person, For.ShareAffiliate));

        Assert.True((await supplier.SendAsync(house, Sharer.AtHome)).Left);
        var on = Assert.Single(await house.DisclosuresAsync()).On;

        Assert.Equal([new Trace(nameof(Disclosure), on.AddYears(3))], await TracesAsync(house, supplier.Person, For.ShareAffiliate));
        Assert.Empty(await TracesAsync(house, supplier.Person, For.CrossBorder));
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await supplier.SendAsync(house, Sharer.Abroad)).Left);
        var last = (await house.DisclosuresAsync()).Max(one => one.On);
        Assert.Equal([new Trace(nameof(Disclosure), last.AddYears(3))], await TracesAsync(house, supplier.Person, For.CrossBorder));
    }

    [Theory, BothProviders]
    public async Task Which_news_came_stays_noted_for_its_links_and_which_was_opened_goes(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var room = new Newsroom(house.Services, house.Clock);
        var person = await room.SupplierAsync("one@supplier.test", "en", For.News, For.MailTracking);
        Assert.Empty(await TracesAsync(house, person, For.News));
        Assert.Empty(await TracesAsync(house, person, For.MailTracking));

        await room.SendAsync();

        var queued = Assert.Single(await room.DeliveriesAsync()).QueuedOn;
        Assert.Equal([new Trace(nameof(NewsDelivery), queued.AddDays(400))], await TracesAsync(house, person, For.News));
        Assert.Equal([new Trace(nameof(NewsOpening), null)], await TracesAsync(house, person, For.MailTracking));
        await room.DecideAsync(person, For.MailTracking, give: false);
        await house.Get<NewsRound>().RunAsync();
        Assert.Empty(await room.OpeningsAsync());
    }

    [Fact]
    public async Task The_panel_says_of_what_was_only_used_which_items_stay_and_why()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var supplier = await Sharer.SharedAsync(house);

        var shared = Page(await PanelAsync(house, supplier.Person, For.ShareAffiliate));
        await supplier.DecideAsync(house, For.CrossBorder, give: true);
        var abroad = Page(await PanelAsync(house, supplier.Person, For.CrossBorder));

        Assert.Contains("Name: needed for “Your account”.", shared, StringComparison.Ordinal);
        Assert.Contains("Mailbox: needed for “Your account”.", shared, StringComparison.Ordinal);
        Assert.DoesNotContain("Nationality: needed", shared, StringComparison.Ordinal);
        Assert.Contains("The record of what was given to whom, so that it can be accounted for. Until", shared, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing that was used for this.", shared, StringComparison.Ordinal);
        Assert.Contains("Nothing that was used for this.", abroad, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_goes_with_the_consent_is_named_among_what_is_erased()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var room = new Newsroom(house.Services, house.Clock);
        var person = await room.SupplierAsync("one@supplier.test", "en", For.News, For.MailTracking);
        await room.SendAsync();

        var page = Page(await PanelAsync(house, person, For.MailTracking));

        Assert.Contains("Which news you opened", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing is held for this alone.", page, StringComparison.Ordinal);
    }

    private static async Task<ConsentPanel> PanelAsync(House house, Guid person, Purpose purpose) =>
        (await house.Get<MyConsents>().OpenAsync(purpose.Key, "en", Decider.Surface, house.ActOf(person, Role.Supplier)))!;

    private static async Task<IReadOnlyList<Trace>> TracesAsync(House house, Guid person, Purpose purpose) =>
        (await PanelAsync(house, person, purpose)).Withdrawal!.Traces;

    /// <summary>The words of the panel.</summary>
    private static string Page(ConsentPanel panel)
    {
        using var context = new BunitContext();
        context.JSInterop.Mode = JSRuntimeMode.Loose;
        context.Services.AddLogging().AddLocalization();
        var page = context.Render<ConsentPanelView>(parameters => parameters
            .Add(view => view.Panel, panel).Add(view => view.Decide, _ => Task.CompletedTask).Add(view => view.Closed, EventCallback.Empty));
        return string.Join(' ', page.Find("dl").TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Disclosures;
using SrmBlazor.Features.Home;
using SrmBlazor.Features.Notifications;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Registration.Activation;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;
using Item = SrmBlazor.Features.Registration.Item;

namespace SrmBlazor.Features.Accuracy;

/// <summary>Who received what is corrected is told of it: once for each correction, and of nothing else.</summary>
public sealed class ToldTests
{
    private static readonly Change Position = new(Item.Position, "Keeper", "Warden");

    private static readonly Change Phone = new(Item.Phone, "+8613812345678", "139 1234 5678");

    [Theory, BothProviders]
    public async Task What_is_corrected_at_once_is_told_once_to_who_received_it_and_the_receipt_and_the_list_name_them(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var supplier = await Sharer.SharedAsync(house, twice: true);

        var saved = await SaveAsync(house, supplier, Position, Phone);

        Assert.Equal([new Told(Sharer.AtHome, NoticeState.Sent, null)], saved.Told);
        var notice = Assert.Single(await house.NoticesAsync());
        Assert.Equal((Sharer.AtHome, NoticeCause.Correction, NoticeState.Sent), (notice.RecipientKey, notice.Cause, notice.State));
        Assert.Equal(NoticeCause.Correction, Assert.Single(await house.Get<MySharing>().NoticesAsync("en", supplier.Act(house))).Cause);
        var letter = string.Join('\n', (await Letterbox.OfAsync(house, supplier.Person))[^1].Body);
        Assert.Contains("职位", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("电话", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("Warden", letter, StringComparison.Ordinal);
    }

    [Theory, BothProviders]
    public async Task Each_correction_is_told_and_what_nobody_received_or_what_stays_the_same_is_told_to_nobody(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var supplier = await Sharer.SharedAsync(house);

        Assert.Empty((await SaveAsync(house, supplier, Phone)).Told);
        Assert.Empty((await SaveAsync(house, supplier, Position with { Value = " Keeper " })).Told);
        Assert.Single((await SaveAsync(house, supplier, Position)).Told);
        Assert.Single((await SaveAsync(house, supplier, new Change(Item.City, "Shenzhen", null))).Told);

        Assert.Equal(2, (await house.NoticesAsync()).Count);
    }

    [Theory, BothProviders]
    public async Task An_item_that_is_taken_back_is_told_to_who_received_it(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var supplier = await Sharer.SharedAsync(house);
        var city = (await house.Get<MyData>().HeldAsync(supplier.Act(house))).Single(held => held.Kind.Name == "city");

        Assert.True(await house.Get<MyData>().RemoveAsync(city.Id, supplier.Act(house)));

        Assert.Equal(NoticeCause.Correction, Assert.Single(await house.NoticesAsync()).Cause);
    }

    [Theory, BothProviders]
    public async Task An_accepted_proposal_is_told_to_who_received_the_former_value_and_the_answer_names_them(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var supplier = await Proposer.VerifiedAsync(house);
        await supplier.ShareAsync(house);
        var reference = await supplier.ProposeAsync(house, Proposer.Name, new Change(Item.Nationality, "CN", "FR"));

        await house.DecideAsync(reference, RequestOutcome.Fulfilled);

        var notice = Assert.Single(await house.NoticesAsync());
        Assert.Equal((Sharer.AtHome, NoticeCause.Correction, (await house.RequestAsync(reference)).Id), (notice.RecipientKey, notice.Cause, notice.CauseId));
        var answer = (await house.Get<MyRequests>().OpenAsync(reference, supplier.Act(house)))!.Steps.Single(step => step.Step == RequestStep.Decided).Text!;
        Assert.Contains("Example Components", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("correcting.before-commit")]
    [InlineData("correcting.before-index")]
    public async Task A_correction_that_died_half_way_tells_once_and_a_refused_one_tells_nobody(string step)
    {
        using var stores = await Stores.CreateAsync(DatabaseProvider.Sqlite);
        Registrant supplier;
        string reference;
        DateTimeOffset died;
        await using (var house = await House.OpenAsync(stores))
        {
            supplier = await Proposer.VerifiedAsync(house);
            await supplier.ShareAsync(house);
            await house.DecideAsync(await supplier.ProposeAsync(house, Proposer.Name with { Value = "Qvarnström Z." }), RequestOutcome.Refused);
            Assert.Empty(await house.NoticesAsync());
            reference = await supplier.ProposeAsync(house, Proposer.Name);
            await house.DecideAsync(reference, RequestOutcome.Fulfilled, () => house.DieAt(step));
            died = house.Clock.GetUtcNow();
        }

        await using var next = await House.OpenAsync(stores, new FakeTimeProvider(died));
        for (var round = 0; round < 3; round++)
        {
            await next.Get<RequestRound>().RunAsync();
        }

        Assert.Equal(RequestState.Fulfilled, (await next.RequestAsync(reference)).State);
        Assert.Single(await next.NoticesAsync());
        await using var db = next.Store.Read();
        Assert.Single(await db.Set<OutboxMail>().Where(mail => mail.Letter == nameof(Letters.DataToCorrect)).ToListAsync());
    }

    private static async Task<CorrectionSaved.Done> SaveAsync(House house, Registrant supplier, params Change[] changes) =>
        Assert.IsType<CorrectionSaved.Done>(await house.Get<MyCorrections>().ReadAndSaveAsync(changes, supplier.Act(house)));
}

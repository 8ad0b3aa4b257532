using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Data.Audit;
using SrmBlazor.Features.Policies;
using SrmBlazor.Features.Registration.Activation;
using SrmBlazor.PersonalData;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Registration;

public sealed class DraftsTests
{
    private static readonly ShownPolicy Shown = new(3, new string('b', 64), "zh-CN");

    public static TheoryData<DatabaseProvider, Item> NotAskedInChina
    {
        get
        {
            var data = new TheoryData<DatabaseProvider, Item>();
            foreach (var provider in PostgresServer.Skipped ? new[] { DatabaseProvider.Sqlite } : [DatabaseProvider.Sqlite, DatabaseProvider.PostgreSql])
            {
                foreach (var item in new[] { Item.Gender, Item.BirthYear, Item.Phone, Item.Postcode, Item.ScreeningAddress })
                {
                    data.Add(provider, item);
                }
            }

            return data;
        }
    }

    [Theory, BothProviders]
    [Promise("P-A-03")]
    public async Task Rejecting_the_policy_is_recorded_and_leads_to_nobody(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);

        await house.Get<Drafts>().RejectAsync(Shown);

        await using var db = house.Store.Read();
        var decision = await db.Set<PolicyDecision>().SingleAsync();
        Assert.Equal((PolicyAnswer.Rejected, null, 3, Shown.TextHash, "zh-CN"), (decision.Answer, decision.PersonId, decision.Version, decision.TextHash, decision.Language));
        Assert.Equal(house.Clock.GetUtcNow().UtcDateTime.Date, decision.On); // a time of day beside an address in some log could point to somebody
        Assert.Equal((0, 0, 0, 0), (await db.Set<Person>().CountAsync(), await db.Set<Draft>().CountAsync(), await db.Set<SealedRow>().CountAsync(), await db.Set<AuditEntry>().CountAsync(entry => entry.Action != "policy.published")));
    }

    [Theory, BothProviders]
    [Promise("P-A-02", "P-1.1.1-01")]
    public async Task Accepting_is_recorded_with_the_text_that_was_shown(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);

        var key = DraftKey.Of(await house.Get<Drafts>().BeginAsync(Shown, AgeBand.Adult, "DE"))!;

        var draft = (await house.Get<Drafts>().LoadAsync(key))!;
        Assert.Equal(new Answers { AgeBand = nameof(AgeBand.Adult), Country = "DE" }, draft.Answers);
        await using var db = house.Store.Read();
        var decision = await db.Set<PolicyDecision>().SingleAsync();
        Assert.Equal((PolicyAnswer.Accepted, draft.Person, 3, Shown.TextHash), (decision.Answer, decision.PersonId, decision.Version, decision.TextHash));
    }

    [Fact]
    [Promise("P-7-05")]
    public async Task Nothing_is_kept_of_a_child()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);

        await Assert.ThrowsAsync<InvalidOperationException>(() => house.Get<Drafts>().BeginAsync(Shown, AgeBand.Child, "CN"));

        await using var db = house.Store.Read();
        Assert.Equal((0, 0), (await db.Set<Person>().CountAsync(), await db.Set<PolicyDecision>().CountAsync()));
    }

    [Theory, MemberData(nameof(NotAskedInChina))]
    [Promise("P-1.1.1-03", "P-1.1.1-13")]
    public async Task An_answer_that_is_not_asked_is_refused_with_all_that_came_with_it(DatabaseProvider provider, Item item)
    {
        await using var house = await House.BuildAsync(provider);
        var registrant = await Registrant.BeginAsync(house);
        await registrant.SaveAsync(house, (Item.Cooperation, nameof(Cooperation.Subcontracting)));
        var before = await registrant.LoadAsync(house);

        var result = await registrant.SaveAsync(house, (Item.City, "Shenzhen"), (item, "1990"));

        Assert.Equal(new DraftSave.NotAsked(item), result);
        Assert.Equal(before, await registrant.LoadAsync(house));
    }

    [Theory, BothProviders]
    public async Task A_change_that_ends_a_question_takes_its_answer_with_it(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var registrant = await Registrant.BeginAsync(house, "RU");
        await registrant.SaveAsync(house, (Item.Cooperation, nameof(Cooperation.PersonnelLeasing)), (Item.Phone, "+8613812345678"), (Item.Postcode, "101000"));

        await registrant.SaveAsync(house, (Item.Cooperation, nameof(Cooperation.Subcontracting)), (Item.Country, "KZ"));

        var answers = (await registrant.LoadAsync(house))!.Answers;
        Assert.Equal((null, null, "KZ"), (answers.Phone, answers.Postcode, answers.Country));
        await using var db = house.Store.Read();
        Assert.Equal("KZ", (await db.Set<Person>().SingleAsync()).Region);
    }

    [Theory, BothProviders]
    [Promise("P-0-06")]
    public async Task A_document_number_waits_for_its_separate_consent(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var registrant = await Registrant.BeginAsync(house);

        var before = await registrant.SaveAsync(house, (Item.IdNumber, Registrant.Number), (Item.City, "Shenzhen"));
        Assert.Equal((null, null), ((await registrant.LoadAsync(house))!.Answers.IdNumber, (await registrant.LoadAsync(house))!.Answers.City));
        Assert.False(await house.Get<SensitiveConsents>().DecideAsync(registrant.Key, agreed: true));
        Assert.Equal("sensitive-identity", (await house.Get<SensitiveConsents>().ShowAsync(registrant.Key, "en"))!.Purpose);
        await house.Get<SensitiveConsents>().DecideAsync(registrant.Key, agreed: true);
        var after = await registrant.SaveAsync(house, (Item.IdNumber, Registrant.Number));

        Assert.Equal(new DraftSave.NeedsConsent(Item.IdNumber), before);
        Assert.Equal(Registrant.Number, Assert.IsType<DraftSave.Saved>(after).Answers.IdNumber);
    }

    [Theory, BothProviders]
    [Promise("P-0-08", "P-1-04")]
    public async Task Refusing_the_separate_consent_erases_the_draft_with_its_scan(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var registrant = await Registrant.TypeAsync(house);

        Assert.True(await house.Get<SensitiveConsents>().DecideAsync(registrant.Key, agreed: false));

        Assert.Null(await registrant.LoadAsync(house));
        Assert.Empty(await registrant.LiveAsync(house));
    }

    [Theory, BothProviders]
    public async Task Dropping_a_registration_erases_it_at_once(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var registrant = await Registrant.TypeAsync(house);

        Assert.True(await house.Get<Drafts>().DiscardAsync(registrant.Key));

        Assert.Empty(await registrant.LiveAsync(house));
        Assert.False(await house.Get<Drafts>().DiscardAsync(registrant.Key));
        Assert.IsType<DraftSave.Gone>(await registrant.SaveAsync(house, (Item.City, "Wuhan")));
    }

    [Theory, BothProviders]
    [Promise("P-1.1.1-X1")]
    public async Task With_any_other_key_a_draft_is_not_found(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var registrant = await Registrant.TypeAsync(house);
        var before = await registrant.LoadAsync(house);
        var stranger = registrant with { Key = DraftKey.Create().Key };

        Assert.Null(await stranger.LoadAsync(house));
        Assert.IsType<DraftSave.Gone>(await stranger.SaveAsync(house, (Item.City, "Wuhan")));
        Assert.False(await house.Get<SensitiveConsents>().DecideAsync(stranger.Key, agreed: true));
        Assert.False(await house.Get<SensitiveConsents>().DecideAsync(stranger.Key, agreed: false));
        Assert.False(await house.Get<Drafts>().DiscardAsync(stranger.Key));

        Assert.Equal(before, await registrant.LoadAsync(house));
    }

    [Theory, BothProviders]
    public async Task Of_what_two_tabs_changed_only_the_disputed_answer_is_left_and_named(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var registrant = await Registrant.BeginAsync(house);
        await registrant.SaveAsync(house, (Item.City, "Shenzhen"));
        var stale = (await registrant.LoadAsync(house))!;
        await registrant.SaveAsync(house, (Item.City, "Wuhan"), (Item.Department, "Stores"), (Item.Position, "Clerk"));

        var result = await house.Get<Drafts>().SaveAsync(registrant.Key,
            [new Change(Item.City, "Shenzhen", "Xi'an"), new Change(Item.Position, null, "Clerk"), new Change(Item.FullName, null, "Li Lei")], stale.Version, stale.Answers);

        var disagrees = Assert.IsType<DraftSave.Disagrees>(result);
        Assert.Equal([Item.City], disagrees.Items);
        var draft = (await registrant.LoadAsync(house))!;
        Assert.Equal((disagrees.Theirs, disagrees.Version), (draft.Answers, draft.Version));
        Assert.Equal(("Wuhan", "Stores", "Clerk", "Li Lei"), (draft.Answers.City, draft.Answers.Department, draft.Answers.Position, draft.Answers.FullName));
    }

    [Theory, BothProviders]
    public async Task Tabs_that_save_at_the_same_moment_lose_nothing(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var registrant = await Registrant.BeginAsync(house);
        var begun = (await registrant.LoadAsync(house))!;
        Item[] items = [Item.Mailbox, Item.FullName, Item.Nationality, Item.CommunicationAddress, Item.City, Item.Department, Item.Position];

        var results = await Task.WhenAll(items.Select(item => Task.Run(() =>
            house.Get<Drafts>().SaveAsync(registrant.Key, [new Change(item, null, $"{item} typed")], begun.Version, begun.Answers))));

        Assert.All(results, result => Assert.IsType<DraftSave.Saved>(result));
        var draft = (await registrant.LoadAsync(house))!;
        Assert.All(items, item => Assert.Equal($"{item} typed", draft.Answers[item]));
        Assert.Equal(begun.Version + items.Length, draft.Version);
    }
}

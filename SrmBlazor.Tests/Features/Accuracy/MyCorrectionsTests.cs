using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Data.Audit;
using SrmBlazor.Features.Consents;
using SrmBlazor.Features.Guardians;
using SrmBlazor.Features.Policies;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Registration.Activation;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;
using SrmBlazor.Support;
using Item = SrmBlazor.Features.Registration.Item;

namespace SrmBlazor.Features.Accuracy;

public sealed class MyCorrectionsTests
{
    [Theory, BothProviders]
    public async Task What_nobody_checked_changes_at_once_under_its_key_and_the_audit_holds_ids_alone(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var supplier = await Registrant.ActivateAsync(house);
        var before = Assert.IsType<Opening<Phone>.Opened>(await house.Vault.OpenAsync<Phone>(supplier.Person, For.LeasingContact));

        var saved = await SaveAsync(house, supplier, new Change(Item.Phone, "+8613812345678", "139 1234 5678"), new Change(Item.Position, "Keeper", "Warden"));

        Assert.Equal([new Corrected("phone", Doing.Changed), new Corrected("position", Doing.Changed)], Done(saved));
        var after = Assert.IsType<Opening<Phone>.Opened>(await house.Vault.OpenAsync<Phone>(supplier.Person, For.LeasingContact));
        Assert.Equal((before.Id, before.Version + 1, "+8613912345678"), (after.Id, after.Version, after.Record.Number));
        await using var db = house.Store.Read();
        var details = await db.Set<AuditEntry>().Where(entry => entry.Action == MyCorrections.Cause).Select(entry => entry.Detail).ToListAsync();
        Assert.Equal(2, details.Count);
        Assert.DoesNotContain(details, detail => detail.Contains("Warden", StringComparison.Ordinal) || detail.Contains("139", StringComparison.Ordinal));
    }

    [Theory, BothProviders]
    [Promise("P-5.2-02")]
    public async Task An_empty_item_is_filled_and_an_optional_one_that_is_emptied_is_erased_at_once(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var supplier = await Registrant.ActivateAsync(house, Registrant.Everything with { Department = null, Position = null });

        var added = await SaveAsync(house, supplier, new Change(Item.Department, null, "Harbour lights"), new Change(Item.City, "Shenzhen", null));

        Assert.Equal([new Corrected("city", Doing.Removed), new Corrected("department", Doing.Added)], Done(added));
        Assert.IsType<Opening<City>.Erased>(await house.Vault.OpenAsync<City>(supplier.Person, For.Access));
        Assert.Equal("Harbour lights", (await house.Vault.OpenAsync<Department>(supplier.Person, For.WorkProfile)).OrNull!.Name);
        Assert.NotNull((await house.Vault.OpenAsync<CommunicationAddress>(supplier.Person, For.Correspondence)).OrNull);
        // to fill it is to agree to it, beside its notice
        await using var db = house.Store.Read();
        var consent = await db.Set<ConsentEvent>().SingleAsync(one => one.PersonId == supplier.Person && one.Purpose == For.WorkProfile.Key);
        Assert.Equal(ConsentState.Given, consent.State);
    }

    [Theory, BothProviders]
    public async Task What_fills_an_empty_answer_agrees_to_the_notice_that_the_page_showed_before_and_to_no_other(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var supplier = await Registrant.ActivateAsync(house, Registrant.Everything with { Department = null, Position = null, City = null, CommunicationAddress = null });
        var another = await Registrant.ActivateAsync(house, Registrant.Everything with { Mailbox = "other@qvarnstroem.test", Department = null, Position = null });
        var corrections = house.Get<MyCorrections>();
        Change[] changes = [new(Item.Department, null, "Harbour lights"), new(Item.Position, null, "Warden")];

        var early = (await corrections.ShowAsync("en", supplier.Act(house))).Select(one => one.Served).ToList();
        var anothers = (await corrections.ShowAsync("en", another.Act(house))).Select(one => one.Served).ToList();
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        await PolicyStaff.Of(house).PublishNewAsync(MajorKinds.None);
        var shown = await corrections.ShowAsync("zh-CN", supplier.Act(house));
        house.Clock.Advance(TimeSpan.FromMinutes(1));

        foreach (var served in (IReadOnlyCollection<Guid>[])[[], early, anothers, [.. shown.Where(one => one.Notice.Purpose != For.WorkProfile.Key).Select(one => one.Served)]])
        {
            Assert.IsType<CorrectionSaved.NotRead>(await corrections.SaveAsync(changes, served, supplier.Act(house)));
        }

        Assert.DoesNotContain("department", await supplier.LiveAsync(house));
        Done(await corrections.SaveAsync(changes, [.. shown.Select(one => one.Served)], supplier.Act(house)));
        await using var db = house.Store.Read();
        var consent = await db.Set<ConsentEvent>().SingleAsync(one => one.PersonId == supplier.Person && one.Purpose == For.WorkProfile.Key);
        var notice = await db.Set<NoticeServed>().SingleAsync(one => one.Id == consent.NoticeId);
        Assert.Equal(shown.Single(one => one.Notice.Purpose == For.WorkProfile.Key).Served, notice.Id);
        Assert.Equal(("/privacy/correct", TimeSpan.FromMinutes(1)), (notice.Surface, consent.On - notice.On));
        Assert.Equal(["correspondence"], (await corrections.ShowAsync("en", supplier.Act(house))).Select(one => one.Notice.Purpose));
    }

    [Theory, BothProviders]
    public async Task A_child_who_took_a_consent_back_does_not_give_it_by_filling_an_answer(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var (child, _) = await Child.ActivateAsync(house);
        Assert.True(await new Decider(house, child.Person).DecideAsync(For.Correspondence, give: false));

        var shown = await house.Get<MyCorrections>().ShowAsync("en", child.AsRegistrant.Act(house));
        var saved = await SaveAsync(house, child.AsRegistrant, new Change(Item.City, null, "Shenzhen"));

        Assert.Empty(shown);
        Assert.IsType<CorrectionSaved.Shut>(saved);
        Assert.DoesNotContain("city", await child.LiveAsync(house));
    }

    [Fact]
    public async Task Wrong_answers_are_named_by_the_wizards_rules_and_nothing_of_the_save_is_kept()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var supplier = await Registrant.ActivateAsync(house);

        var saved = await SaveAsync(house, supplier, new Change(Item.Phone, "+8613812345678", "12"), new Change(Item.BirthYear, "1949", "1980"), new Change(Item.Position, "Keeper", "Warden"));
        var disagrees = await SaveAsync(house, supplier, new Change(Item.BirthYear, "1949", "1950"));
        var missing = await SaveAsync(house, supplier, new Change(Item.Phone, "+8613812345678", null));

        Assert.Equal([nameof(Item.Phone)], Assert.IsType<CorrectionSaved.Incomplete>(saved).Faults.Select(fault => fault.Field));
        // the checked number tells another year
        Assert.Equal([nameof(Item.BirthYear)], Assert.IsType<CorrectionSaved.Incomplete>(disagrees).Faults.Select(fault => fault.Field));
        Assert.Equal([nameof(Item.Phone)], Assert.IsType<CorrectionSaved.Incomplete>(missing).Faults.Select(fault => fault.Field));
        Assert.Equal("Keeper", (await house.Vault.OpenAsync<Position>(supplier.Person, For.WorkProfile)).OrNull!.Name);
    }

    [Fact]
    public async Task What_another_page_changed_meanwhile_is_shown_and_not_overwritten()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var supplier = await Registrant.ActivateAsync(house);
        var change = new Change(Item.Position, "Keeper", "Warden");
        Done(await SaveAsync(house, supplier, change));

        var again = await SaveAsync(house, supplier, change);
        var other = await SaveAsync(house, supplier, new Change(Item.Position, "Keeper", "Pilot"), new Change(Item.City, "Shenzhen", "Dalian"));

        Assert.Empty(Done(again));
        Assert.Equal([Item.Position], Assert.IsType<CorrectionSaved.Disagrees>(other).Items);
        Assert.Equal(("Warden", "Shenzhen"), ((await house.Vault.OpenAsync<Position>(supplier.Person, For.WorkProfile)).OrNull!.Name, (await house.Vault.OpenAsync<City>(supplier.Person, For.Correspondence)).OrNull!.Name));
    }

    [Fact]
    public async Task What_was_checked_or_is_set_aside_is_not_open()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var supplier = await Registrant.ActivateAsync(house);
        var position = Assert.IsType<Opening<Position>.Opened>(await house.Vault.OpenAsync<Position>(supplier.Person, For.WorkProfile));
        await using (var work = await house.Store.WriteAsync())
        {
            work.Restrict(supplier.Person, position.Id, supplier.Act(house), "test");
            await work.CommitAsync();
        }

        var open = (await house.Get<MyCorrections>().OpenAsync(supplier.Act(house)))!;
        var saved = await SaveAsync(house, supplier, new Change(Item.Position, "Keeper", "Warden"), new Change(Item.FullName, Registrant.Name, "Somebody Else"), new Change(Item.Country, "CN", "DE"));

        Assert.Equal([Item.Gender, Item.BirthYear, Item.Phone, Item.CommunicationAddress, Item.City, Item.Department], open.AtOnce);
        Assert.Equal(["position"], open.SetAside);
        Assert.Empty(Done(saved));
        Assert.Equal(Registrant.Name, (await house.Vault.OpenAsync<Identity>(supplier.Person, For.Account)).OrNull!.FullName);
    }

    [Fact]
    public async Task A_year_that_shows_a_child_is_kept_by_nobody_and_all_else_waits_for_the_guardian_once_it_is_said_to_be_right()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var supplier = await Registrant.ActivateAsync(house, Registrant.Everything with { IdType = "Passport", IdCountry = "FR", IdNumber = "11CK55555" });
        var change = new Change(Item.BirthYear, "1949", "2015");

        var saved = await SaveAsync(house, supplier, change);
        var confirmed = await house.Get<MyCorrections>().ConfirmChildAsync([change], supplier.Act(house));

        Assert.Equal(nameof(Item.BirthYear), Assert.Single(Assert.IsType<CorrectionSaved.ShowsChild>(saved).Faults).Field);
        Assert.True(confirmed);
        Assert.Equal(RegistrationState.AwaitsGuardian, (await supplier.RegistrationAsync(house)).State);
        Assert.Null(await house.Get<MyCorrections>().OpenAsync(supplier.Act(house)));
        Assert.IsType<CorrectionSaved.Shut>(await SaveAsync(house, supplier, change));
        Assert.False(await house.Get<MyCorrections>().ConfirmChildAsync([change], supplier.Act(house)));
    }

    [Theory]
    [InlineData("accuracy.before-commit", "Keeper", true)]
    [InlineData("erase.after-intent", "Warden", false)]
    [InlineData("erase.after-keys", "Warden", false)]
    public async Task A_save_that_died_is_nothing_or_whole_after_the_next_start(string step, string position, bool city)
    {
        using var stores = await Stores.CreateAsync(DatabaseProvider.Sqlite);
        Registrant supplier;
        await using (var house = await House.OpenAsync(stores))
        {
            supplier = await Registrant.ActivateAsync(house);
            house.DieAt(step);
            await Assert.ThrowsAsync<ProcessDiedException>(() => SaveAsync(house, supplier, new Change(Item.Position, "Keeper", "Warden"), new Change(Item.City, "Shenzhen", null)));
        }

        await using var next = await House.OpenAsync(stores);

        Assert.Equal(position, (await next.Vault.OpenAsync<Position>(supplier.Person, For.WorkProfile)).OrNull!.Name);
        Assert.Equal(city, (await supplier.LiveAsync(next)).Contains("city"));
    }

    [Fact]
    public void Every_record_of_a_registration_is_filed_with_all_its_items()
    {
        RecordKind[] others = [IdentityScan.Kind, GuardianInvitation.Kind, Guardianship.Kind];
        var map = DataMap.OfThisProgram();

        var kinds = map.ByType.Where(one => one.Key.Namespace == typeof(Identity).Namespace).Select(one => one.Value).Except(others);

        Assert.Equal(kinds.Select(kind => kind.Name).Order(), Filed.All.Select(filed => filed.Kind.Name).Order());
        Assert.All(Filed.All, filed => Assert.Equal(filed.Kind.Items.Select(item => item.Property).Order(), filed.Places.Select(place => place.Property).Order()));
    }

    private static Task<CorrectionSaved> SaveAsync(House house, Registrant supplier, params Change[] changes) => house.Get<MyCorrections>().ReadAndSaveAsync(changes, supplier.Act(house));

    private static IReadOnlyList<Corrected> Done(CorrectionSaved saved) => Assert.IsType<CorrectionSaved.Done>(saved).Lines;
}

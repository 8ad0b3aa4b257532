using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Consents;

public sealed class MyConsentsTests
{
    [Promise("P-5.4-01", "P-5.4-03")]
    [Theory, BothProviders]
    public async Task Taking_back_erases_at_once_what_nothing_else_holds_and_says_so_before(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var decider = await Decider.BeginAsync(house);
        await decider.DecideAsync(For.WorkProfile, give: true);
        var department = await decider.AddAsync(new Department("Harbour lights"), For.WorkProfile);

        var panel = await decider.OpenAsync(For.WorkProfile);
        Assert.True(await decider.Consents.DecideAsync(For.WorkProfile.Key, give: false, panel.Served, decider.Act));

        Assert.Equal([department], panel.Withdrawal!.Erased.Select(one => one.Record));
        Assert.Empty(panel.Withdrawal.Kept);
        Assert.DoesNotContain(department, await decider.LiveAsync());
        Assert.IsType<Opening<Department>.Erased>(await house.Vault.OpenAsync<Department>(decider.Person, For.WorkProfile));
    }

    [Promise("P-5.4-02", "P-0-07")]
    [Theory, BothProviders]
    public async Task What_a_law_demands_stays_when_the_consent_to_the_id_number_is_taken_back_and_the_preview_names_it(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var decider = await Decider.BeginAsync(house);
        await decider.BeginAsync(For.OrdersSettlement);

        var panel = await decider.OpenAsync(For.SensitiveIdentity);
        await decider.Consents.DecideAsync(For.SensitiveIdentity.Key, give: false, panel.Served, decider.Act);

        Assert.Equal([IdentityScan.Kind], panel.Withdrawal!.Erased.Select(one => one.Kind));
        var kept = Assert.Single(panel.Withdrawal.Kept);
        Assert.Equal((IdentityDocument.Kind, For.OrdersSettlement), (kept.Kind, kept.Holds!.Purpose));
        Assert.IsType<Opening<IdentityScan>.Erased>(await house.Vault.OpenAsync<IdentityScan>(decider.Person, For.IdentityCheck));
        Assert.IsType<Opening<IdentityDocument>.Refused>(await house.Vault.OpenAsync<IdentityDocument>(decider.Person, For.OrdersSettlement));
    }

    [Theory, BothProviders]
    public async Task A_double_click_is_one_decision(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var decider = await Decider.BeginAsync(house);
        var panel = await decider.OpenAsync(For.KeepLonger);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => decider.Consents.DecideAsync(For.KeepLonger.Key, give: true, panel.Served, decider.Act))));

        Assert.Single(answers, answer => answer);
        Assert.Single(await decider.EventsAsync(), one => one.Purpose == For.KeepLonger.Key);
    }

    [Fact]
    public async Task Nothing_is_decided_about_a_notice_that_was_not_shown_for_it_or_was_shown_to_somebody_else()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var (decider, other) = (await Decider.BeginAsync(house), await Decider.BeginAsync(house));
        var about = await decider.OpenAsync(For.KeepLonger);
        var shownToAnother = await other.OpenAsync(For.KeepLonger);

        Assert.False(await decider.Consents.DecideAsync(For.KeepLonger.Key, give: true, Guid.NewGuid(), decider.Act));
        Assert.False(await decider.Consents.DecideAsync(For.WorkProfile.Key, give: true, about.Served, decider.Act));
        Assert.False(await decider.Consents.DecideAsync(For.KeepLonger.Key, give: true, shownToAnother.Served, decider.Act));
        Assert.False(await decider.Consents.DecideAsync(For.Account.Key, give: false, about.Served, decider.Act));

        Assert.Equal(["sensitive-identity"], (await decider.EventsAsync()).Select(one => one.Purpose));
    }

    [Promise("P-2-04")]
    [Theory, BothProviders]
    public async Task The_longer_term_moves_the_end_and_taking_it_back_erases_what_is_due(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var (kept, forgotten) = (await Decider.BeginAsync(house), await Decider.BeginAsync(house));
        await kept.DecideAsync(For.KeepLonger, give: true);
        foreach (var decider in (Decider[])[kept, forgotten])
        {
            foreach (var purpose in (Purpose[])[For.IdentityCheck, For.Screening, For.LeasingContact, For.Account])
            {
                await decider.EndAsync(purpose);
            }
        }

        Assert.Empty(await forgotten.LiveAsync());
        Assert.Equal(3, (await kept.LiveAsync()).Count);
        var panel = await kept.OpenAsync(For.KeepLonger);
        Assert.Equal(await kept.LiveAsync(), panel.Withdrawal!.Erased.Select(one => one.Record).ToHashSet());
        await kept.Consents.DecideAsync(For.KeepLonger.Key, give: false, panel.Served, kept.Act);
        Assert.Empty(await kept.LiveAsync());
    }

    [Promise("P-1.3-11")]
    [Theory, BothProviders]
    public async Task A_changed_purpose_is_not_in_use_until_it_is_consented_to_anew(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var decider = await Decider.BeginAsync(house);
        await decider.DecideAsync(For.WorkProfile, give: true);
        await decider.AddAsync(new Department("Harbour lights"), For.WorkProfile);

        await decider.ReviseAsync(For.WorkProfile, 2);
        var paused = Assert.Single(await decider.Consents.ChoicesAsync(decider.Act), choice => choice.Paused);
        Assert.IsType<Opening<Department>.Refused>(await house.Vault.OpenAsync<Department>(decider.Person, For.WorkProfile));
        await decider.DecideAsync(For.WorkProfile, give: true);

        Assert.Equal(For.WorkProfile, paused.Purpose);
        Assert.IsType<Opening<Department>.Opened>(await house.Vault.OpenAsync<Department>(decider.Person, For.WorkProfile));
        Assert.Equal(ConsentState.Renewed, (await decider.EventsAsync())[^1].State);
    }

    [Promise("P-A-02", "P-5.4-X1")]
    [Theory, BothProviders]
    public async Task Decisions_and_notices_can_neither_be_changed_nor_removed_nor_slipped_in_unnoticed(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var decider = await Decider.BeginAsync(house);
        await decider.DecideAsync(For.KeepLonger, give: true);
        await using var db = house.Store.Read();
        Assert.Empty(await ConsentBook.ForgedAsync(db));

        foreach (var statement in (string[])["UPDATE \"ConsentEvents\" SET \"State\" = 2", "DELETE FROM \"ConsentEvents\"", "UPDATE \"NoticesServed\" SET \"Surface\" = 'x'", "DELETE FROM \"NoticeTexts\""])
        {
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.Database.ExecuteSqlRawAsync(statement));
        }

        await db.Database.ExecuteSqlRawAsync(provider == DatabaseProvider.Sqlite ? "DROP TRIGGER \"ConsentEvents_frozen\"" : "DROP TRIGGER \"ConsentEvents_frozen\" ON \"ConsentEvents\"");
        await db.Database.ExecuteSqlRawAsync("UPDATE \"ConsentEvents\" SET \"State\" = 2 WHERE \"Purpose\" = 'keep-longer'");

        Assert.Equal([(await decider.EventsAsync())[^1].Id], await ConsentBook.ForgedAsync(db));
    }

    [Fact]
    public async Task Forgetting_the_person_leaves_decisions_that_still_verify()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var decider = await Decider.BeginAsync(house);
        await decider.DecideAsync(For.KeepLonger, give: true);
        await using var db = house.Store.Read();

        await db.Database.ExecuteSqlRawAsync("UPDATE \"ConsentEvents\" SET \"PersonId\" = NULL");

        Assert.Empty(await decider.EventsAsync());
        Assert.Empty(await ConsentBook.ForgedAsync(db));
    }

    [Fact]
    public async Task The_notice_that_was_shown_is_kept_word_for_word_in_the_language_it_was_shown_in()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var decider = await Decider.BeginAsync(house);

        var panel = await decider.OpenAsync(For.SensitiveIdentity, "zh-CN");

        await using var db = house.Store.Read();
        var served = await db.Set<NoticeServed>().AsNoTracking().SingleAsync(one => one.Id == panel.Served);
        var text = await db.Set<NoticeText>().AsNoTracking().SingleAsync(one => one.Hash == served.TextHash);
        Assert.Equal((panel.Notice.Hash, Decider.Surface), (served.TextHash, served.Surface));
        Assert.Equal(panel.Notice.Text, Notice.Read(text.Text).Text);
        Assert.Contains("证件号码", text.Text, StringComparison.Ordinal);
        Assert.Equal(["identity-document.Number", "identity-scan.Picture", "request-evidence.Picture"], panel.Notice.Items.Select(item => item.Id));
    }
}

using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Notifications;
using SrmBlazor.Features.Registration.Activation;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Keys;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Registration;

/// <summary>A draft's thirty days: the warning before, the end by the clock, what the round leaves on the disk.</summary>
public sealed class DraftTermTests
{
    [Theory, BothProviders]
    [Promise("P-1.1.1-X1")]
    public async Task An_owner_is_warned_once_five_days_before(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var registrant = await Registrant.TypeAsync(house);
        house.Clock.Advance(Draft.Life - Draft.WarnBefore - TimeSpan.FromSeconds(1));
        await house.Get<Resumptions>().WarnAsync(CancellationToken.None);
        Assert.Empty(await Letterbox.OfAsync(house, registrant.Person));
        house.Clock.Advance(TimeSpan.FromSeconds(1));

        await house.Get<Resumptions>().WarnAsync(CancellationToken.None);
        await house.Get<Resumptions>().WarnAsync(CancellationToken.None);

        Assert.Equal(Registrant.Mailbox, Assert.Single(await Letterbox.OfAsync(house, registrant.Person)).To);
        await using var db = house.Store.Read();
        Assert.Equal("DraftExpiryWarning", (await db.Set<OutboxMail>().SingleAsync()).Letter);
    }

    [Theory, BothProviders]
    public async Task The_link_in_the_warning_opens_the_draft_up_to_its_last_second(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var registrant = await Registrant.TypeAsync(house);
        house.Clock.Advance(Draft.Life - Draft.WarnBefore);
        await house.Get<Resumptions>().WarnAsync(CancellationToken.None);
        var token = (await Letterbox.OfAsync(house, registrant.Person))[0].Token;
        house.Clock.Advance(Draft.WarnBefore - TimeSpan.FromSeconds(1));

        var secret = await house.Get<Resumptions>().ResumeAsync(token);

        Assert.Equal(Registrant.Name, (await house.Get<Drafts>().LoadAsync(DraftKey.Of(secret)!))!.Answers.FullName);
    }

    [Theory, BothProviders]
    public async Task A_draft_without_a_usable_mailbox_holds_up_nobody_elses_warning(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var silent = await Registrant.BeginAsync(house);
        var half = await Registrant.BeginAsync(house);
        await half.SaveAsync(house, (Item.Mailbox, "li.lei@"));
        var reachable = await Registrant.TypeAsync(house);
        house.Clock.Advance(Draft.Life - Draft.WarnBefore);

        await house.Get<Resumptions>().WarnAsync(CancellationToken.None);

        Assert.Empty(await Letterbox.OfAsync(house, silent.Person));
        Assert.Empty(await Letterbox.OfAsync(house, half.Person));
        Assert.Single(await Letterbox.OfAsync(house, reachable.Person));
    }

    [Theory, BothProviders]
    [Promise("P-1.1.1-X1")]
    public async Task After_thirty_days_nothing_of_a_draft_opens_although_no_round_came_by(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var registrant = await Registrant.TypeAsync(house);
        house.Clock.Advance(TimeSpan.FromDays(20));
        var scan = new ScanOwner.OfDraft(registrant.Key);
        await Registrant.PutScanAsync(house, scan);
        Assert.NotNull(await house.Get<ScanStore>().ShowAsync(scan));
        house.Clock.Advance(TimeSpan.FromDays(10));

        Assert.Null(await registrant.LoadAsync(house));
        Assert.IsType<DraftSave.Gone>(await registrant.SaveAsync(house, (Item.City, "Wuhan")));
        Assert.IsType<SubmitResult.Gone>(await house.Get<Submissions>().SubmitAsync(registrant.Key));
        Assert.Null(await house.Get<ScanStore>().ShowAsync(scan));
        Assert.Null(await Registrant.PutScanAsync(house, scan));
        Assert.False(await house.Get<SensitiveConsents>().DecideAsync(registrant.Key, agreed: true));
        Assert.False(await house.Get<Resumptions>().MailLinkAsync(registrant.Key));
        Assert.Null(await house.Get<Resumptions>().ResumeAsync(await registrant.LinkAsync(house, LinkKind.ResumeDraft)));
    }

    [Theory, BothProviders]
    public async Task The_round_ends_what_is_over_and_nothing_else(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var older = await Registrant.TypeAsync(house);
        house.Clock.Advance(TimeSpan.FromSeconds(1));
        var younger = await Registrant.TypeAsync(house);
        house.Clock.Advance(Draft.Life - TimeSpan.FromSeconds(1));

        await house.Get<Drafts>().LapseAsync(CancellationToken.None);

        Assert.Empty(await older.LiveAsync(house));
        Assert.Equal(["identity-scan", "registration-draft"], await younger.LiveAsync(house));
        Assert.NotNull(await younger.LoadAsync(house));
        await using var db = house.Store.Read();
        Assert.Equal(DraftState.Ended, (await db.Set<Draft>().SingleAsync(draft => draft.PersonId == older.Person)).State);
    }

    [Fact]
    [Promise("P-1.1.1-X1", "P-2-01")]
    public async Task Of_a_draft_that_is_over_neither_ciphertext_nor_key_is_left_in_any_file()
    {
        using var stores = await Stores.CreateAsync(DatabaseProvider.Sqlite);
        List<byte[]> traces;
        await using (var house = await House.OpenAsync(stores))
        {
            var registrant = await Registrant.TypeAsync(house);
            traces = await TracesAsync(house, registrant.Person);
            Assert.Equal(4, traces.Count);
            Assert.All(traces, trace => Assert.NotEmpty(Canary.Pieces([stores.Folder], trace)));
            house.Clock.Advance(Draft.Life);

            await house.Get<Drafts>().LapseAsync(CancellationToken.None);
        }

        Assert.All(traces, trace => Assert.Empty(Canary.Pieces([stores.Folder], trace)));
    }

    [Theory, BothProviders]
    [Promise("P-8.1-03")]
    public async Task What_was_typed_is_readable_in_no_file_while_the_draft_lives_and_after(DatabaseProvider provider)
    {
        using var stores = await Stores.CreateAsync(provider);
        await using var house = await House.OpenAsync(stores);
        var registrant = await Registrant.TypeAsync(house);
        string[] typed = [Registrant.Mailbox, Registrant.Name, Registrant.Number, "Harbour lights", "12 Qvarn Street"];
        Assert.Empty(Canary.Search(await stores.PlacesAsync(), typed));
        house.Clock.Advance(Draft.Life);

        await house.Get<Drafts>().LapseAsync(CancellationToken.None);

        Assert.Empty(await registrant.LiveAsync(house));
        Assert.Empty(Canary.Search(await stores.PlacesAsync(), typed));
    }

    /// <summary>Ciphertext and wrapped key of everything that is live of a person; of a picture's its first bytes, which lie in one page.</summary>
    private static async Task<List<byte[]>> TracesAsync(House house, Guid person)
    {
        await using var db = house.Store.Read();
        await using var keys = house.Get<KeyStore>().Read();
        var rows = await db.Set<SealedRow>().AsNoTracking().Where(row => row.PersonId == person && row.State == RowState.Live).ToListAsync();
        var ids = rows.ConvertAll(row => row.Id);
        return [.. rows.Select(row => row.Ciphertext![..32]), .. await keys.Keys.Where(key => ids.Contains(key.RecordId)).Select(key => key.Wrapped).ToListAsync()];
    }
}

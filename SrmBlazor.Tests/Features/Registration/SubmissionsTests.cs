using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Data.Audit;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Notifications;
using SrmBlazor.Features.Registration.Activation;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Keys;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Registration;

public sealed class SubmissionsTests
{
    /// <summary>What becomes of every answer in <see cref="Registrant.Everything"/>, and of the scan; each once.</summary>
    private static readonly string[] Kinds =
        ["city", "communication-address", "department", "identity", "identity-document", "identity-scan", "leasing-profile", "mailbox", "phone", "position", "residence"];

    [Theory, BothProviders]
    public async Task Twenty_submits_of_one_draft_at_once_make_one_registration(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var registrant = await Registrant.TypeAsync(house);

        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => house.Get<Submissions>().SubmitAsync(registrant.Key))));

        await using var db = house.Store.Read();
        var registration = await db.Set<SupplierRegistration>().SingleAsync();
        Assert.All(results, result => Assert.Equal(new SubmitResult.Submitted(registration.Reference), result));
        Assert.Equal(Kinds, await registrant.LiveAsync(house));
        Assert.Equal("Activation", (await db.Set<OutboxMail>().SingleAsync()).Letter);
        Assert.Equal(1, await db.Set<AuditEntry>().CountAsync(entry => entry.Action == "registration.submitted"));
    }

    [Theory, BothProviders]
    public async Task Submitting_again_names_the_same_registration_also_once_it_is_confirmed(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var registrant = await Registrant.ActivateAsync(house);

        var result = await house.Get<Submissions>().SubmitAsync(registrant.Key);

        Assert.Equal(new SubmitResult.Submitted((await registrant.RegistrationAsync(house)).Reference), result);
    }

    [Theory, BothProviders]
    [Promise("P-1.1.1-02", "P-1-04")]
    public async Task An_incomplete_draft_stays_a_draft(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var registrant = await Registrant.TypeAsync(house, Registrant.Everything with { Phone = null });

        var result = await house.Get<Submissions>().SubmitAsync(registrant.Key);

        Assert.Equal(new SubmitResult.Incomplete("contact"), result);
        Assert.NotNull(await registrant.LoadAsync(house));
        await using var db = house.Store.Read();
        Assert.Equal((0, 0), (await db.Set<SupplierRegistration>().CountAsync(), await db.Set<OutboxMail>().CountAsync()));
    }

    [Theory, BothProviders]
    public async Task Another_key_submits_nothing(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        await Registrant.TypeAsync(house);

        var result = await house.Get<Submissions>().SubmitAsync(DraftKey.Create().Key);

        Assert.IsType<SubmitResult.Gone>(result);
    }

    [Theory, BothProviders]
    [Promise("P-1.1.1-03", "P-1.1.1-13", "P-1.1.1-X3")]
    public async Task Answers_that_came_into_a_draft_without_being_asked_are_not_kept(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var registrant = await Registrant.TypeAsync(house, Asked.Narrow(Registrant.Everything with { Cooperation = nameof(Cooperation.Subcontracting) }));
        await using (var db = house.Store.Read())
        {
            // past the service, as a faulty import would
            var row = await db.Set<SealedRow>().SingleAsync(row => row.Kind == "registration-draft");
            var stuffed = Registrant.Everything with { Cooperation = nameof(Cooperation.Subcontracting), Postcode = "101000", ScreeningAddress = "1 Tverskaya, Moscow" };
            Assert.Equal(SaveOutcome.Saved, await house.Vault.SaveAsync(registrant.Person, row.Id, row.Version, stuffed, For.Registration));
        }

        Assert.IsType<SubmitResult.Submitted>(await house.Get<Submissions>().SubmitAsync(registrant.Key));

        Assert.Equal(Kinds.Except(["leasing-profile", "phone"]), await registrant.LiveAsync(house));
    }

    [Theory, BothProviders]
    public async Task A_known_mailbox_is_answered_alike_and_its_owner_alone_is_told(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var owner = await Registrant.ActivateAsync(house);
        var before = (await Letterbox.OfAsync(house, owner.Person)).Count;
        var stranger = await Registrant.TypeAsync(house, Registrant.Everything with { Mailbox = "Zylphia@Qvarnstroem.test", FullName = "Stranger" });

        var result = await house.Get<Submissions>().SubmitAsync(stranger.Key);

        Assert.Equal(new SubmitResult.Submitted((await stranger.RegistrationAsync(house)).Reference), result);
        Assert.Equal(result, await house.Get<Submissions>().SubmitAsync(stranger.Key));
        var told = Assert.Single((await Letterbox.OfAsync(house, owner.Person)).Skip(before));
        Assert.Equal((Registrant.Mailbox, "/account/sign-in"), (told.To, told.Link!.AbsolutePath));
        Assert.Empty(await Letterbox.OfAsync(house, stranger.Person));
    }

    [Theory, BothProviders]
    public async Task Of_a_registration_with_a_known_mailbox_nothing_is_readable(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var owner = await Registrant.ActivateAsync(house);

        var stranger = await Registrant.SubmitAsync(house, Registrant.Everything with { FullName = "Stranger" });

        Assert.Empty(await stranger.LiveAsync(house));
        Assert.Equal(RegistrationState.Dropped, (await stranger.RegistrationAsync(house)).State);
        await using var db = house.Store.Read();
        await using var keys = house.Get<KeyStore>().Read();
        var ids = await db.Set<SealedRow>().Where(row => row.PersonId == stranger.Person).Select(row => row.Id).ToListAsync();
        Assert.Equal(Kinds.Length + 1, ids.Count);
        Assert.Equal((0, 0), (await keys.Keys.CountAsync(key => ids.Contains(key.RecordId)), await keys.Indexes.CountAsync(index => index.PersonId == stranger.Person)));
        Assert.Equal(Registrant.Name, (await house.Vault.OpenAsync<Identity>(owner.Person, For.Account)).OrNull!.FullName);
    }

    [Theory, BothProviders]
    [Promise("P-1.1.1-X2")]
    public async Task The_activation_letter_is_sent_again_once_a_minute_and_its_link_takes_the_place_of_the_older(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var registrant = await Registrant.SubmitAsync(house);
        house.Clock.Advance(TimeSpan.FromSeconds(59));
        await house.Get<Submissions>().ResendAsync(registrant.Key);
        var first = Assert.Single(await Letterbox.OfAsync(house, registrant.Person));
        house.Clock.Advance(TimeSpan.FromSeconds(1));

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => house.Get<Submissions>().ResendAsync(registrant.Key))));

        var letters = await Letterbox.OfAsync(house, registrant.Person);
        Assert.Equal(2, letters.Count);
        Assert.IsType<LinkState.Superseded>(await house.Get<Activations>().PeekAsync(first.Token));
        house.Clock.Advance(Submissions.ActivationLife - TimeSpan.FromSeconds(1));
        Assert.IsType<ActivationResult.Activated>(await house.Get<Activations>().ActivateAsync(letters[1].Token, Registrant.Password));
    }

    [Theory, BothProviders]
    public async Task Nothing_is_sent_again_to_whom_no_activation_waits_for(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var active = await Registrant.ActivateAsync(house);
        var dropped = await Registrant.SubmitAsync(house);
        var open = await Registrant.TypeAsync(house, Registrant.Everything with { Mailbox = "another@qvarnstroem.test" });
        house.Clock.Advance(TimeSpan.FromMinutes(2));
        await using var db = house.Store.Read();
        var before = await db.Set<OutboxMail>().CountAsync();

        foreach (var key in (DraftKey[])[active.Key, dropped.Key, open.Key, DraftKey.Create().Key])
        {
            await house.Get<Submissions>().ResendAsync(key);
        }

        Assert.Equal(before, await db.Set<OutboxMail>().CountAsync());
    }
}

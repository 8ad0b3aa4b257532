using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Notifications;
using SrmBlazor.Features.Policies;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Registration.Activation;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.PersonalData;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Guardians;

/// <summary>A child who registers by the program's own services, and whose guardian answers.</summary>
internal sealed record Child(Guid Person, DraftKey Key)
{
    public const string GuardianMailbox = "mother.ingrid@qvarnstroem.test";
    public const string GuardianName = "Qvarnström Ingrid";

    /// <summary>Of somebody born on 31 December 2014: a child until the end of 2028.</summary>
    public const string Number = "110105201412310026";

    public static readonly Answers Everything = new()
    {
        Mailbox = Registrant.Mailbox,
        FullName = Registrant.Name,
        Nationality = "CN",
        Country = "CN",
        Cooperation = nameof(Cooperation.Subcontracting),
        IdType = "ResidentId",
        IdCountry = "CN",
        IdNumber = Number,
        City = "Shenzhen",
    };

    /// <summary>Nothing tells when somebody with these answers was born, but that a guardian consented for a child.</summary>
    public static readonly Answers ByPassport = Everything with { Country = "GB", IdType = "Passport", IdCountry = "GB", IdNumber = "533380006" };

    private static readonly ShownPolicy Shown = new(1, new string('b', 64), "en");

    public Registrant AsRegistrant => new(Person, Key);

    public static async Task<Child> AskAsync(House house, string mailbox = GuardianMailbox, string country = "CN")
    {
        var key = DraftKey.Of(await house.Get<Invitations>().BeginAsync(mailbox, country, "en"))!;
        await using var db = house.Store.Read();
        return new Child((await db.Set<Draft>().SingleAsync(draft => draft.KeyHash == key.Hash)).PersonId!.Value, key);
    }

    /// <summary>The guardian's answer to the first letter.</summary>
    public async Task<GuardianAnswer> ConsentAsync(House house, params Purpose[] agreed) => await ConsentAsync(house, await TokenAsync(house), agreed);

    public static Task<GuardianAnswer> ConsentAsync(House house, string token, params Purpose[] agreed) => house.Get<GuardianDecisions>().ReadAndConsentAsync(
        token, new GuardianConsent(GuardianName, Relation.Mother, Declares: true, Consents: true, agreed), Shown);

    public async Task<GuardianAnswer> RefuseAsync(House house) => await house.Get<GuardianDecisions>().RefuseAsync(await TokenAsync(house));

    /// <summary>The secret in the newest invitation.</summary>
    public async Task<string> TokenAsync(House house) => (await Letterbox.OfAsync(house, Person))[^1].Link!.Segments[^1];

    /// <summary>A child whose guardian has consented, to the document too where <paramref name="sensitive"/>.</summary>
    public static Task<(Child Child, string Access)> AdmitAsync(House house, bool sensitive = false, params Purpose[] agreed) => AdmitAsync(house, "CN", sensitive, agreed);

    private static async Task<(Child Child, string Access)> AdmitAsync(House house, string country, bool sensitive, Purpose[] agreed)
    {
        var child = await AskAsync(house, country: country);
        var access = Assert.IsType<GuardianAnswer.Consented>(await child.ConsentAsync(house, agreed)).Token;
        if (sensitive)
        {
            Assert.True(await house.Get<Guardianships>().ReadAndDecideAsync(access, agreed: true, "en"));
        }

        return (child, access);
    }

    /// <summary>A child with an account whose identity check has begun.</summary>
    public static async Task<(Child Child, string Access)> ActivateAsync(House house, Answers? answers = null)
    {
        var (child, access) = await AdmitAsync(house, (answers ?? Everything).Country!, sensitive: true, [For.Correspondence]);
        await child.TypeAsync(house, answers ?? Everything);
        Assert.IsType<SubmitResult.Submitted>(await house.Get<Submissions>().SubmitAsync(child.Key));
        Assert.IsType<ActivationResult.Activated>(await house.Get<Activations>().ActivateAsync(await child.AsRegistrant.LinkAsync(house), Registrant.Password));
        return (child, access);
    }

    public Task TypeAsync(House house) => TypeAsync(house, Everything);

    private async Task TypeAsync(House house, Answers typed)
    {
        var answers = Enum.GetValues<Item>().Where(item => typed[item] is not null).Select(item => (item, typed[item]));
        Assert.IsType<DraftSave.Saved>(await AsRegistrant.SaveAsync(house, [.. answers]));
        Assert.NotNull(await Registrant.PutScanAsync(house, new ScanOwner.OfDraft(Key)));
    }

    public Task<IReadOnlyList<string>> LiveAsync(House house) => AsRegistrant.LiveAsync(house);

    public static async Task<IReadOnlyList<string>> LettersAsync(House house, Guid person)
    {
        await using var db = house.Store.Read();
        return await db.Set<OutboxMail>().Where(mail => mail.PersonId == person).OrderBy(mail => mail.Id).Select(mail => mail.Letter).ToListAsync();
    }

    /// <summary>The id under which the guardian acts.</summary>
    public async Task<Guid> GuardianAsync(House house) =>
        Guid.Parse((await house.Vault.OpenAsync<Guardianship>(Person, For.Guardianship)).OrNull!.Guardian);
}

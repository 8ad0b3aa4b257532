using System.IO.Pipelines;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Policies;
using SrmBlazor.Features.Registration.Scans;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Registration.Activation;

/// <summary>Somebody who registers by the program's own services, from the policy to the account.</summary>
internal sealed record Registrant(Guid Person, DraftKey Key)
{
    public const string Mailbox = "zylphia@qvarnstroem.test";
    public const string Name = "Qvarnström Zylphia";
    public const string Number = "11010519491231002X";
    public const string Password = "four-lanterns-over-the-harbour";

    /// <summary>Every question answered, the optional ones too.</summary>
    public static readonly Answers Everything = new()
    {
        Mailbox = Mailbox,
        FullName = Name,
        Nationality = "CN",
        Country = "CN",
        Cooperation = nameof(Registration.Cooperation.PersonnelLeasing),
        Gender = "Female",
        BirthYear = "1949",
        IdType = "ResidentId",
        IdCountry = "CN",
        IdNumber = Number,
        Phone = "13812345678",
        CommunicationAddress = "12 Qvarn Street, Shenzhen",
        City = "Shenzhen",
        Department = "Harbour lights",
        Position = "Keeper",
        AgeBand = nameof(Registration.AgeBand.Adult),
    };

    /// <summary>A draft in which nothing is answered yet but age and country.</summary>
    public static Task<Registrant> BeginAsync(House house, string country = "CN") => BeginAsync(house.Services, country, "en");

    private static async Task<Registrant> BeginAsync(IServiceProvider services, string country, string language)
    {
        var drafts = services.GetRequiredService<Drafts>();
        var key = DraftKey.Of(await drafts.BeginAsync(new ShownPolicy(1, new string('a', 64), language), AgeBand.Adult, country))!;
        return new Registrant((await drafts.LoadAsync(key))!.Person, key);
    }

    /// <summary>A draft with answers and a scan, not sent yet.</summary>
    public static Task<Registrant> TypeAsync(House house, Answers? answers = null) => TypeAsync(house.Services, answers);

    public static async Task<Registrant> TypeAsync(IServiceProvider services, Answers? answers, string language = "en")
    {
        var wanted = answers ?? Everything;
        var registrant = await BeginAsync(services, wanted.Country!, language);
        Assert.NotNull(await services.GetRequiredService<SensitiveConsents>().ShowAsync(registrant.Key, language));
        Assert.True(await services.GetRequiredService<SensitiveConsents>().DecideAsync(registrant.Key, agreed: true));
        Assert.IsType<ScanOutcome.Accepted>(await PutScanAsync(services, new ScanOwner.OfDraft(registrant.Key)));
        Assert.IsType<DraftSave.Saved>(await registrant.SaveAsync(services, [.. Enum.GetValues<Item>().Select(item => (item, wanted[item]))]));
        return registrant;
    }

    /// <summary>Answers given on a page that shows what is stored now.</summary>
    public Task<DraftSave> SaveAsync(House house, params (Item Item, string? Value)[] answers) => SaveAsync(house.Services, answers);

    private async Task<DraftSave> SaveAsync(IServiceProvider services, params (Item Item, string? Value)[] answers)
    {
        var drafts = services.GetRequiredService<Drafts>();
        var draft = await drafts.LoadAsync(Key);
        var changes = answers.Select(answer => new Change(answer.Item, draft?.Answers[answer.Item], answer.Value)).Where(change => change.Seen != change.Value);
        return await drafts.SaveAsync(Key, [.. changes], draft?.Version ?? 1);
    }

    /// <summary>The draft as its owner finds it, or null.</summary>
    public Task<LoadedDraft?> LoadAsync(House house) => house.Get<Drafts>().LoadAsync(Key);

    public static Task<Registrant> SubmitAsync(House house, Answers? answers = null) => SubmitAsync(house.Services, answers);

    public static async Task<Registrant> SubmitAsync(IServiceProvider services, Answers? answers = null, string language = "en")
    {
        var registrant = await TypeAsync(services, answers, language);
        Assert.IsType<SubmitResult.Submitted>(await services.GetRequiredService<Submissions>().SubmitAsync(registrant.Key));
        return registrant;
    }

    /// <summary>An account whose identity check has begun.</summary>
    public static async Task<Registrant> ActivateAsync(House house, Answers? answers = null)
    {
        var registrant = await SubmitAsync(house, answers);
        Assert.IsType<ActivationResult.Activated>(await house.Get<Activations>().ActivateAsync(await registrant.LinkAsync(house), Password));
        return registrant;
    }

    public static Task<ScanOutcome?> PutScanAsync(House house, ScanOwner owner, int width = 320) => PutScanAsync(house.Services, owner, width);

    public static async Task<ScanOutcome?> PutScanAsync(IServiceProvider services, ScanOwner owner, int width = 320)
    {
        var pipe = new Pipe();
        await pipe.Writer.WriteAsync(Pictures.Jpeg(width, 240));
        await pipe.Writer.CompleteAsync();
        return await services.GetRequiredService<ScanStore>().PutAsync(owner, pipe.Reader, CancellationToken.None);
    }

    public Act Act(House house) => house.ActOf(Person, Role.Supplier);

    /// <summary>A fresh link, as a letter would carry it; earlier ones are superseded.</summary>
    public Task<string> LinkAsync(House house, LinkKind kind = LinkKind.Activation) => LinkAsync(house.Services, kind);

    public async Task<string> LinkAsync(IServiceProvider services, LinkKind kind = LinkKind.Activation)
    {
        await using var work = await services.GetRequiredService<Store>().WriteAsync();
        var token = await services.GetRequiredService<MailedLinks>().IssueAsync(work, kind, Person, TimeSpan.FromHours(24));
        await work.CommitAsync();
        return token;
    }

    public Task<SupplierRegistration> RegistrationAsync(House house) => RegistrationAsync(house.Services);

    public async Task<SupplierRegistration> RegistrationAsync(IServiceProvider services)
    {
        await using var db = services.GetRequiredService<Store>().Read();
        return await db.Set<SupplierRegistration>().AsNoTracking().SingleAsync(one => one.PersonId == Person);
    }

    /// <summary>The kinds of what is live, each as often as there are records.</summary>
    public async Task<IReadOnlyList<string>> LiveAsync(House house)
    {
        await using var db = house.Store.Read();
        var kinds = await db.Set<SealedRow>().Where(row => row.PersonId == Person && row.State == RowState.Live && row.Kind != "outgoing-mail").Select(row => row.Kind).ToListAsync();
        return [.. kinds.Order(StringComparer.Ordinal)];
    }
}

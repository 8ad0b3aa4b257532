using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Data.Audit;
using SrmBlazor.Features.Accuracy;
using SrmBlazor.Features.Guardians;
using SrmBlazor.Features.Policies;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Registration.Activation;
using SrmBlazor.PersonalData;
using SrmBlazor.Support;
using Item = SrmBlazor.Features.Registration.Item;

namespace SrmBlazor.Features.Consents;

/// <summary>Each separate consent is an act of its own (PIPL 14, 29): nobody gives two by one.</summary>
public sealed class SeparateConsentsTests
{
    private static readonly HashSet<string> Separate = ["sensitive-identity", "share-affiliate", "public-listing", "cross-border", "mail-tracking", "child-data"];

    private static readonly Purpose[] Choices =
        [For.WorkProfile, For.Correspondence, For.KeepLonger, For.News, For.SensitiveIdentity, For.ShareAffiliate, For.PublicListing, For.CrossBorder, For.MailTracking];

    public static TheoryData<DatabaseProvider, int> Lives()
    {
        var lives = new TheoryData<DatabaseProvider, int> { { DatabaseProvider.Sqlite, 4001 }, { DatabaseProvider.Sqlite, 4002 } };
        if (!PostgresServer.Skipped)
        {
            lives.Add(DatabaseProvider.PostgreSql, 4003);
        }

        return lives;
    }

    [Fact]
    public void Every_separate_consent_is_known_here() =>
        Assert.Equal(Separate.Order(StringComparer.Ordinal), For.Known.Where(purpose => purpose.Basis == Basis.SeparateConsent).Select(purpose => purpose.Key).Order(StringComparer.Ordinal));

    [Theory, BothProviders]
    public async Task A_second_separate_consent_in_one_act_is_refused_and_nothing_of_the_act_is_kept(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var decider = await Decider.BeginAsync(house);

        await using (var work = await house.Store.WriteAsync())
        {
            await GiveAsync(work, For.ShareAffiliate, ConsentState.Given);
            await GiveAsync(work, For.News, ConsentState.Given);
            await GiveAsync(work, For.SensitiveIdentity, ConsentState.Withdrawn);
            var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => GiveAsync(work, For.CrossBorder, ConsentState.Given));
            Assert.Contains("share-affiliate", refused.Message, StringComparison.Ordinal);
        }

        Assert.Equal(["sensitive-identity"], (await decider.EventsAsync()).Select(one => one.Purpose));

        async Task GiveAsync(Writing work, Purpose purpose, ConsentState state)
        {
            var served = await house.Get<ConsentBook>().ServeAsync(work, decider.Person, house.Get<Notices>().Of(purpose, "en"), Decider.Surface);
            Assert.NotNull(await house.Get<ConsentBook>().RecordAsync(work, decider.Person, purpose, state, served, decider.Act));
        }
    }

    [Promise("P-5.4-01")]
    [Theory]
    [MemberData(nameof(Lives))]
    public async Task Whatever_people_and_guardians_do_in_any_order_no_act_gives_two_separate_consents(DatabaseProvider provider, int seed)
    {
        await using var house = await House.BuildAsync(provider);
        var town = new Town(house, new Random(seed));
        await town.SettleAsync();

        for (var step = 0; step < 110; step++)
        {
            house.Clock.Advance(TimeSpan.FromSeconds(1));
            await town.StepAsync();
        }

        await using var db = house.Store.Read();
        var given = (await db.Set<ConsentEvent>().AsNoTracking().Where(one => one.State == ConsentState.Given || one.State == ConsentState.Renewed).ToListAsync()).Where(one => Separate.Contains(one.Purpose)).ToList();
        Assert.All(given.GroupBy(one => (one.PersonId, one.On)), act => Assert.Single(act));
        // and the audit chain, whose acts are by nobody's name, says the same
        var audited = (await db.Set<AuditEntry>().AsNoTracking().Where(entry => entry.Action == "consent.given" || entry.Action == "consent.renewed").Select(entry => new { entry.Subject, entry.On, entry.Detail }).ToListAsync())
            .Where(entry => Separate.Contains(entry.Detail.Split(' ')[1])).ToList();
        Assert.Equal(given.Count, audited.Count);
        Assert.All(audited.GroupBy(one => (one.Subject, one.On)), act => Assert.Single(act));
        Assert.Equal(Separate.Order(StringComparer.Ordinal), given.Select(one => one.Purpose).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(2, given.Select(one => one.Actor).Distinct().Count());
        Assert.Contains(given, one => one.State == ConsentState.Renewed);
    }

    /// <summary>Everybody who can consent to anything, and every way to it.</summary>
    private sealed class Town(House house, Random random)
    {
        private readonly List<Registrant> suppliers = [];
        private readonly List<(Child Child, string Access)> wards = [];
        private Registrant? drafting;
        private int made;

        public async Task SettleAsync()
        {
            await RegisterAsync();
            await RegisterAsync();
            await RegisterAsync();
            await AskGuardianAsync();
        }

        public Task StepAsync() => random.Next(12) switch
        {
            0 or 1 or 2 or 3 => DecideAsync(Any(Choices), "/privacy/consents", Yes),
            4 or 5 => DecideAsync(Any([For.ShareAffiliate, For.CrossBorder, For.PublicListing]), "/privacy/sharing", Yes),
            6 => DraftAsync(),
            7 => CorrectAsync(Any([Item.City, Item.Department, Item.Position])),
            8 when random.Next(3) == 0 => AskGuardianAsync(),
            8 or 9 => GuardAsync(Any(wards)),
            10 => PolicyStaff.Of(house).PublishNewAsync(MajorKinds.ServiceModel, [.. Choices.Where(_ => Yes).Select(purpose => purpose.Key)]),
            _ => DecideAsync(Any(Choices), "/privacy/consents", give: true),
        };

        private bool Yes => random.Next(3) > 0;

        private T Any<T>(IReadOnlyList<T> ones) => ones[random.Next(ones.Count)];

        private async Task RegisterAsync()
        {
            var answers = Registrant.Everything with { Mailbox = $"s{++made}@qvarnstroem.test", City = Yes ? "Shenzhen" : null, CommunicationAddress = null, Department = null, Position = Yes ? "Keeper" : null };
            suppliers.Add(await Registrant.ActivateAsync(house, answers));
        }

        private async Task DecideAsync(Purpose purpose, string surface, bool give)
        {
            var (consents, act) = (house.Get<MyConsents>(), Any(suppliers).Act(house));
            if (surface != "/privacy/sharing" || (await consents.FirstUseAsync(purpose.Key, act))!.State == FirstUseState.Ask)
            {
                await consents.DecideAsync(purpose.Key, give, (await consents.OpenAsync(purpose.Key, "en", surface, act))!.Served, act);
            }
        }

        private async Task DraftAsync()
        {
            drafting ??= await Registrant.BeginAsync(house);
            var (consents, agreed) = (house.Get<SensitiveConsents>(), Yes);
            if (await consents.ShowAsync(drafting.Key, "en") is null || (await consents.DecideAsync(drafting.Key, agreed) && !agreed))
            {
                drafting = null;
            }
        }

        private async Task CorrectAsync(Item item)
        {
            var (corrections, act) = (house.Get<MyCorrections>(), Any(suppliers).Act(house));
            var now = (await corrections.OpenAsync(act))!.Current.Answers[item];
            await corrections.ReadAndSaveAsync([new Change(item, now, now is null || Yes ? $"Harbour {++made % 7}" : null)], act);
        }

        private async Task AskGuardianAsync()
        {
            var child = await Child.AskAsync(house, $"g{++made}@qvarnstroem.test");
            wards.Add((child, Assert.IsType<GuardianAnswer.Consented>(await child.ConsentAsync(house, [.. GuardianDecisions.Choices.Where(_ => Yes)])).Token));
        }

        private async Task GuardAsync((Child Child, string Access) ward)
        {
            if (await house.Get<Guardianships>().ShowAsync(ward.Access, "en") is [_, ..] shown)
            {
                var one = Any(shown);
                var purpose = For.Known.Single(purpose => purpose.Key == one.Notice.Purpose);
                _ = purpose == For.SensitiveIdentity && await house.Get<Guardianships>().DecideSensitiveAsync(ward.Access, agreed: true, one.Served)
                    || await house.Get<GuardianRenewals>().AnswerAsync(ward.Access, purpose.Key, Yes, one.Served);
            }
        }
    }
}

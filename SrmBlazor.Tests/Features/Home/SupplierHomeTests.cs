using System.Globalization;
using System.Resources;
using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Consents;
using SrmBlazor.Features.Policies;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Registration.Activation;
using SrmBlazor.Features.Verification;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Home;

public sealed class SupplierHomeTests
{
    private static readonly Guid Verifier = Guid.NewGuid();

    [Theory, BothProviders]
    public async Task The_timeline_follows_the_check_from_waiting_to_verified(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var supplier = await Registrant.ActivateAsync(house);

        var waiting = await TimelineAsync(house, supplier);
        await DecideAsync(house, supplier, (decisions, reference, stamp, act) => decisions.ClaimAsync(reference, stamp, act));
        var inHand = await TimelineAsync(house, supplier);
        await DecideAsync(house, supplier, (decisions, reference, stamp, act) => decisions.AcceptAsync(reference, stamp, act));
        var verified = await TimelineAsync(house, supplier);

        Assert.Equal("Submitted Done, MailboxConfirmed Done, IdentityCheck Now, Verified Ahead", Words(waiting));
        Assert.False(waiting[2].InHand);
        Assert.True(inHand[2].InHand);
        Assert.Equal("Submitted Done, MailboxConfirmed Done, Verified Done", Words(verified));
        Assert.All(verified, one => Assert.NotNull(one.On));
    }

    [Theory, BothProviders]
    [Promise("P-1.1.1-04")]
    public async Task A_correction_and_a_refusal_are_told_with_items_ground_and_words(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var supplier = await Registrant.ActivateAsync(house);

        await DecideAsync(house, supplier, (decisions, reference, stamp, act) => decisions.AskCorrectionAsync(reference, stamp, [CaseItem.FullName], "As in the passport, please.", act));
        var asked = await TimelineAsync(house, supplier);
        await house.Get<Corrections>().SendAsync(new Answers { FullName = "Qvarnström Zylphia Maria" }, supplier.Act(house));
        await DecideAsync(house, supplier, (decisions, reference, stamp, act) => decisions.RefuseAsync(reference, stamp, RefusalGround.DetailsDisagree, "The two names differ.", act));
        var refused = await TimelineAsync(house, supplier);

        Assert.Equal("Submitted Done, MailboxConfirmed Done, CorrectionAsked Stopped, IdentityCheck Ahead, Verified Ahead", Words(asked));
        Assert.Equal([CaseItem.FullName], asked[2].Items);
        Assert.Equal("As in the passport, please.", asked[2].Message);
        Assert.Equal("Submitted Done, MailboxConfirmed Done, CorrectionAsked Done, Corrected Done, Refused Stopped", Words(refused));
        Assert.Equal((RefusalGround.DetailsDisagree, "The two names differ."), (refused[4].Ground, refused[4].Message));
    }

    [Theory, BothProviders]
    [Promise("P-1.1.1-07", "P-2-06", "P-2-X2", "P-5.1-02")]
    public async Task What_is_held_is_what_the_map_and_the_ledger_say(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var supplier = await Registrant.ActivateAsync(house);
        var map = house.Get<DataMap>();
        var now = house.Clock.Now();

        var held = await house.Get<MyData>().HeldAsync(supplier.Act(house));

        await using var db = house.Store.Read();
        var ledger = await db.LedgerAsync(supplier.Person);
        var rows = await db.Set<SealedRow>().AsNoTracking().Where(row => row.PersonId == supplier.Person && row.State == RowState.Live).ToListAsync();
        var expected = rows.Where(row => !map[row.Kind].Transient).Select(row => $"{row.Id} {row.Kind} "
            + string.Join('+', ledger.HoldsOf(map[row.Kind], row.Id, now).Select(hold => hold.Purpose)) + " " + string.Join('+', map[row.Kind].Items.Select(item => item.Property)));
        Assert.Equal(expected.Order(StringComparer.Ordinal), held.Select(record => $"{record.Id} {record.Kind.Name} "
            + string.Join('+', record.Holds.Select(hold => hold.Purpose)) + " " + string.Join('+', record.Items.Select(item => item.Item.Property))).Order(StringComparer.Ordinal));
        Assert.All(held, record => Assert.NotNull(record.Deciding));
        Assert.Contains(held, record => record.Items.Any(item => item.Value == Registrant.Name));
    }

    [Theory, BothProviders]
    [Promise("P-5.1-02")]
    public async Task A_sensitive_value_is_hidden_until_it_is_asked_for(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var supplier = await Registrant.ActivateAsync(house);
        var data = house.Get<MyData>();

        var document = (await data.HeldAsync(supplier.Act(house))).Single(record => record.Kind.Name == "identity-document");
        var number = document.Items.Single(item => item.Item.Property == "Number");

        Assert.True(number.Hidden);
        Assert.Null(number.Value);
        Assert.Equal(Registrant.Number, await data.ValueAsync(document.Id, "Number", supplier.Act(house)));
        Assert.Null(await data.ValueAsync(document.Id, "Number", house.ActOf(Guid.NewGuid(), Role.Supplier)));
        Assert.NotNull(await data.ScanAsync(supplier.Act(house)));
    }

    [Theory]
    [MemberData(nameof(Optional))]
    [Promise("P-1-02", "P-1.1.1-15", "P-5.3-12")]
    public async Task Emptying_an_optional_value_erases_exactly_that_record(DatabaseProvider provider, string kind)
    {
        await using var house = await House.BuildAsync(provider);
        var supplier = await Registrant.ActivateAsync(house);
        var before = await supplier.LiveAsync(house);
        var record = (await house.Get<MyData>().HeldAsync(supplier.Act(house))).Single(record => record.Kind.Name == kind);

        var removed = await house.Get<MyData>().RemoveAsync(record.Id, supplier.Act(house));
        var again = await house.Get<MyData>().RemoveAsync(record.Id, supplier.Act(house));

        Assert.NotNull(record.Choice);
        Assert.True(removed);
        Assert.False(again);
        Assert.Equal(before.Where(one => one != kind), await supplier.LiveAsync(house));
        Assert.Contains(await house.Get<SupplierHome>().GoneAsync(supplier.Act(house)), gone => gone.Kind == kind);
    }

    [Theory, BothProviders]
    [Promise("P-5.7-06")]
    public async Task What_the_service_needs_and_what_is_anothers_cannot_be_removed(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var supplier = await Registrant.ActivateAsync(house);
        var stranger = await Registrant.ActivateAsync(house, Registrant.Everything with { Mailbox = "other@qvarnstroem.test" });
        var data = house.Get<MyData>();
        var before = await supplier.LiveAsync(house);

        foreach (var record in await data.HeldAsync(supplier.Act(house)))
        {
            Assert.False(await data.RemoveAsync(record.Id, stranger.Act(house)));
            Assert.Equal(record.Kind.Name is "department" or "position" or "city" or "communication-address", record.Choice is not null);
            Assert.True(record.Choice is not null || !await data.RemoveAsync(record.Id, supplier.Act(house)));
        }

        Assert.Equal(before, await supplier.LiveAsync(house));
    }

    [Theory, BothProviders]
    public async Task A_decision_leaves_a_receipt_that_only_its_owner_finds(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var supplier = await Registrant.ActivateAsync(house);
        var stranger = await Registrant.ActivateAsync(house, Registrant.Everything with { Mailbox = "other@qvarnstroem.test" });
        var home = house.Get<SupplierHome>();
        Assert.Empty(await home.ReceiptsAsync(supplier.Act(house)));

        await DecideAsync(house, supplier, (decisions, reference, stamp, act) => decisions.AcceptAsync(reference, stamp, act));

        var receipt = Assert.Single(await home.ReceiptsAsync(supplier.Act(house)));
        Assert.Equal(["identity-scan"], receipt.Kinds);
        Assert.Equal("verification.accepted", receipt.Cause);
        Assert.Equal(receipt.Number, (await home.ReceiptAsync(receipt.Number, supplier.Act(house)))!.Number);
        Assert.Null(await home.ReceiptAsync(receipt.Number, stranger.Act(house)));
        Assert.Empty(await home.ReceiptsAsync(stranger.Act(house)));
    }

    [Theory, BothProviders]
    [Promise("P-5.7-06", "P-8.1-02")]
    public async Task Each_sees_their_own_timeline_looks_and_decisions_and_staff_see_none(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var supplier = await Registrant.ActivateAsync(house);
        var home = house.Get<SupplierHome>();
        await house.Get<Verifications>().OpenAsync((await supplier.RegistrationAsync(house)).Reference, house.ActOf(Verifier, Role.Verifier));

        var look = Assert.Single(await home.LooksAsync(supplier.Act(house)));
        var decided = (await home.DecidedAsync(supplier.Act(house)))!;

        Assert.Equal((Role.Verifier, RevealReason.CaseOpened), (look.Role, look.Reason));
        Assert.Equal((1, "en"), (decided.Version, decided.Language));
        Assert.NotNull(decided.SensitiveSince);
        // agreed to anew: what stands is the last decision
        house.Clock.Advance(TimeSpan.FromDays(40));
        await PolicyStaff.Of(house).PublishNewAsync(MajorKinds.ServiceModel, For.SensitiveIdentity.Key);
        house.Clock.Advance(TimeSpan.FromDays(1));
        Assert.True(await new Decider(house, supplier.Person).DecideAsync(For.SensitiveIdentity, give: true));
        Assert.Equal((decided.SensitiveSince.Value.AddDays(41), (DateTime?)null), ((await home.DecidedAsync(supplier.Act(house)))!.SensitiveSince!.Value, (await home.DecidedAsync(supplier.Act(house)))!.SensitiveEnded));
        var nobody = house.ActOf(Guid.NewGuid(), Role.Supplier);
        Assert.Null(await home.OverviewAsync(nobody));
        Assert.Empty(await home.LooksAsync(nobody));
        Assert.Null(await home.DecidedAsync(nobody));
        await Assert.ThrowsAsync<NotAllowedException>(() => home.OverviewAsync(house.ActOf(supplier.Person, Role.Verifier)));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public void Whatever_a_page_can_say_has_words(string language)
    {
        var words = new ResourceManager(typeof(HomeTexts)).GetResourceSet(CultureInfo.GetCultureInfo(language is "en" ? "" : language), true, false)!;
        string[] keys =
        [
            .. DataMap.OfThisProgram().Kinds.Select(kind => $"Kind.{kind.Name}"),
            .. Enum.GetValues<RegistrationState>().SelectMany(state => new[] { $"State.{state}", $"Next.{state}" }),
            .. Enum.GetValues<MilestoneKind>().Select(kind => $"Milestone.{kind}"),
            .. Enum.GetValues<MilestoneState>().Select(state => $"Milestone.State.{state}"),
            .. Enum.GetValues<CaseItem>().Select(item => $"CaseItem.{item}"),
            .. Enum.GetValues<RefusalGround>().Select(ground => $"Ground.{ground}"),
            .. Enum.GetValues<RevealReason>().Select(reason => $"Reason.{reason}"),
        ];

        Assert.DoesNotContain(keys, key => string.IsNullOrEmpty(words.GetString(key)));
    }

    public static TheoryData<DatabaseProvider, string> Optional()
    {
        var data = new TheoryData<DatabaseProvider, string>();
        foreach (var provider in PostgresServer.Skipped ? [DatabaseProvider.Sqlite] : Enum.GetValues<DatabaseProvider>())
        {
            foreach (var kind in (string[])["department", "position", "city", "communication-address"])
            {
                data.Add(provider, kind);
            }
        }

        return data;
    }

    private static async Task<IReadOnlyList<Milestone>> TimelineAsync(House house, Registrant supplier) =>
        (await house.Get<SupplierHome>().OverviewAsync(supplier.Act(house)))!.Timeline;

    private static string Words(IReadOnlyList<Milestone> timeline) => string.Join(", ", timeline.Select(one => $"{one.Kind} {one.State}"));

    private static async Task DecideAsync(House house, Registrant supplier, Func<Decisions, string, Guid, Act, Task<DecisionResult>> decide)
    {
        var registration = await supplier.RegistrationAsync(house);
        house.Clock.Advance(TimeSpan.FromHours(1));
        Assert.IsType<DecisionResult.Done>(await decide(house.Get<Decisions>(), registration.Reference, registration.Stamp, house.ActOf(Verifier, Role.Verifier)));
    }
}

using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.ChildApprovals;
using SrmBlazor.Features.Consents;
using SrmBlazor.Features.Intake;
using SrmBlazor.Features.Notifications.Inbox;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;
using Registrant = SrmBlazor.Features.Registration.Activation.Registrant;

namespace SrmBlazor.Features.Guardians;

public sealed class MajorityTests
{
    /// <summary>A passport tells no date, and of the year the cautious end counts.</summary>
    private static readonly Answers French = Child.Everything with
    {
        Country = "FR",
        IdType = "Passport",
        IdCountry = "FR",
        IdNumber = "11CK55555",
        Cooperation = nameof(Cooperation.PersonnelLeasing),
        Gender = "Female",
        BirthYear = "2013",
        Phone = "+33612345678",
    };

    public static TheoryData<string, string, string> Edges => new()
    {
        // the first day on which it can be, and the instant in which the day begins on which it is certain
        { "CN", "2032-12-31", "2032-12-30T16:00:00Z" },
        { "FR", "2031-01-01", "2031-12-31T16:00:00Z" },
        { "GB", "2030-03-03", "2044-03-01T16:00:00Z" },
    };

    [Theory]
    [MemberData(nameof(Edges))]
    public async Task On_the_day_the_guardians_link_is_dead_and_both_are_told_once(string country, string earliest, string edge)
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var (child, guardian) = await ActivateAsync(house, country);
        var access = await BeforeAsync(house, guardian, edge);
        Assert.Equal(DateOnly.ParseExact(earliest, "yyyy-MM-dd", null), await house.Get<Majority>().EarliestAsync(child.AsRegistrant.Act(house)));
        await house.Get<Majority>().EndAsync(default);
        Assert.NotNull(await house.Get<Guardianships>().OpenAsync(access));
        Assert.True((await new Decider(house, child.Person).OpenAsync(For.WorkProfile)).GuardianGives);

        house.Clock.Advance(TimeSpan.FromSeconds(1));

        // dead at once, before the round has come by, and no fresh one is sent
        Assert.Null(await house.Get<Guardianships>().OpenAsync(access));
        Assert.False(await house.Get<Guardianships>().WithdrawAsync(access));
        Assert.IsType<IntakeResult.Dead>(await house.Get<GuardianIntake>().AskAsync(access, RequestKind.Objection, "About the pelican."));
        var before = (await Child.LettersAsync(house, guardian)).Count;
        await house.Get<GuardianAccess>().SendAsync(Child.GuardianMailbox);
        Assert.Equal(before, (await Child.LettersAsync(house, guardian)).Count);

        await house.Get<Majority>().EndAsync(default);
        await house.Get<Majority>().EndAsync(default);

        Assert.Single(await Child.LettersAsync(house, guardian), "ChildIsOfAge");
        Assert.Single(await Child.LettersAsync(house, child.Person), "OfAge");
        Assert.Equal("OfAge", (await house.Get<MyInbox>().ListAsync(null, MyInbox.Size, child.AsRegistrant.Act(house))).Rows[0].Letter);
        Assert.DoesNotContain("guardianship", await child.LiveAsync(house));
        Assert.Equal(nameof(AgeBand.Adult), (await house.Vault.OpenAsync<Residence>(child.Person, For.Jurisdiction)).OrNull!.AgeBand);
        Assert.Null(await house.Get<Majority>().EarliestAsync(child.AsRegistrant.Act(house)));
        // what the guardian agreed to stays, and the person decides
        Assert.Equal("Shenzhen", (await house.Vault.OpenAsync<City>(child.Person, For.Correspondence)).OrNull!.Name);
        Assert.True(await new Decider(house, child.Person).DecideAsync(For.WorkProfile, give: true));
    }

    [Theory]
    [InlineData("CN", "2032-12-30T16:00:00Z")]
    [InlineData("FR", "2031-12-31T16:00:00Z")]
    public async Task What_a_guardian_asks_for_a_minor_is_not_heard_beyond_the_day(string country, string edge)
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var (_, guardian) = await ActivateAsync(house, country);
        var access = await BeforeAsync(house, guardian, edge, seconds: 60);
        var grown = house.Clock.Now().AddSeconds(60);

        var known = Assert.IsType<IntakeResult.Made>(await house.Get<GuardianIntake>().AskAsync(access, RequestKind.Objection, "About the pelican."));
        var typed = await ConfirmAsync(house, RepresentationKind.Guardian);
        var lawyers = await ConfirmAsync(house, RepresentationKind.Lawyer);

        await using var db = house.Store.Read();
        var all = await db.Set<Representation>().AsNoTracking().Join(db.Set<RightsRequest>(), one => one.RequestId, request => request.Id, (one, request) => new { One = one, Request = request }).ToListAsync();
        var ofGuardians = all.Where(one => one.One.Kind == RepresentationKind.Guardian).ToList();
        Assert.Equal(2, ofGuardians.Count);
        Assert.All(ofGuardians, one => Assert.Equal((grown, true, false), (one.One.ExpiresOn!.Value, one.One.Hears(one.Request, grown.AddTicks(-1)), one.One.Hears(one.Request, grown))));
        Assert.True(Assert.Single(all, one => one.One.Kind == RepresentationKind.Lawyer).One.ExpiresOn > grown.AddDays(30));
        Assert.NotEmpty((await FollowedAsync(known.Follow)).Steps);
        house.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Empty((await FollowedAsync(known.Follow)).Steps);
        Assert.Empty((await FollowedAsync(typed)).Steps);
        Assert.NotEmpty((await FollowedAsync(lawyers)).Steps);

        async Task<FollowedRequest> FollowedAsync(string? follow) => await new Stranger(house).SeenAsync(follow);
    }

    [Theory, BothProviders]
    public async Task Nobody_is_of_age_before_the_day_in_the_number(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var (child, _) = await Child.ActivateAsync(house);

        Assert.False(await house.Get<Majority>().TakeOverAsync(child.AsRegistrant.Act(house)));
        house.Clock.Advance(DateTimeOffset.Parse("2032-12-30T15:59:59Z", null) - house.Clock.GetUtcNow());
        Assert.False(await house.Get<Majority>().TakeOverAsync(child.AsRegistrant.Act(house)));

        Assert.Contains("guardianship", await child.LiveAsync(house));
    }

    [Theory, BothProviders]
    public async Task Whoever_says_to_be_of_age_takes_over_and_the_guardian_is_told_and_forgotten(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var (child, guardian) = await ActivateAsync(house, "GB");
        house.Clock.Advance(TimeSpan.FromDays(4 * 366));
        await house.Get<GuardianAccess>().SendAsync(Child.GuardianMailbox);
        var access = (await Letterbox.OfAsync(house, guardian))[^1].Link!.Segments[^1];
        Assert.NotNull(await house.Get<Guardianships>().OpenAsync(access));

        Assert.True(await house.Get<Majority>().TakeOverAsync(child.AsRegistrant.Act(house)));

        Assert.DoesNotContain("guardianship", await child.LiveAsync(house));
        Assert.Equal(nameof(AgeBand.Adult), (await house.Vault.OpenAsync<Residence>(child.Person, For.Jurisdiction)).OrNull!.AgeBand);
        Assert.Equal(Registrant.Name, (await house.Vault.OpenAsync<Identity>(child.Person, For.Account)).OrNull!.FullName);
        Assert.Equal("ChildIsOfAge", (await Child.LettersAsync(house, guardian))[^1]);
        Assert.DoesNotContain("OfAge", await Child.LettersAsync(house, child.Person));
        Assert.Null(await house.Get<Guardianships>().OpenAsync(access));
    }

    [Theory, BothProviders]
    public async Task Who_has_no_guardian_has_nothing_to_take_over(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var adult = await Registrant.ActivateAsync(house);

        Assert.Null(await house.Get<Majority>().EarliestAsync(adult.Act(house)));
        Assert.False(await house.Get<Majority>().TakeOverAsync(adult.Act(house)));
        await house.Get<Majority>().EndAsync(default);
        Assert.DoesNotContain("OfAge", await Child.LettersAsync(house, adult.Person));
        await Assert.ThrowsAsync<NotAllowedException>(() => house.Get<Majority>().TakeOverAsync(house.ActOf(adult.Person, Role.Verifier)));
    }

    private static async Task<(Child Child, Guid Guardian)> ActivateAsync(House house, string country)
    {
        var (child, _) = await Child.ActivateAsync(house, country switch { "FR" => French, "GB" => Child.ByPassport, _ => Child.Everything });
        return (child, await child.GuardianAsync(house));
    }

    /// <summary>Some seconds before, with a link that was asked for on that day.</summary>
    private static async Task<string> BeforeAsync(House house, Guid guardian, string edge, int seconds = 1)
    {
        house.Clock.Advance(DateTimeOffset.Parse(edge, null).AddSeconds(-seconds) - house.Clock.GetUtcNow());
        await house.Get<GuardianAccess>().SendAsync(Child.GuardianMailbox);
        return (await Letterbox.OfAsync(house, guardian))[^1].Link!.Segments[^1];
    }

    /// <summary>Typed at the public form for the child's account, and confirmed for longer than it may be.</summary>
    private static async Task<string?> ConfirmAsync(House house, RepresentationKind right)
    {
        var stranger = new Stranger(house);
        var made = await stranger.AskAsync(Stranger.ByLawyer with { Right = right, Kind = RequestKind.Explain, ForMailbox = Registrant.Mailbox });
        var officer = stranger.ActOf(Guid.NewGuid());
        if (right == RepresentationKind.Guardian)
        {
            var second = stranger.ActOf(Guid.NewGuid());
            Assert.True(await house.Get<RequestGate>().AskAsync(made.Reference, ApprovalReason.GuardianAsked, officer));
            Assert.True(await house.Get<Approvals>().AnswerAsync((await house.Get<Approvals>().ListAsync(second)).Single(one => one.Reference == made.Reference).Id, approve: true, second));
        }

        var until = DateOnly.FromDateTime(house.Clock.Now().AddDays(200));
        Applicant.Done(await house.Get<Representations>().ConfirmAsync(made.Reference, (await stranger.RequestAsync(made.Reference)).Stamp, mayReceive: true, until, officer));
        return made.Follow;
    }
}

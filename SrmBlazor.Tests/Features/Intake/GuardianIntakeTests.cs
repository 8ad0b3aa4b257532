using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Guardians;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Intake;

public sealed class GuardianIntakeTests
{
    [Theory]
    [BothProviders]
    [Promise("P-7-09")]
    public async Task A_guardian_asks_for_the_child_without_more_evidence_and_hears_the_answer(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var (child, access) = await Child.AdmitAsync(house);
        var stranger = new Stranger(house);

        var made = Assert.IsType<IntakeResult.Made>(await house.Get<GuardianIntake>().AskAsync(access, RequestKind.Objection, Stranger.Words));

        var request = await stranger.RequestAsync(made.Reference);
        Assert.Equal((child.Person, RequestState.Triage), (request.PersonId, request.State));
        Assert.Null(request.Events[0].By);
        Assert.Equal(Child.GuardianMailbox, (await stranger.LetterAsync("RequestReceived")).To);
        Assert.Equal(Stranger.Words, (await stranger.SeenAsync(made.Follow)).Steps[0].Text);
        Assert.Equal([made.Reference], (await house.Get<GuardianIntake>().ListAsync(access)).Select(row => row.Reference));
        Assert.Equal((RepresentationKind.Guardian, RepresentationState.Confirmed, true), await AuthorityAsync(house, stranger, made.Reference));
    }

    [Fact]
    public async Task Once_the_child_is_of_age_the_guardian_sees_no_more_of_what_was_asked()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var (child, access) = await Child.ActivateAsync(house, Child.ByPassport);
        var stranger = new Stranger(house);
        house.Clock.Advance(TimeSpan.FromDays(366 * 4));
        var again = await RenewAsync(house, child);
        var made = Assert.IsType<IntakeResult.Made>(await house.Get<GuardianIntake>().AskAsync(again, RequestKind.Objection, Stranger.Words));
        Assert.NotEmpty((await stranger.SeenAsync(made.Follow)).Steps);

        Assert.True(await house.Get<Majority>().TakeOverAsync(house.ActOf(child.Person, Role.Supplier)));

        Assert.Empty((await stranger.SeenAsync(made.Follow)).Steps);
        Assert.IsType<IntakeResult.Dead>(await house.Get<GuardianIntake>().AskAsync(again, RequestKind.Objection, Stranger.Words));
        Assert.Single(await house.Get<MyRequests>().ListAsync(house.ActOf(child.Person, Role.Supplier)));
    }

    private static async Task<string> RenewAsync(House house, Child child)
    {
        await house.Get<GuardianAccess>().SendAsync(Child.GuardianMailbox);
        return (await Letterbox.OfAsync(house, await child.GuardianAsync(house)))[^1].Link!.Segments[^1];
    }

    private static async Task<(RepresentationKind, RepresentationState, bool)> AuthorityAsync(House house, Stranger stranger, string reference)
    {
        await using var db = house.Store.Read();
        var authority = await Representation.OfAsync(db, (await stranger.RequestAsync(reference)).Id);
        return (authority!.Kind, authority.State, authority.MayReceive);
    }
}

using SrmBlazor.Features.Screening.Lists;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Screening.Cases;

/// <summary>The steps of a case say of its hits what the hits say themselves.</summary>
public sealed class PastHitsTests
{
    private static readonly ScreeningBasis Basis = ScreeningBasis.Of(1, Shelf.Of([]), null, DateTime.UnixEpoch);
    private static readonly Act Program = new(Guid.Empty, Role.None, DateTime.UnixEpoch);

    [Fact]
    public void What_was_proposed_stays_so_where_only_the_score_moved_and_both_who_decided_are_named()
    {
        var own = Begun();
        Meet(own, 0.9);
        Propose(own, confirms: false, Subjects.One);
        Meet(own, 0.91);
        Approve(own, Subjects.Two);

        var past = Assert.Single(Past(own));
        Assert.Equal((HitState.Cleared, 0.91, Subjects.One, Subjects.Two), (past.State, past.Score, past.DecidedBy, past.ApprovedBy));
    }

    [Fact]
    public void What_was_confirmed_vanished_and_is_back_unchanged_has_a_step_that_says_so()
    {
        var own = Begun();
        Meet(own, 0.9);
        Propose(own, confirms: true, Subjects.One);
        Approve(own, Subjects.Two);
        Meet(own, null);
        Assert.True(own.Hits.Single().HasVanished && Past(own).Single().HasVanished);

        Meet(own, 0.9);

        Assert.False(own.Hits.Single().HasVanished || Past(own).Single().HasVanished);
        Assert.Equal((ScreeningEventKind.Renewed, HitChange.None), (own.Events[^1].Kind, own.Events[^1].Change));
    }

    [Fact]
    public void Whatever_was_done_the_steps_alone_give_the_hits_as_they_stand()
    {
        var random = new Random(20261126);
        for (var history = 0; history < 2000; history++)
        {
            var own = Begun();
            Meet(own, 0.9);
            for (var step = 0; step < 12; step++)
            {
                Do(own, random);
                Assert.Equal(own.Hits.Where(hit => hit.State != HitState.Closed).Select(Told), Past(own).Select(Told));
            }
        }
    }

    private static void Do(ScreeningCase own, Random random)
    {
        var (hit, who) = (own.Hits.Single(), random.Next(3) switch { 0 => Subjects.One, 1 => Subjects.Two, _ => Subjects.Three });
        switch (random.Next(8))
        {
            case 0:
                Meet(own, null);
                break;
            case 1 or 2:
                Meet(own, random.Next(3) switch { 0 => 0.9, 1 => 0.91, _ => 0.96 }, random.Next(4) == 0 ? "other" : "content");
                break;
            case 3 when hit.State == HitState.Open:
                Each(own, who, (one, act) => one.Escalate(act.Who), _ => ScreeningEventKind.Escalated);
                break;
            case 4 when hit.State == HitState.Open && !hit.IsProposed:
                Each(own, who, (one, act) => one.Clear(DecisionReason.OtherName, act), _ => ScreeningEventKind.Cleared);
                break;
            case 5 when hit.IsOpen && hit.IsProposed:
                Each(own, who, (one, _) => one.Return(), _ => ScreeningEventKind.Returned);
                break;
            case 6 when hit.IsOpen && !hit.IsProposed:
                Propose(own, random.Next(2) == 0, who);
                break;
            case 7 when hit.IsOpen && hit.IsProposed && !hit.IsOf(who):
                Approve(own, who);
                break;
            default:
                break;
        }
    }

    private static (Guid, HitState, double, Guid?, Guid?, DecisionReason?, bool) Told(ScreeningHit hit) =>
        (hit.Id, hit.State, hit.Score, hit.DecidedBy, hit.ApprovedBy, hit.IsOpen ? null : hit.Reason, hit.HasVanished);

    private static (Guid, HitState, double, Guid?, Guid?, DecisionReason?, bool) Told(PastHit hit) => (hit.Id, hit.State, hit.Score, hit.DecidedBy, hit.ApprovedBy, hit.Reason, hit.HasVanished);

    private static IReadOnlyList<PastHit> Past(ScreeningCase own) => PastHits.Of(own.Events, own.Hits.ToDictionary(hit => hit.Id));

    private static ScreeningCase Begun() => ScreeningCase.Begin(Guid.NewGuid(), Program);

    /// <param name="score">Null where it is not found.</param>
    private static void Meet(ScreeningCase own, double? score, string content = "content")
    {
        List<(Found, Sides)> found = score is { } one ? [(new Found(HitKind.Name, "own/x", content, one, new HitEvidence(null, null, "x", null, [], null)), new Sides("entry", content, "compared", Basis.Engine))] : [];
        own.Take(new Screened(Basis, ScreeningCause.ListsChanged, "mark", "compared", 1, found), _ => true, _ => score is not null, new CaseOptions(), Program);
    }

    private static void Propose(ScreeningCase own, bool confirms, Guid who) => Each(
        own, who, (hit, act) => hit.Propose(confirms, DecisionReason.Other, act), _ => confirms ? ScreeningEventKind.ConfirmationProposed : ScreeningEventKind.ClearingProposed);

    private static void Approve(ScreeningCase own, Guid who) =>
        Each(own, who, (hit, act) => hit.Approve(act), hit => hit.State == HitState.Confirmed ? ScreeningEventKind.Confirmed : ScreeningEventKind.Cleared);

    private static void Each(ScreeningCase own, Guid who, Action<ScreeningHit, Act> decide, Func<ScreeningHit, ScreeningEventKind> kind)
    {
        var act = new Act(who, Role.Screener, DateTime.UnixEpoch);
        own.Each(own.Hits, hit =>
        {
            decide(hit, act);
            return kind(hit);
        }, null, act);
    }
}

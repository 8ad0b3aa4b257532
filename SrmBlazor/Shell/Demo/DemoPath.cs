using SrmBlazor.Features.RightsRequests;
using SrmBlazor.Shared;

namespace SrmBlazor.Shell.Demo;

/// <summary>The way of an invented request, step by step as people would take it.</summary>
internal static class DemoPath
{
    private static readonly Guid[] Officers = [.. Enumerable.Range(1, 12).Select(one => new Guid(one, 0x5272, 0x4d56, [1, 2, 3, 4, 5, 6, 7, (byte)one]))];

    /// <param name="until">When it is answered, or up to when it has come.</param>
    /// <param name="clock">Of an open one; null where it is answered.</param>
    public static void Go(RightsRequest request, DateTime on, DateTime until, RequestClock? clock, Random random)
    {
        var at = random.Next(Officers.Length);
        var (officer, second) = (By(Officers[at], on.AddHours(1) < until ? on.AddHours(1) : until), By(Officers[(at + 1) % Officers.Length], until));
        if (clock is not null && random.Next(8) == 0)
        {
            return;
        }

        request.ProveIdentity(officer);
        if (clock is not null)
        {
            clock.Apply(request, officer);
            GoOn(request, officer, second, random);
            return;
        }

        if (request.Kind.RunsByItself() && !request.Kind.Erases())
        {
            request.RunByItself(second);
            request.BeginCheck(second);
            request.Finish(whole: true, Answer(request), null, second);
            return;
        }

        request.Claim(officer);
        End(request, officer, second, random);
    }

    private static void GoOn(RightsRequest request, Act officer, Act second, Random random)
    {
        switch (random.Next(6))
        {
            case 0:
                break;
            case 1:
                request.AskClarification(Guid.NewGuid(), officer);
                break;
            case 2:
                request.Claim(officer);
                request.Propose(RequestOutcome.Refused, DenialGround.NotCovered, Answer(request, denied: true), second);
                break;
            default:
                request.Claim(officer);
                break;
        }
    }

    private static void End(RightsRequest request, Act officer, Act second, Random random)
    {
        if (random.Next(12) == 0)
        {
            var grounds = Enum.GetValues<DenialGround>();
            request.Propose(RequestOutcome.Refused, grounds[random.Next(grounds.Length)], Answer(request, denied: true), officer);
            request.Approve(carriedOut: false, second);
        }
        else if (RightsRequest.NeedsReview(request.Kind, RequestOutcome.Fulfilled))
        {
            request.Propose(RequestOutcome.Fulfilled, null, Answer(request), officer);
            request.Approve(carriedOut: true, second);
            request.BeginCheck(second);
            request.Finish(whole: true, Answer(request), Guid.NewGuid(), second);
        }
        else
        {
            request.Answer(Answer(request), second);
        }
    }

    private static RequestAnswer Answer(RightsRequest request, bool denied = false) => new(Guid.NewGuid(), request.Language, denied ? ComplaintRoutes.Of(request.Region) : "");

    private static Act By(Guid officer, DateTime on) => new(officer, Role.PrivacyOfficer, on);
}

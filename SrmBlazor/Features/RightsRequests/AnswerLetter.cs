namespace SrmBlazor.Features.RightsRequests;

/// <summary>The answer to a request as it is printed, wholly in the language of who asked.</summary>
/// <param name="To">Name and address, one on each line; empty where the answer is read in an account.</param>
/// <param name="DecidedOn">The day in the place whose calendar counts.</param>
/// <param name="Text">Null where what was written is open to the reader no more.</param>
/// <param name="Route">A key of <see cref="ComplaintRoutes"/>; empty where nothing was denied.</param>
/// <param name="AppealUntil">Null where it cannot be appealed.</param>
public sealed record AnswerLetter(
    string Reference, RequestKind Kind, string Language, IReadOnlyList<string> To, DateOnly ReceivedOn, DateOnly DecidedOn, RequestOutcome Outcome, DenialGround? Ground, string? Text,
    string Route, Guid? Certificate, DateOnly? AppealUntil)
{
    public override string ToString() => $"Letter {Reference}";

    internal static AnswerLetter Of(RightsRequest request, RequestDecision decision, IReadOnlyList<string> to, string? text, DateTime now) => new(
        request.Reference, request.Kind, request.Language, to, request.ReceivedOn, RequestClock.Today(decision.On), decision.Outcome, decision.Ground, text, decision.Route, decision.CertificateId,
        request.Allows(RequestStep.Appealed) && now <= request.AppealUntil ? RequestClock.Today(request.AppealUntil.Value) : null);
}

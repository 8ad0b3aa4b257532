using SrmBlazor.Features.RightsRequests;

namespace SrmBlazor.Features.Triage;

/// <summary>One row of the board, the same for everybody who sees it. Nothing of it was opened.</summary>
/// <param name="Kind">The name of the kind of request; that of the <see cref="Triage.Matter"/> otherwise.</param>
/// <param name="State">The name of its state.</param>
/// <param name="Limit">The last day by law; of an identity check, when the scan goes.</param>
/// <param name="Holder">The member of staff who has it in hand.</param>
/// <param name="OfChild">Opened only with a second person's approval.</param>
/// <param name="Stamp">To be named when it is taken in hand.</param>
public sealed record BoardRow(
    Matter Matter, Guid Id, string Reference, string Kind, string State, RequestStage Stage, string Region, DateOnly ReceivedOn, DateOnly Due, DateOnly? Limit,
    bool IsLate, bool IsProvisional, Guid? Holder, bool HasTwin, bool OfChild, Guid Stamp, BoardKey Key)
{
    /// <summary>Whose hands it is in, as this reader sees it: never a name.</summary>
    public Hands HandsFor(Guid reader) => Holder is null ? Hands.Nobody : Holder == reader ? Hands.Me : Hands.Staff;

    public bool CanBeClaimedBy(Guid reader) => Holder != reader && Matter switch
    {
        Matter.Request => RequestWay.Allows(Enum.Parse<RequestState>(State), RequestStep.Claimed),
        Matter.IdentityCheck => Stage == RequestStage.ToDo,
        Matter.Screening => Stage != RequestStage.Ended,
    };

    public bool CanBeReleasedBy(Guid reader) => Holder == reader && Matter switch
    {
        Matter.Request => State == nameof(RequestState.InProgress),
        Matter.IdentityCheck => Stage == RequestStage.ToDo,
        Matter.Screening => Stage != RequestStage.Ended,
    };

    public string Address => Matter switch
    {
        Matter.Request => $"/staff/requests/{Reference}",
        Matter.IdentityCheck => $"/staff/verifications/{Reference}",
        Matter.Screening => $"/staff/screening/{Reference}",
    };
}

/// <param name="HasBefore">There is a page before it.</param>
/// <param name="HasAfter">There is a page behind it.</param>
public sealed record BoardRows(IReadOnlyList<BoardRow> Rows, bool HasBefore, bool HasAfter);

/// <summary>How much is waiting, each up to <see cref="Board.Counted"/>: beyond it nobody counts one by one.</summary>
public sealed record BoardCounts(int Late, int Today, int Unclaimed);

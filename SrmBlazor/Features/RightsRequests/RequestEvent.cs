using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SrmBlazor.Features.RightsRequests;

/// <summary>One step of a request: append-only, and without a word that anybody wrote. It leads to a person only through its request.</summary>
public sealed class RequestEvent
{
    public const int ReasonLength = 40;

    private RequestEvent()
    {
    }

    public Guid Id { get; private init; }

    public Guid RequestId { get; private init; }

    /// <summary>Counts the steps of a request from one.</summary>
    public int Turn { get; private init; }

    public RequestStep Step { get; private init; }

    public RequestState From { get; private init; }

    public RequestState To { get; private init; }

    /// <summary>A code out of a list, such as an outcome, a ground or a date; of a move, the member of staff who has it by that.</summary>
    public string Reason { get; private init; } = "";

    /// <summary>The sealed <see cref="RequestMessage"/> or <see cref="RequestEvidence"/> that came with it.</summary>
    public Guid? RecordId { get; private init; }

    /// <summary>The member of staff; <see cref="Guid.Empty"/> for the program itself, null for the person or who asks for them.</summary>
    public Guid? By { get; private init; }

    public DateTime On { get; private init; }

    /// <summary>It went from one pair of hands into another.</summary>
    public bool IsMove => Step is RequestStep.Claimed or RequestStep.Assigned or RequestStep.Released;

    /// <summary>Whether it says in whose hands it is since.</summary>
    internal bool SaysHolder => IsMove || Step is RequestStep.Undone or RequestStep.Appealed or RequestStep.Overturned;

    /// <summary>In whose hands it is since this step, where <see cref="SaysHolder"/>.</summary>
    internal Guid? Holder =>
        Step is RequestStep.Claimed or RequestStep.Overturned ? By
        : Step is RequestStep.Assigned or RequestStep.Undone && Guid.TryParseExact(Reason, "N", out var staff) ? staff
        : null;

    internal static string ReasonOf(Guid? holder) => holder?.ToString("N") ?? "";

    internal static RequestEvent Of(RightsRequest request, int turn, RequestStep step, RequestState from, string reason, Guid? record, Guid? by, DateTime on) => new()
    {
        Id = Guid.CreateVersion7(),
        RequestId = request.Id,
        Turn = turn,
        Step = step,
        From = from,
        To = request.State,
        Reason = reason,
        RecordId = record,
        By = by,
        On = on,
    };

    public sealed class Mapping : IEntityTypeConfiguration<RequestEvent>
    {
        public void Configure(EntityTypeBuilder<RequestEvent> builder)
        {
            builder.ToTable("RequestEvents");
            builder.Property(one => one.Id).ValueGeneratedNever();
            builder.Property(one => one.Reason).HasMaxLength(ReasonLength);
            builder.HasIndex(one => new { one.RequestId, one.Turn }).IsUnique();
        }
    }
}

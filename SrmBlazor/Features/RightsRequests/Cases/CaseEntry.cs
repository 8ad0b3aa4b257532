using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SrmBlazor.Features.RightsRequests.Cases;

public enum CaseEntryKind
{
    TaskDone,
    TaskNotNeeded,
    TaskReopened,
    TaskTaken,
    TaskGivenBack,

    /// <summary>Written by staff for staff.</summary>
    Note,
}

/// <summary>What staff did in a case beside the way of its request: append-only, and without a word that anybody wrote.</summary>
public sealed class CaseEntry
{
    private CaseEntry()
    {
    }

    public Guid Id { get; private init; }

    public Guid RequestId { get; private init; }

    public CaseEntryKind Kind { get; private init; }

    public Guid? TaskId { get; private init; }

    public NotNeededReason? Reason { get; private init; }

    /// <summary>The sealed <see cref="CaseNote"/>.</summary>
    public Guid? RecordId { get; private init; }

    public Guid By { get; private init; }

    public DateTime On { get; private init; }

    internal static CaseEntry OfTask(CaseTask task, CaseEntryKind kind, Guid by, DateTime on) => new()
    {
        Id = Guid.CreateVersion7(),
        RequestId = task.RequestId,
        Kind = kind,
        TaskId = task.Id,
        Reason = task.Reason,
        By = by,
        On = on,
    };

    internal static CaseEntry OfNote(Guid request, Guid record, Guid by, DateTime on) => new()
    {
        Id = Guid.CreateVersion7(),
        RequestId = request,
        Kind = CaseEntryKind.Note,
        RecordId = record,
        By = by,
        On = on,
    };

    public sealed class Mapping : IEntityTypeConfiguration<CaseEntry>
    {
        public void Configure(EntityTypeBuilder<CaseEntry> builder)
        {
            builder.ToTable("CaseEntries");
            builder.Property(one => one.Id).ValueGeneratedNever();
            builder.HasOne<RightsRequest>().WithMany().HasForeignKey(one => one.RequestId).OnDelete(DeleteBehavior.Restrict);
            builder.HasIndex(one => new { one.RequestId, one.On });
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Transfers;

/// <summary>How a package comes to the other controller. Names are stored.</summary>
public enum TransferWay
{
    /// <summary>A link in a letter to the controller's mailbox, which works once.</summary>
    Link,

    /// <summary>Sent to an address of the controller by HTTPS.</summary>
    Push,
}

public enum TransferState
{
    Asked,

    /// <summary>Staff found every condition met.</summary>
    Checked,

    /// <summary>The controller's address took it.</summary>
    Delivered,

    /// <summary>The link was mailed; the package waits.</summary>
    Mailed,

    /// <summary>The controller downloaded it: there is no second time.</summary>
    Fetched,

    /// <summary>Nobody fetched it in time; the package is erased.</summary>
    Expired,
}

/// <summary>What a person asks to be sent to another controller, beside its request: how far it is. To whom is in the sealed <see cref="TransferTarget"/>.</summary>
public sealed class Transfer : IHandled
{
    private Transfer()
    {
    }

    public static Handling Handling { get; } = Handling.WithTerm<Transfer>(For.Accountability, new Retention(3, 0), nameof(AskedOn),
        nameof(RequestId), nameof(Way), nameof(State), nameof(CheckedBy), nameof(CheckedOn), nameof(LeftOn), nameof(UsefulUntil), nameof(EndedOn), nameof(Bytes));

    public Guid Id { get; private init; }

    public Guid? PersonId { get; private set; }

    public Guid RequestId { get; private init; }

    public TransferWay Way { get; private init; }

    public TransferState State { get; private set; }

    public DateTime AskedOn { get; private init; }

    public Guid? CheckedBy { get; private set; }

    public DateTime? CheckedOn { get; private set; }

    public DateTime? LeftOn { get; private set; }

    /// <summary>Until when the link works; null where there is none.</summary>
    public DateTime? UsefulUntil { get; private set; }

    /// <summary>When it was fetched, or expired.</summary>
    public DateTime? EndedOn { get; private set; }

    public long Bytes { get; private set; }

    public bool HasLeft => LeftOn is not null;

    internal static Transfer Ask(Guid person, Guid request, TransferWay way, DateTime now) =>
        new() { Id = Guid.NewGuid(), PersonId = person, RequestId = request, Way = way, AskedOn = now };

    /// <exception cref="InvalidOperationException">It has left already.</exception>
    internal void Check(Act act)
    {
        Demand(!HasLeft);
        (State, CheckedBy, CheckedOn) = (TransferState.Checked, act.Who, act.On);
    }

    /// <exception cref="InvalidOperationException">The conditions were not checked, or it has left already.</exception>
    internal void Deliver(long bytes, DateTime now)
    {
        Demand(State == TransferState.Checked && Way == TransferWay.Push);
        (State, Bytes, LeftOn) = (TransferState.Delivered, bytes, now);
    }

    /// <exception cref="InvalidOperationException">The conditions were not checked, or it has left already.</exception>
    internal void Mail(long bytes, DateTime now)
    {
        Demand(State == TransferState.Checked && Way == TransferWay.Link);
        (State, Bytes, LeftOn, UsefulUntil) = (TransferState.Mailed, bytes, now, now + For.TransferDelivery.Term!.Value);
    }

    /// <summary>Hands it out, once.</summary>
    internal bool TryFetch(DateTime now)
    {
        var fits = State == TransferState.Mailed && now < UsefulUntil;
        if (fits)
        {
            (State, EndedOn) = (TransferState.Fetched, now);
        }

        return fits;
    }

    internal void Expire(DateTime now)
    {
        Demand(State == TransferState.Mailed);
        (State, EndedOn) = (TransferState.Expired, now);
    }

    private void Demand(bool holds)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"The transfer {Id} is {State}.");
        }
    }

    public sealed class Mapping : IEntityTypeConfiguration<Transfer>
    {
        public void Configure(EntityTypeBuilder<Transfer> builder)
        {
            builder.ToTable("Transfers");
            builder.Property(one => one.Id).ValueGeneratedNever();
            builder.HasIndex(one => one.RequestId).IsUnique();
            builder.HasIndex(one => one.PersonId);
            builder.HasIndex(one => one.State);
        }
    }
}

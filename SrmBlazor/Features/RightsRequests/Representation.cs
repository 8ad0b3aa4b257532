using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmBlazor.Data;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.RightsRequests;

/// <summary>By what right somebody asks for somebody else. Names are stored.</summary>
public enum RepresentationKind
{
    Guardian,
    Lawyer,

    /// <summary>Anybody whom the person authorised in writing.</summary>
    Authorised,

    /// <summary>Of a person who died (PIPL 49).</summary>
    NextOfKin,
}

public enum RepresentationState
{
    Pending,
    Confirmed,
    Refused,
}

/// <summary>Who asks for somebody else, before it is written down.</summary>
/// <param name="For">Whom it is about; null where the request is of a person who is known here.</param>
/// <param name="Asked">What they are asked to show, in their language.</param>
public sealed record Claim(RepresentationKind Kind, RepresentedPerson? For, string Asked)
{
    /// <summary>Until when a guardianship that the program knows of stands for the evidence; null where it has to be shown.</summary>
    public DateTime? KnownUntil { get; init; }

    public override string ToString() => $"{Kind}";
}

/// <summary>
/// Somebody asks for somebody else in one request. What is answered goes to the person, unless staff saw that it may go to the representative. It leads to
/// a person only through its request, and what was shown for it is the request's evidence, gone with the decision.
/// </summary>
public sealed class Representation
{
    public static readonly TimeSpan Longest = TimeSpan.FromDays(365);

    private Representation()
    {
    }

    public Guid Id { get; private init; }

    public Guid RequestId { get; private set; }

    public RepresentationKind Kind { get; private init; }

    public RepresentationState State { get; private set; }

    /// <summary>The scope goes beyond asking: the answer may be given to the representative.</summary>
    public bool MayReceive { get; private set; }

    /// <summary>After it, the representative sees no more than that there is a request.</summary>
    public DateTime? ExpiresOn { get; private set; }

    /// <summary>The sealed <see cref="RepresentedPerson"/>; null where the request is of a person who is known here.</summary>
    public Guid? ForId { get; private set; }

    public DateTime AskedOn { get; private init; }

    public Guid? DecidedBy { get; private set; }

    public DateTime? DecidedOn { get; private set; }

    /// <summary>Whether letters go to the representative, and what was written is shown: while nobody is proved it is only about that.</summary>
    public bool Hears(RightsRequest request, DateTime now) =>
        State == RepresentationState.Confirmed ? MayReceive && now < ExpiresOn : request.IdentityProvedOn is null;

    internal static Representation Of(RightsRequest request, Claim claim, Guid? about, Act act) => new()
    {
        Id = Guid.NewGuid(),
        RequestId = request.Id,
        Kind = claim.Kind,
        State = claim.KnownUntil is null ? RepresentationState.Pending : RepresentationState.Confirmed,
        MayReceive = claim.KnownUntil is not null,
        ExpiresOn = claim.KnownUntil,
        ForId = about,
        AskedOn = act.On,
        DecidedOn = claim.KnownUntil is null ? null : act.On,
    };

    internal static async Task<Representation?> OfAsync(SrmDbContext db, Guid request) =>
        db.Set<Representation>().Local.FirstOrDefault(one => one.RequestId == request) ?? await db.Set<Representation>().FirstOrDefaultAsync(one => one.RequestId == request);

    /// <exception cref="InvalidOperationException">It was confirmed before, or would never end.</exception>
    internal void Confirm(bool mayReceive, DateTime until, Act act)
    {
        if (State == RepresentationState.Confirmed || until <= act.On || until > act.On + Longest)
        {
            throw new InvalidOperationException("A representation is confirmed once, and for a time.");
        }

        (State, MayReceive, ExpiresOn, DecidedBy, DecidedOn) = (RepresentationState.Confirmed, mayReceive, until, act.Who, act.On);
    }

    /// <exception cref="InvalidOperationException">It was confirmed before.</exception>
    internal void Refuse(Act act)
    {
        if (State == RepresentationState.Confirmed)
        {
            throw new InvalidOperationException("What was confirmed is not refused.");
        }

        (State, DecidedBy, DecidedOn) = (RepresentationState.Refused, act.Who, act.On);
    }

    /// <summary>The request goes on as another one, which belongs to the account of the person.</summary>
    internal void GoOnAs(RightsRequest request) => (RequestId, ForId) = (request.Id, null);

    public sealed class Mapping : IEntityTypeConfiguration<Representation>
    {
        public void Configure(EntityTypeBuilder<Representation> builder)
        {
            builder.ToTable("Representations");
            builder.Property(one => one.Id).ValueGeneratedNever();
            builder.HasIndex(one => one.RequestId).IsUnique();
        }
    }
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Consents;

/// <summary>What a decision makes of a consent (event states of ISO/IEC TS 27560).</summary>
public enum ConsentState
{
    Given,
    Refused,
    Withdrawn,

    /// <summary>Given again after what was consented to had changed.</summary>
    Renewed,
}

/// <summary>Who decided.</summary>
public enum ConsentActor
{
    Person,
    Guardian,
}

/// <summary>
/// One decision about one purpose. Append-only; its digest stands in the audit chain, so that a line changed, added or removed later is
/// found by <c>audit verify</c>.
/// </summary>
public sealed class ConsentEvent : IHandled
{
    private ConsentEvent()
    {
    }

    public static Handling Handling { get; } = Handling.WhileHeld<ConsentEvent>(For.Accountability,
        nameof(Id), nameof(Purpose), nameof(State), nameof(Actor), nameof(NoticeId), nameof(On));

    public long Number { get; private set; }

    /// <summary>Names the decision on receipts.</summary>
    public Guid Id { get; private init; }

    public Guid? PersonId { get; private set; }

    public string Purpose { get; private init; } = "";

    public ConsentState State { get; private init; }

    public ConsentActor Actor { get; private init; }

    /// <summary>The notice that was shown before.</summary>
    public Guid NoticeId { get; private init; }

    public DateTime On { get; private init; }

    /// <summary>SHA-256 over all that does not lead to a person, upper-case hex.</summary>
    public string Digest(string noticeHash) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n',
        Id.ToString("N"), Purpose, State, Actor, NoticeId.ToString("N"), noticeHash, On.ToString("O", CultureInfo.InvariantCulture)))));

    internal static ConsentEvent Of(Guid person, Purpose purpose, ConsentState state, NoticeServed served, Act act) => new()
    {
        Id = Guid.NewGuid(),
        PersonId = person,
        Purpose = purpose.Key,
        State = state,
        Actor = act.Is(Role.Guardian) ? ConsentActor.Guardian : ConsentActor.Person,
        NoticeId = served.Id,
        On = act.On,
    };

    public sealed class Mapping : IEntityTypeConfiguration<ConsentEvent>
    {
        public void Configure(EntityTypeBuilder<ConsentEvent> builder)
        {
            builder.ToTable("ConsentEvents");
            builder.HasKey(decision => decision.Number);
            builder.HasIndex(decision => decision.Id).IsUnique();
            builder.Property(decision => decision.Purpose).HasMaxLength(PurposeEvent.PurposeLength);
            builder.HasIndex(decision => new { decision.PersonId, decision.Number });
            builder.HasOne<NoticeServed>().WithMany().HasForeignKey(decision => decision.NoticeId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

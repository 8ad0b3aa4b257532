using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Registration;

public enum RegistrationState
{
    /// <summary>Submitted; the mailbox is not confirmed yet.</summary>
    Submitted,

    /// <summary>Waits for a verifier.</summary>
    IdentityCheck,

    /// <summary>A verifier asked the supplier to mend something.</summary>
    CorrectionAsked,

    /// <summary>Verified.</summary>
    Verified,

    /// <summary>Refused with a reason; the supplier can contest.</summary>
    Refused,

    /// <summary>Never confirmed, or the mailbox had an account already: its records are erased.</summary>
    Dropped,

    /// <summary>A guardian took the consent back, or a child was found and none consented: what nothing else holds is erased.</summary>
    Withdrawn,

    /// <summary>A child was found: nothing is opened or asked before the guardian has consented.</summary>
    AwaitsGuardian,
}

/// <summary>A submitted registration and its way: submitted, mailbox confirmed, identity checked.</summary>
public sealed class SupplierRegistration : IHandled
{
    public const int ReferenceLength = 13;

    /// <summary>What a reference begins with.</summary>
    public const string Prefix = "REG-";

    private const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private SupplierRegistration()
    {
    }

    public static Handling Handling { get; } = Handling.WhileHeld<SupplierRegistration>(For.Account,
        nameof(Reference), nameof(State), nameof(Cooperation), nameof(SubmittedOn), nameof(ConfirmedOn), nameof(CheckBegunOn), nameof(DecidedOn), nameof(CheckedBy),
        nameof(ScanLapsedOn), nameof(HandedOn), nameof(HandedBy), nameof(HandedFrom));

    public Guid Id { get; private init; }

    public Guid? PersonId { get; private set; }

    /// <summary>What people quote: <c>REG-7K3M-Q2XD</c>. Random: it tells neither when nor how many.</summary>
    public string Reference { get; private init; } = "";

    public RegistrationState State { get; private set; }

    public Cooperation Cooperation { get; private init; }

    public DateTime SubmittedOn { get; private init; }

    public DateTime? ConfirmedOn { get; private set; }

    /// <summary>When the running identity check began: at confirmation, and again after each correction.</summary>
    public DateTime? CheckBegunOn { get; private set; }

    public DateTime? DecidedOn { get; private set; }

    /// <summary>The verifier who has the case in hand or decided it.</summary>
    public Guid? CheckedBy { get; private set; }

    /// <summary>When it last went from hand to hand; null once something else happened.</summary>
    public DateTime? HandedOn { get; private set; }

    public Guid? HandedBy { get; private set; }

    /// <summary>Who had it in hand before; null for nobody.</summary>
    public Guid? HandedFrom { get; private set; }

    /// <summary>The check's term ran out and took the scan with it; the supplier is asked for a new one.</summary>
    public DateTime? ScanLapsedOn { get; private set; }

    /// <summary>Changes with every save; a writer names the one it saw.</summary>
    public Guid Stamp { get; private set; }

    public bool IsOver => State is RegistrationState.Withdrawn or RegistrationState.Dropped;

    public static SupplierRegistration Submit(Guid person, Cooperation cooperation, DateTime on) => new()
    {
        Id = Guid.CreateVersion7(),
        PersonId = person,
        Reference = NewReference(),
        State = RegistrationState.Submitted,
        Cooperation = cooperation,
        SubmittedOn = on,
        Stamp = Guid.NewGuid(),
    };

    public void Confirm(DateTime on)
    {
        Move(RegistrationState.IdentityCheck, RegistrationState.Submitted);
        ConfirmedOn = on;
        CheckBegunOn = on;
    }

    public void Drop() => Move(RegistrationState.Dropped, RegistrationState.Submitted);

    public void Withdraw() => Move(RegistrationState.Withdrawn,
        RegistrationState.Submitted, RegistrationState.IdentityCheck, RegistrationState.CorrectionAsked, RegistrationState.AwaitsGuardian, RegistrationState.Verified, RegistrationState.Refused);

    /// <summary>What was answered or the verifier shows a child, also one that was decided about before.</summary>
    public void Freeze()
    {
        Move(RegistrationState.AwaitsGuardian, RegistrationState.IdentityCheck, RegistrationState.CorrectionAsked, RegistrationState.Verified, RegistrationState.Refused);
        (CheckedBy, ScanLapsedOn) = (null, null);
    }

    /// <summary>The guardian has consented; the document, of which nothing was kept, is asked for anew.</summary>
    public void Admit() => Move(RegistrationState.CorrectionAsked, RegistrationState.AwaitsGuardian);

    /// <summary>A verifier takes the case in hand, gives it to a colleague, or lays it down.</summary>
    /// <param name="verifier">Who has it now; null for nobody.</param>
    public void HandOver(Guid? verifier, Act act)
    {
        if (State != RegistrationState.IdentityCheck)
        {
            throw new InvalidOperationException($"A registration that is {State} is in nobody's hands.");
        }

        (HandedFrom, CheckedBy, HandedBy, HandedOn) = (CheckedBy, verifier, act.Who, act.On);
        Stamp = Guid.NewGuid();
    }

    /// <summary>Whether the actor moved the case last and nothing happened since.</summary>
    public bool WasHandedOverBy(Act act) => HandedOn is not null && HandedBy == act.Who;

    /// <summary>It is in the hands it was in before it was handed over.</summary>
    public void TakeBack()
    {
        (CheckedBy, HandedFrom, HandedBy, HandedOn) = (HandedFrom, null, null, null);
        Stamp = Guid.NewGuid();
    }

    public void Accept(Guid verifier, DateTime on) => Decide(RegistrationState.Verified, verifier, on);

    public void Refuse(Guid verifier, DateTime on) => Decide(RegistrationState.Refused, verifier, on);

    public void AskCorrection(Guid verifier)
    {
        Move(RegistrationState.CorrectionAsked, RegistrationState.IdentityCheck);
        CheckedBy = verifier;
    }

    /// <summary>The check's term ran out undecided.</summary>
    public void LapseScan(DateTime on)
    {
        Move(RegistrationState.CorrectionAsked, RegistrationState.IdentityCheck, RegistrationState.CorrectionAsked);
        ScanLapsedOn = on;
    }

    /// <summary>What is compared has changed: whoever had the case in hand looks anew, or somebody else does.</summary>
    public void LayDown()
    {
        Move(RegistrationState.IdentityCheck, RegistrationState.IdentityCheck);
        CheckedBy = null;
    }

    /// <summary>What was compared has been corrected since: it is compared anew.</summary>
    public void Recheck() => Move(RegistrationState.CorrectionAsked, RegistrationState.Verified);

    /// <summary>The supplier mended what was asked; the check begins anew.</summary>
    public void Correct(DateTime on)
    {
        Move(RegistrationState.IdentityCheck, RegistrationState.CorrectionAsked);
        CheckBegunOn = on;
        CheckedBy = null;
        ScanLapsedOn = null;
    }

    private void Decide(RegistrationState outcome, Guid verifier, DateTime on)
    {
        Move(outcome, RegistrationState.IdentityCheck);
        CheckedBy = verifier;
        DecidedOn = on;
    }

    private void Move(RegistrationState to, params ReadOnlySpan<RegistrationState> from)
    {
        if (!from.Contains(State))
        {
            throw new InvalidOperationException($"A registration that is {State} cannot become {to}.");
        }

        State = to;
        (HandedFrom, HandedBy, HandedOn) = (null, null, null);
        Stamp = Guid.NewGuid();
    }

    private static string NewReference()
    {
        var letters = RandomNumberGenerator.GetString(Alphabet, 8);
        return $"{Prefix}{letters[..4]}-{letters[4..]}";
    }

    public sealed class Mapping : IEntityTypeConfiguration<SupplierRegistration>
    {
        public void Configure(EntityTypeBuilder<SupplierRegistration> builder)
        {
            builder.ToTable("Registrations");
            builder.Property(registration => registration.Id).ValueGeneratedNever();
            builder.Property(registration => registration.Reference).HasMaxLength(ReferenceLength);
            builder.Property(registration => registration.Stamp).IsConcurrencyToken();
            builder.HasIndex(registration => registration.Reference).IsUnique();
            builder.HasIndex(registration => registration.PersonId).IsUnique();
            builder.HasIndex(registration => new { registration.State, registration.CheckBegunOn, registration.Id });
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;

namespace SrmBlazor.Features.Policies;

public enum PolicyAnswer
{
    Accepted,
    Rejected,
}

/// <summary>Which text was shown, in which language.</summary>
/// <param name="TextHash">SHA-256 of the text as shown, lower-case hex.</param>
public sealed record ShownPolicy(int Version, string TextHash, string Language);

/// <summary>What somebody answered to the policy. A rejection leads to nobody: it has no person.</summary>
public sealed class PolicyDecision : IHandled
{
    private PolicyDecision()
    {
    }

    public static Handling Handling { get; } = Handling.WhileHeld<PolicyDecision>(For.Accountability,
        nameof(Version), nameof(TextHash), nameof(Language), nameof(Answer), nameof(On), nameof(WithGuardian));

    public Guid Id { get; private init; }

    public Guid? PersonId { get; private set; }

    public int Version { get; private init; }

    public string TextHash { get; private init; } = "";

    public string Language { get; private init; } = "";

    public PolicyAnswer Answer { get; private init; }

    public DateTime On { get; private init; }

    /// <summary>Whoever is not of age said that a parent or guardian read along and agreed; for a child, the guardian decided.</summary>
    public bool WithGuardian { get; private init; }

    public static PolicyDecision Accept(Guid person, ShownPolicy shown, DateTime on, bool withGuardian = false) => Of(person, shown, PolicyAnswer.Accepted, on, withGuardian);

    public static PolicyDecision Reject(ShownPolicy shown, DateTime on) => Of(null, shown, PolicyAnswer.Rejected, on);

    private static PolicyDecision Of(Guid? person, ShownPolicy shown, PolicyAnswer answer, DateTime on, bool withGuardian = false) => new()
    {
        Id = Guid.NewGuid(),
        PersonId = person,
        Version = shown.Version,
        TextHash = shown.TextHash,
        Language = shown.Language,
        Answer = answer,
        On = on,
        WithGuardian = withGuardian,
    };

    public sealed class Mapping : IEntityTypeConfiguration<PolicyDecision>
    {
        public void Configure(EntityTypeBuilder<PolicyDecision> builder)
        {
            builder.ToTable("PolicyDecisions");
            builder.Property(decision => decision.Id).ValueGeneratedNever();
            builder.Property(decision => decision.TextHash).HasMaxLength(64);
            builder.Property(decision => decision.Language).HasMaxLength(Person.LanguageLength);
            builder.HasIndex(decision => decision.PersonId);
        }
    }
}

using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SrmBlazor.Features.Policies;

public enum PolicyState
{
    Draft,
    Published,
}

/// <summary>
/// One version of the policy: a draft while staff work on it; once published it never changes again, which the database itself enforces.
/// Who published it is in the audit chain alone.
/// </summary>
public sealed class PolicyVersion
{
    public const int ChangesLength = 2000;
    public const int PurposesLength = 1000;

    private PolicyVersion()
    {
    }

    /// <summary>What a decision refers to: 1, 2, 3, shown as 1.0, 2.0, 3.0.</summary>
    public int Number { get; private init; }

    public PolicyState State { get; private set; }

    public DateTime OpenedOn { get; private init; }

    public DateTime? PublishedOn { get; private set; }

    /// <summary>The day that stands in the text.</summary>
    public DateOnly? Day { get; private set; }

    public MajorKinds Kinds { get; private set; }

    /// <summary>What changed and why, shown to people.</summary>
    public string ChangesEnglish { get; private set; } = "";

    /// <inheritdoc cref="ChangesEnglish"/>
    public string ChangesChinese { get; private set; } = "";

    /// <summary>Keys of the consent purposes that are asked again, separated by blanks.</summary>
    public string Purposes { get; private set; } = "";

    /// <summary>The operator's details that are frozen into the text, as JSON; empty while it is a draft.</summary>
    public string Company { get; private set; } = "";

    /// <summary>Another one with every save.</summary>
    public Guid Stamp { get; private set; }

    public List<PolicyWording> Wordings { get; private init; } = [];

    public PolicyWording In(string language) => Wordings.First(wording => wording.Language == language);

    internal static PolicyVersion Open(int number, IReadOnlyDictionary<string, IReadOnlyList<PolicyPart>> parts, DateTime on) => new()
    {
        Number = number,
        OpenedOn = on,
        Stamp = Guid.NewGuid(),
        Wordings = [.. PolicyLanguage.All.Select(language => PolicyWording.Open(number, language, parts[language]))],
    };

    /// <summary>Takes another text for one section of the draft, in both languages.</summary>
    /// <exception cref="InvalidOperationException">It is published.</exception>
    internal void Rewrite(string slug, BothLanguages text)
    {
        Demand(PolicyState.Draft);
        Wordings.ForEach(wording => wording.Rewrite(slug, text.In(wording.Language)));
        Stamp = Guid.NewGuid();
    }

    /// <summary>Freezes the text as it is set now.</summary>
    /// <exception cref="InvalidOperationException">It is published already.</exception>
    internal void Publish(PolicyPress press, Publication publication, DateOnly day, DateTime on)
    {
        Demand(PolicyState.Draft);
        Wordings.ForEach(wording => wording.Freeze(press, day));
        (State, PublishedOn, Day, Stamp) = (PolicyState.Published, on, day, Guid.NewGuid());
        (Kinds, ChangesEnglish, ChangesChinese) = (publication.Kinds, publication.Changes.English.Trim(), publication.Changes.Chinese.Trim());
        (Purposes, Company) = (string.Join(' ', publication.Purposes), JsonSerializer.Serialize(press.Company));
    }

    private void Demand(PolicyState state)
    {
        if (State != state)
        {
            throw new InvalidOperationException($"Version {Number} of the policy is {State} and not {state}.");
        }
    }

    public sealed class Mapping : IEntityTypeConfiguration<PolicyVersion>
    {
        public void Configure(EntityTypeBuilder<PolicyVersion> builder)
        {
            builder.ToTable("PolicyVersions");
            builder.HasKey(version => version.Number);
            builder.Property(version => version.Number).ValueGeneratedNever();
            builder.Property(version => version.Kinds).HasConversion<int>();
            builder.Property(version => version.ChangesEnglish).HasMaxLength(ChangesLength);
            builder.Property(version => version.ChangesChinese).HasMaxLength(ChangesLength);
            builder.Property(version => version.Purposes).HasMaxLength(PurposesLength);
            builder.Property(version => version.Stamp).IsConcurrencyToken();
            builder.HasMany(version => version.Wordings).WithOne().HasForeignKey(wording => wording.Version).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

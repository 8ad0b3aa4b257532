using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;

namespace SrmBlazor.Features.Screening.Cases;

/// <summary>
/// Whose a screening case is. It says when somebody was screened and no more: the state of the case stands apart from it, so that the copy of a person's
/// data is the same with a hit and without.
/// </summary>
public sealed class ScreenedPerson : IHandled
{
    private ScreenedPerson()
    {
    }

    public static Handling Handling { get; } = Handling.WithTerm<ScreenedPerson>(For.Accountability, new Retention(3, 0), nameof(EndedOn), nameof(BegunOn));

    /// <summary>Of the <see cref="ScreeningCase"/>.</summary>
    public Guid Id { get; private init; }

    public Guid? PersonId { get; private set; }

    public DateTime BegunOn { get; private init; }

    /// <summary>When the screening of this person ended for good; null while they are screened.</summary>
    public DateTime? EndedOn { get; internal set; }

    internal static ScreenedPerson Of(Guid id, Guid person, DateTime on) => new() { Id = id, PersonId = person, BegunOn = on };

    public sealed class Mapping : IEntityTypeConfiguration<ScreenedPerson>
    {
        public void Configure(EntityTypeBuilder<ScreenedPerson> builder)
        {
            builder.ToTable("ScreenedPersons");
            builder.Property(one => one.Id).ValueGeneratedNever();
            builder.HasIndex(one => one.PersonId);
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Cessations;

/// <summary>The end of a service: announced for a day, told to everybody by letter, then carried out.</summary>
public sealed class Cessation
{
    public const int ServiceLength = 40;

    private Cessation()
    {
    }

    public Guid Id { get; private init; }

    public string Service { get; private init; } = "";

    public DateTime AnnouncedOn { get; private init; }

    /// <summary>From the beginning of this day, UTC, the data is erased.</summary>
    public DateOnly EraseOn { get; private init; }

    /// <summary>Persons up to this id had their letter; a letter and this mark are saved together.</summary>
    public Guid MailedUpTo { get; private set; }

    public DateTime? MailedOn { get; private set; }

    public DateTime? DoneOn { get; private set; }

    public static Cessation Announce(EndingService service, DateOnly eraseOn, Act act) =>
        new() { Id = Guid.CreateVersion7(), Service = service.Key, AnnouncedOn = act.On, EraseOn = eraseOn };

    public bool IsDue(DateTime now) => DoneOn is null && DateOnly.FromDateTime(now) >= EraseOn;

    /// <summary>The letters of a batch were written; without a last one everybody has theirs.</summary>
    public void Mailed(Guid? upTo, DateTime now)
    {
        if (upTo is { } last)
        {
            MailedUpTo = last;
        }
        else
        {
            MailedOn ??= now;
        }
    }

    /// <exception cref="InvalidOperationException">It is too early, or people were not told yet.</exception>
    public void Finish(DateTime now)
    {
        if (!IsDue(now) || MailedOn is null)
        {
            throw new InvalidOperationException($"The service {Service} cannot be ended before its day, or before everybody had a letter.");
        }

        DoneOn = now;
    }

    public sealed class Mapping : IEntityTypeConfiguration<Cessation>
    {
        public void Configure(EntityTypeBuilder<Cessation> builder)
        {
            builder.ToTable("Cessations");
            builder.Property(cessation => cessation.Id).ValueGeneratedNever();
            builder.Property(cessation => cessation.Service).HasMaxLength(ServiceLength);
            builder.HasIndex(cessation => cessation.Service, "OneOpenEndOfAService").IsUnique().HasFilter("\"DoneOn\" IS NULL");
        }
    }
}

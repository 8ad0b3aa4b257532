using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SrmBlazor.Features.RightsRequests;

/// <summary>
/// How a request ended, as figures need it: codes, days and a region, made with the decision and never changed. What was due later, after an appeal,
/// does not make an answer late that was in time. It leads to a person only through its decision.
/// </summary>
public sealed class RequestEnding
{
    private RequestEnding()
    {
    }

    /// <summary>Of the decision.</summary>
    public Guid Id { get; private init; }

    public RequestKind Kind { get; private init; }

    public string Region { get; private init; } = "";

    public RequestOutcome Outcome { get; private init; }

    public DenialGround? Ground { get; private init; }

    /// <summary>The day in the place whose calendar counts.</summary>
    public DateOnly Day { get; private init; }

    /// <summary>Calendar days since the clock began, pauses among them.</summary>
    public int Days { get; private init; }

    /// <summary>The day that was due at that moment.</summary>
    public DateOnly? DueOn { get; private init; }

    internal static RequestEnding Of(RightsRequest request, RequestDecision decision)
    {
        var day = RequestClock.Today(decision.On);
        return new RequestEnding
        {
            Id = decision.Id,
            Kind = request.Kind,
            Region = request.Region,
            Outcome = decision.Outcome,
            Ground = decision.Ground,
            Day = day,
            Days = Math.Max(0, day.DayNumber - request.ClockFrom.DayNumber),
            DueOn = request.DueOn,
        };
    }

    public sealed class Mapping : IEntityTypeConfiguration<RequestEnding>
    {
        public void Configure(EntityTypeBuilder<RequestEnding> builder)
        {
            builder.ToTable("RequestEndings");
            builder.Property(ending => ending.Id).ValueGeneratedNever();
            builder.Property(ending => ending.Region).HasMaxLength(RightsRequest.RegionLength);
            // in the order in which figures group them, with all they ask for: the table itself is not read
            builder.HasIndex(ending => new { ending.Day, ending.Kind, ending.Region, ending.Outcome, ending.Ground, ending.Days, ending.DueOn }, "IX_RequestEndings_Figures");
        }
    }
}

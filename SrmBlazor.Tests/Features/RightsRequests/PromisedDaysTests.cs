using SrmBlazor.Shared;
using SrmBlazor.Shared.Deadlines;
using SrmBlazor.Support;

namespace SrmBlazor.Features.RightsRequests;

/// <summary>By when the policy promises an answer, for whatever is asked.</summary>
public sealed class PromisedDaysTests : IDisposable
{
    /// <summary>A Monday; nothing is off in the three weeks after it.</summary>
    private static readonly DateTime Monday = new(2026, 3, 2, 9, 30, 0, DateTimeKind.Utc);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("srm-test-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    [Promise("P-5.3-09", "P-10-03")]
    public void Whatever_is_asked_is_due_after_the_same_fifteen_working_days()
    {
        var due = Enum.GetValues<RequestKind>().Select(kind => (kind, Due: DueOn(new DeadlineBook(DeadlineLaw.Open(folder: null)), kind, "CN")));

        Assert.All(due, one => Assert.Equal((one.kind, new DateOnly(2026, 3, 23)), one));
    }

    [Theory]
    [InlineData(5, "2026-03-07")]
    [InlineData(60, "2026-03-23")]
    [Promise("P-10-04")]
    public void A_shorter_time_by_law_holds_and_a_longer_one_changes_nothing(int days, string due)
    {
        File.WriteAllText(Path.Combine(folder.FullName, "rules.csv"), $"""
            region,duty,unit,count,start,roll,calendar,pauses,extension,source,confidence,reviewBy
            default,Promise,WorkingDay,15,Receipt,None,CN,,,Privacy policy,Primary,2027-06-30
            default,Answer,WorkingDay,15,IdentityProvedAndClear,None,CN,,,Privacy policy,Primary,2027-06-30
            JP,Answer,CalendarDay,{days},Receipt,None,weekdays,,,law,Primary,2027-06-30
            """);

        var asked = DueOn(new DeadlineBook(DeadlineLaw.Open(folder.FullName)), RequestKind.Access, "JP");

        Assert.Equal(DateOnly.ParseExact(due, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), asked);
    }

    /// <summary>Of a request that is clear and whose writer is known from the beginning.</summary>
    private static DateOnly? DueOn(DeadlineBook book, RequestKind kind, string region)
    {
        var act = new Act(Guid.NewGuid(), Role.Supplier, Monday);
        var request = RightsRequest.Submit(new NewRequest(act.Who, kind, region, "en", RequestChannel.Dashboard, RequestClock.Today(Monday), Guid.NewGuid()), 1, act);
        request.ProveIdentity(act);
        new RequestClock(book).Apply(request, act);
        return request.DueOn;
    }
}

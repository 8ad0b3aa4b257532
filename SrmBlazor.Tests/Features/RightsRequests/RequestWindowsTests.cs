using Microsoft.Extensions.DependencyInjection;
using SrmBlazor.Data;
using SrmBlazor.Features.Erasures;
using SrmBlazor.Features.Intake;
using SrmBlazor.Support;

namespace SrmBlazor.Features.RightsRequests;

public sealed class RequestWindowsTests : IDisposable
{
    private const string Head = "window,days,source,confidence,reviewBy\n";
    private const string Needed = "Appeal,3,paper,Primary,2027-01-01\nIdentity,4,paper,Secondary,2027-01-01\nCooling,5,paper,Primary,2027-01-01\nFollow,30,paper,Primary,2027-01-01\n";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("windows-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("Clarification,0,paper,Primary,2027-01-01", "days")]
    [InlineData("Clarification,two,paper,Primary,2027-01-01", "days")]
    [InlineData("Clarification,2,,Primary,2027-01-01", "source")]
    [InlineData("Clarification,2,paper,Unverified,2027-01-01", "confidence")]
    [InlineData("Clarification,2,paper,Primary,soon", "reviewBy")]
    [InlineData("Lunch,2,paper,Primary,2027-01-01", "window")]
    [InlineData("Appeal,2,paper,Primary,2027-01-01", "window")]
    public void A_window_that_cannot_be_used_stops_the_start_and_says_where(string row, string column)
    {
        Write(Needed + row);

        var refusal = Assert.Throws<InvalidDataException>(() => RequestWindows.Open(folder.FullName));

        Assert.All([folder.FullName, "line 6", column], part => Assert.Contains(part, refusal.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void None_may_be_missing()
    {
        Write(Needed);

        Assert.Contains("Clarification", Assert.Throws<InvalidDataException>(() => RequestWindows.Open(folder.FullName)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_waited_as_long_as_the_folder_says()
    {
        Write(Needed + "Clarification,2,paper,Primary,2027-01-01");
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite, services => services.AddSingleton(RequestWindows.Open(folder.FullName)));
        var applicant = await Applicant.BeginAsync(house);
        var asked = await applicant.InHandAsync();
        Applicant.Done(await applicant.Desk.AskClarificationAsync(asked, await applicant.StampAsync(asked), "Which pelican?", applicant.ActOf(Applicant.Officer)));
        var doubted = await applicant.InHandAsync();
        Applicant.Done(await applicant.Desk.AskIdentityAsync(doubted, await applicant.StampAsync(doubted), "Who asks?", false, applicant.ActOf(Applicant.Officer)));
        var refused = await applicant.RefusedAsync();
        Assert.Equal(house.Clock.GetUtcNow().UtcDateTime.AddDays(3), (await applicant.RequestAsync(refused)).AppealUntil);

        await AfterAsync(house, TimeSpan.FromDays(2) - TimeSpan.FromSeconds(1));
        Assert.Equal(RequestState.AwaitingClarification, await applicant.StateAsync(asked));
        await AfterAsync(house, TimeSpan.FromSeconds(1));
        Assert.Equal((RequestState.InProgress, 0), (await applicant.StateAsync(asked), (await applicant.RequestAsync(doubted)).Reminders));
        await AfterAsync(house, TimeSpan.FromDays(2));
        Assert.Equal(1, (await applicant.RequestAsync(doubted)).Reminders);
    }

    [Fact]
    public void A_link_lives_no_longer_than_links_are_remembered()
    {
        Write(Needed.Replace("Follow,30", "Follow,91", StringComparison.Ordinal) + "Clarification,2,paper,Primary,2027-01-01");

        var refusal = Assert.Throws<InvalidDataException>(() => RequestWindows.Open(folder.FullName));

        Assert.All(["line 5", "days"], part => Assert.Contains(part, refusal.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_time_to_think_and_the_life_of_a_link_are_what_the_folder_says()
    {
        Write(Needed + "Clarification,2,paper,Primary,2027-01-01");
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite, services => services.AddSingleton(RequestWindows.Open(folder.FullName)));
        var (leaver, stranger, closing) = (await Applicant.BeginAsync(house), new Stranger(house), house.Get<Closing>());
        Assert.Equal(120, closing.Hours);

        Assert.Equal(ClosingOutcome.Waiting, await closing.CloseAsync((await closing.OpenAsync(leaver.Act)).Plan.Hash, coolOff: true, leaver.Act));
        Assert.Equal(house.Clock.GetUtcNow().UtcDateTime.AddDays(5), (await closing.OpenAsync(leaver.Act)).WaitsUntil);
        var made = await stranger.AskAsync(Stranger.Own);
        house.Clock.Advance(TimeSpan.FromDays(30) - TimeSpan.FromMinutes(1));
        Assert.Single(await stranger.Followed.ListAsync(made.Follow));
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Empty(await stranger.Followed.ListAsync(made.Follow));
    }

    private static async Task AfterAsync(House house, TimeSpan time)
    {
        house.Clock.Advance(time);
        await house.Get<RequestRound>().RunAsync();
    }

    private void Write(string rows) => File.WriteAllText(Path.Combine(folder.FullName, "windows.csv"), Head + rows);
}

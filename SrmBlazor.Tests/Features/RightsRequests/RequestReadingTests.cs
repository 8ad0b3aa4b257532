using SrmBlazor.Data;
using SrmBlazor.Support;

namespace SrmBlazor.Features.RightsRequests;

public sealed class RequestReadingTests
{
    [Fact]
    public async Task What_follows_from_asking_is_said_to_be_done_by_the_program_and_by_nobody_else()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var applicant = await Applicant.BeginAsync(house);
        var reference = await applicant.SubmitAsync();

        var mine = (await applicant.Mine.OpenAsync(reference, applicant.Act))!.Steps;
        var theirs = (await applicant.Desk.OpenAsync(reference, applicant.ActOf(Applicant.Officer)))!.Steps;

        Assert.Equal([(RequestStep.Submitted, Hands.Me), (RequestStep.IdentityProved, Hands.Program), (RequestStep.DueChanged, Hands.Program)], mine.Select(step => (step.Step, step.By)));
        Assert.Equal([(RequestStep.Submitted, Hands.Person), (RequestStep.IdentityProved, Hands.Program), (RequestStep.DueChanged, Hands.Program)], theirs.Select(step => (step.Step, step.By)));
    }
}

using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Data.Audit;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.RightsRequests;

/// <summary>A slip of staff that was put right at once, as each reads of it.</summary>
public sealed class TakenBackTests
{
    /// <summary>Taken by mistake, taken, given away by mistake, put back by mistake, and given away for good.</summary>
    [Theory, BothProviders]
    public async Task The_person_reads_of_no_move_that_was_taken_back_and_staff_and_auditors_read_of_each(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var applicant = await Applicant.BeginAsync(house);
        var reference = await applicant.SubmitAsync();
        var (officer, moves) = (applicant.ActOf(Applicant.Officer), house.Get<RequestMoves>());
        var colleague = await Population.Of(house).RegisterAsync("colleague@staff.example", Role.PrivacyOfficer);
        var before = await ReadAsync();

        await MoveAsync(RequestStep.Claimed);
        Assert.Equal([.. before.Select(step => step.Step), RequestStep.Claimed], (await ReadAsync()).Select(step => step.Step));
        await MoveAsync(RequestStep.Undone);
        Assert.Equal(before, await ReadAsync());
        RequestStep[] since = [RequestStep.Claimed, RequestStep.Assigned, RequestStep.Undone, RequestStep.Released, RequestStep.Undone];
        foreach (var step in since)
        {
            await MoveAsync(step);
        }

        Assert.Equal([.. before.Select(step => step.Step), RequestStep.Claimed], (await ReadAsync()).Select(step => step.Step));
        // put back for good and taken again: that nobody had it for a moment is nothing to them either
        await MoveAsync(RequestStep.Released);
        await MoveAsync(RequestStep.Claimed);
        Assert.Equal([.. before.Select(step => step.Step), RequestStep.Claimed], (await ReadAsync()).Select(step => step.Step));
        await MoveAsync(RequestStep.Assigned);
        Assert.Equal([.. before.Select(step => step.Step), RequestStep.Claimed, RequestStep.Assigned], (await ReadAsync()).Select(step => step.Step));
        RequestStep[] all = [.. before.Select(step => step.Step), RequestStep.Claimed, RequestStep.Undone, .. since, RequestStep.Released, RequestStep.Claimed, RequestStep.Assigned];
        Assert.Equal(all, (await applicant.Desk.OpenAsync(reference, officer))!.Steps.Select(step => step.Step));
        await using var db = house.Store.Read();
        Assert.Equal(all.Length, await db.Set<AuditEntry>().CountAsync(entry => entry.Action.StartsWith("request.")));

        async Task<IReadOnlyList<PastStep>> ReadAsync() => (await applicant.Mine.OpenAsync(reference, applicant.Act))!.Steps;

        async Task MoveAsync(RequestStep step)
        {
            house.Clock.Advance(TimeSpan.FromSeconds(1));
            var stamp = await applicant.StampAsync(reference);
            Applicant.Done(step switch
            {
                RequestStep.Claimed => await applicant.Desk.ClaimAsync(reference, stamp, officer),
                RequestStep.Released => await applicant.Desk.ReleaseAsync(reference, stamp, officer),
                RequestStep.Assigned => await moves.AssignAsync(reference, stamp, colleague, officer),
                _ => await moves.UndoAsync(reference, officer),
            });
        }
    }
}

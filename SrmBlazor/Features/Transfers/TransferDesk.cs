using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SrmBlazor.Data;
using SrmBlazor.Features.Policies;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Transfers;

/// <summary>What has to hold before data is sent to another controller (network-data regulation 25; GDPR 20).</summary>
public enum TransferCondition
{
    /// <summary>It is certain who asks.</summary>
    Identity,

    /// <summary>It is what the person gave, on consent or for a contract, processed by automated means.</summary>
    Provided,

    /// <summary>The way to the controller works and is theirs.</summary>
    Feasible,

    /// <summary>It harms nobody else's rights.</summary>
    Others,

    /// <summary>Where a border is crossed: the separate consent is there, and the assessment for that country is on file.</summary>
    Border,
}

/// <summary>A transfer as staff decide about it.</summary>
/// <param name="Trouble">Why the last try did not work; null where none failed.</param>
/// <param name="CanCheck">It is in hand, and has not left.</param>
public sealed record TransferCaseView(
    string Controller, string Country, string Mailbox, TransferWay Way, string Address, bool AgreedAbroad, IReadOnlyList<TransferCondition> Conditions,
    TransferState State, DateTime? CheckedOn, DateTime? LeftOn, DateTime? UsefulUntil, DateTime? EndedOn, string? Trouble, bool CanCheck)
{
    public override string ToString() => nameof(TransferCaseView);
}

/// <summary>Transfers as privacy officers see them. Opening one leaves a row in the person's access ledger first.</summary>
public sealed class TransferDesk(Store store, Vault vault, AccessLedger access, IOptions<OperatorOptions> company)
{
    /// <summary>Null where there is none, or nothing may be shown.</summary>
    /// <exception cref="NotAllowedException">The actor is no privacy officer.</exception>
    /// <exception cref="DbUpdateException">The row could not be written; nothing was opened.</exception>
    public async Task<TransferCaseView?> OpenAsync(string reference, Act act)
    {
        act.Demand(Role.PrivacyOfficer);
        await using var db = store.Read();
        if (await FindAsync(db, reference, act) is not { PersonId: { } person } request)
        {
            return null;
        }

        await access.RecordCaseAsync(person, request.Id, act);
        if (await Transferring.FindAsync(vault, person, request.Id) is not { Record: var target } || await db.Set<Transfer>().AsNoTracking().FirstOrDefaultAsync(one => one.RequestId == request.Id) is not { } row)
        {
            return null;
        }

        var trouble = await db.Set<RequestEvent>().Where(step => step.RequestId == request.Id && step.Step == RequestStep.ExecutionFailed).OrderByDescending(step => step.Turn).Select(step => step.Reason).FirstOrDefaultAsync();
        return new TransferCaseView(
            target.Controller, target.Country, target.Mailbox, row.Way, target.Address, target.AgreedAbroad, ConditionsOf(target), row.State, row.CheckedOn, row.LeftOn, row.UsefulUntil, row.EndedOn,
            row.HasLeft ? null : trouble, request.State == RequestState.InProgress && row.State == TransferState.Asked);
    }

    /// <summary>Staff find the conditions met. Without that nothing can be proposed that sends anything.</summary>
    /// <param name="met">Each of them, one by one.</param>
    /// <exception cref="NotAllowedException">The actor is no privacy officer.</exception>
    public async Task<RequestResult> CheckAsync(string reference, IReadOnlyCollection<TransferCondition> met, Act act)
    {
        act.Demand(Role.PrivacyOfficer);
        await using var work = await store.WriteAsync();
        var on = act with { On = work.Now };
        if (await FindAsync(work.Db, reference, on) is not { PersonId: { } person } request || await work.Db.Set<Transfer>().FirstOrDefaultAsync(one => one.RequestId == request.Id) is not { } row
            || await Transferring.FindAsync(vault, person, request.Id) is not { Record: var target })
        {
            return new RequestResult.NotFound();
        }

        if (request.State != RequestState.InProgress || row.HasLeft)
        {
            return new RequestResult.Invalid(RequestFault.NotNow);
        }

        if (ConditionsOf(target).Except(met).Any())
        {
            return new RequestResult.Invalid(RequestFault.NotChecked);
        }

        row.Check(on);
        work.Record(on, "transfer.checked", person, $"{request.Reference} {string.Join(' ', ConditionsOf(target))}");
        work.Announce(Topics.Queue);
        await work.CommitAsync();
        return new RequestResult.Done(request.Reference, request.Stamp);
    }

    private static async Task<RightsRequest?> FindAsync(SrmDbContext db, string reference, Act act) =>
        await RequestDesk.FindAsync(db, reference, act) is { Kind: RequestKind.Transfer } request ? request : null;

    private IReadOnlyList<TransferCondition> ConditionsOf(TransferTarget target) =>
        [.. Enum.GetValues<TransferCondition>().Where(condition => condition != TransferCondition.Border || target.Country != company.Value.Country)];
}

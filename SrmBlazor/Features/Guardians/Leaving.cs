using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Registration;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Guardians;

/// <summary>A child leaves because its guardian says so, or none consented: account, registration and every purpose end within the caller's transaction.</summary>
public sealed class Leaving(AccountRegister accounts, MailedLinks links, DataMap map)
{
    /// <summary>Letters on their way, and the reasons given for a decision, which law asks to be kept.</summary>
    private static readonly Purpose[] Stay = [For.DeliverMessage, For.ExplainDecision];

    /// <summary>None consented: invitation and letters on their way go too.</summary>
    internal async Task LeaveNothingAsync(Writing work, Guid child, Act act, string cause)
    {
        await Children.LetGoAsync(work, child, act, cause);
        await EndAllAsync(work, child, act, cause);
    }

    public async Task EndAllAsync(Writing work, Guid child, Act act, string cause)
    {
        if (await work.Db.Set<SupplierRegistration>().FirstOrDefaultAsync(one => one.PersonId == child) is { } registration)
        {
            registration.Withdraw();
        }

        await accounts.CloseAsync(work, child, act);
        foreach (var kind in (LinkKind[])[LinkKind.Activation, LinkKind.PasswordReset, LinkKind.ResumeDraft, LinkKind.Guardian, LinkKind.GuardianAccess])
        {
            await links.WithdrawAsync(work, kind, child);
        }

        var ledger = await work.Db.LedgerAsync(child);
        var rows = await work.Db.Set<SealedRow>().Where(row => row.PersonId == child && row.State == RowState.Live).Select(row => new { row.Id, row.Kind }).ToListAsync();
        foreach (var purpose in map.Purposes.Except(Stay))
        {
            var scopes = purpose.PerRecord ? rows.Where(row => map[row.Kind].Holders.Contains(purpose)).Select(row => (Guid?)row.Id) : [null];
            foreach (var record in scopes.Where(record => ledger.IsLive(purpose, record, act.On)))
            {
                work.End(child, purpose, act, cause, record);
            }
        }

        work.Record(act, cause, child);
        work.Announce(Topics.Queue);
    }
}

using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Registration;

/// <summary>Somebody leaves, or a child has to: account, registration and every purpose end within the caller's transaction.</summary>
public sealed class Leaving(AccountRegister accounts, MailedLinks links, DataMap map)
{
    /// <summary>Nobody consented for the child: invitation and letters on their way go too.</summary>
    internal async Task LeaveNothingAsync(Writing work, Guid child, Act act, string cause)
    {
        await Children.LetGoAsync(work, child, act, cause);
        await EndAllAsync(work, child, act, cause, For.DeliverMessage);
    }

    /// <param name="stay">Purposes that go on, beside what law keeps going.</param>
    public async Task EndAllAsync(Writing work, Guid person, Act act, string cause, params Purpose[] stay)
    {
        if (await work.Db.Set<SupplierRegistration>().FirstOrDefaultAsync(one => one.PersonId == person) is { IsOver: false } registration)
        {
            registration.Withdraw();
        }

        await accounts.CloseAsync(work, person, act);
        foreach (var kind in (LinkKind[])[LinkKind.Activation, LinkKind.PasswordReset, LinkKind.ResumeDraft, LinkKind.Guardian, LinkKind.GuardianAccess])
        {
            await links.WithdrawAsync(work, kind, person);
        }

        foreach (var (purpose, record) in await Ending.OfAllAsync(work.Db, map, person, act.On, stay))
        {
            work.End(person, purpose, act, cause, record);
        }

        work.Record(act, cause, person);
        work.Announce(Topics.Queue);
    }
}

using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Policies;
using SrmBlazor.Features.PolicyNews;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Guardians;

/// <summary>
/// One letter about a major version to every guardian of a child, who has no account and would not hear of it otherwise. Each is in the outbox together
/// with the row that says so, or neither is.
/// </summary>
public sealed class GuardianPolicyMails(Store store, Vault vault, GuardianLetters letters, FailPoints faults, TimeProvider clock)
{
    /// <summary>Everybody who was a guardian then was told of this version: who becomes one later reads it, or a newer one. Who a guardian is can only be opened, not asked.</summary>
    private int told;

    public async Task SendAsync(CancellationToken stop)
    {
        PolicyVersion? version;
        IReadOnlyList<Guid> children;
        await using (var db = store.Read())
        {
            version = await PolicyHistory.NewestMajorAsync(db, stop);
            if (version is null || version.Number == told)
            {
                return;
            }

            children = await db.LiveForAsync(For.Guardianship, clock.Now(), stop);
        }

        foreach (var child in children)
        {
            await TellAsync(child, version, stop);
            faults.Reach("guardian-policy-mails.between");
        }

        told = version.Number;
    }

    private async Task TellAsync(Guid child, PolicyVersion version, CancellationToken stop)
    {
        if (await WaitingAsync(child, version, stop) is not { } ward)
        {
            return;
        }

        await using var work = await store.WriteAsync(stop);
        var notice = await NoticeAsync(work.Db, ward, version, stop);
        if (notice is { MailedOn: not null })
        {
            return;
        }

        if (notice is null)
        {
            work.Db.Add(notice = PolicyNotice.To(ward.Guardian, version.Number));
        }

        notice.Mailed(work.Now);
        await letters.PolicyChangedAsync(work, ward, version, Act.OfSystem(clock) with { On = work.Now });
        faults.Reach("guardian-policy-mails.before-commit");
        await work.CommitAsync(stop);
    }

    /// <summary>Null for a guardian who accepted this version for the child, or had its letter.</summary>
    private async Task<Ward?> WaitingAsync(Guid child, PolicyVersion version, CancellationToken stop)
    {
        await using var db = store.Read();
        return await PolicyHistory.AcceptedAsync(db, child) < version.Number
            && (await vault.OpenAsync<Guardianship>(db, child, For.Guardianship)).OrNull is { } guardianship
            && new Ward(child, guardianship) is var ward && await NoticeAsync(db, ward, version, stop) is not { MailedOn: not null } ? ward : null;
    }

    private static Task<PolicyNotice?> NoticeAsync(SrmDbContext db, Ward ward, PolicyVersion version, CancellationToken stop) =>
        db.Set<PolicyNotice>().FirstOrDefaultAsync(notice => notice.PersonId == ward.Guardian && notice.Version == version.Number, stop);
}

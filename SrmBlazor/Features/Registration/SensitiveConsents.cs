using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Consents;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Registration;

/// <summary>The separate consent to ID number and scan, asked while registering.</summary>
public sealed class SensitiveConsents(Store store, Drafts drafts, ConsentBook consents, Notices notices)
{
    /// <summary>Puts the notice about ID number and scan before the owner, and writes that down. Null where the key opens no draft.</summary>
    public async Task<Notice?> ShowAsync(DraftKey key, string language)
    {
        await using var work = await store.WriteAsync();
        if (await Drafts.OpenDrafts(work.Db, key, work.Now).Select(draft => draft.PersonId).FirstOrDefaultAsync() is not { } person)
        {
            return null;
        }

        var notice = notices.Of(For.SensitiveIdentity, language);
        await consents.ServeAsync(work, person, notice, "/register/identity-document");
        await work.CommitAsync();
        return notice;
    }

    /// <summary>
    /// The separate consent to ID number and scan, an act of its own about the notice last shown. Refusing it ends the registration and erases
    /// the draft. A child can refuse it, but it is the guardian who gives it.
    /// </summary>
    /// <returns>False where the key opens no draft or no notice was shown.</returns>
    public async Task<bool> DecideAsync(DraftKey key, bool agreed)
    {
        await using var work = await store.WriteAsync();
        if (await Drafts.OpenDrafts(work.Db, key, work.Now).FirstOrDefaultAsync() is not { PersonId: { } person } draft || (agreed && await Children.HasAsync(work.Db, person))
            || await consents.LastServedAsync(work.Db, person, For.SensitiveIdentity) is not { } served)
        {
            return false;
        }

        var act = new Act(person, Role.None, work.Now);
        var given = (await work.Db.LedgerAsync(person)).IsGiven(For.SensitiveIdentity, act.On);
        await consents.RecordAsync(work, person, For.SensitiveIdentity, ConsentBook.StateOf(agreed, given), served, act);
        if (agreed)
        {
            await work.CommitAsync();
        }
        else
        {
            await drafts.EndAsync(work, draft, person, act, "consent.refused");
        }

        return true;
    }
}

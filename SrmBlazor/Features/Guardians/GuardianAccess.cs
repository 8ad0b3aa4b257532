using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.Features.Registration.Steps;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Keys;

namespace SrmBlazor.Features.Guardians;

/// <summary>A fresh link for a guardian who lost the letter: one letter for each child, to the mailbox that is known, or none at all.</summary>
public sealed class GuardianAccess(Store store, Vault vault, KeyStore keys, GuardianLetters letters, ComingOfAge majority)
{
    public async Task SendAsync(string mailbox)
    {
        foreach (var entry in await keys.LookUpAsync(LookUp.GuardianMailbox, MailboxForm.Tidy(mailbox)))
        {
            if (await vault.OpenAsync<Guardianship>(entry.PersonId, entry.RecordId, For.Guardianship) is Opening<Guardianship>.Opened { Record: var guardianship })
            {
                var ward = new Ward(entry.PersonId, guardianship);
                await using var work = await store.WriteAsync();
                if (await majority.IsOfAgeAsync(work.Db, ward.Child))
                {
                    continue;
                }

                await letters.AccessAsync(work, ward.Child, await ward.AddresseeAsync(work.Db), ward.Act(work.Now));
                await work.CommitAsync();
            }
        }
    }
}

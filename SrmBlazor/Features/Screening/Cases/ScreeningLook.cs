using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Data.Audit;
using SrmBlazor.PersonalData;

namespace SrmBlazor.Features.Screening.Cases;

/// <summary>
/// When everybody's records were last looked through for what changed. Whatever changes one leaves a row in the audit chain or in the ledger of purposes, so
/// where neither has a new one there is nothing to look for; a look is taken all the same once a minute, for what only the clock ends.
/// </summary>
public sealed class ScreeningLook
{
    private static readonly TimeSpan AtLeast = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Between = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<Guid, DateTime> told = [];
    private Seen? last;

    /// <summary>What a look that begins now will have seen; null where there is nothing to look for.</summary>
    internal async Task<Seen?> BeginAsync(SrmDbContext db, DateTime now, CancellationToken stop)
    {
        var audit = await db.Set<AuditEntry>().MaxAsync(entry => (long?)entry.Number, stop) ?? 0;
        var ledger = await db.Set<PurposeEvent>().MaxAsync(line => (long?)line.Number, stop) ?? 0;
        return last is { } seen && seen.Audit == audit && seen.Ledger == ledger && now - seen.On < AtLeast ? null : new Seen(audit, ledger, now);
    }

    /// <summary>It was taken to its end.</summary>
    internal void Took(Seen seen) => last = seen;

    /// <summary>Whether it is time to tell (again) that a person could not be screened.</summary>
    internal bool Tells(Guid person, DateTime now)
    {
        if (told.TryGetValue(person, out var then) && now - then < Between)
        {
            return false;
        }

        told[person] = now;
        return true;
    }

    internal sealed record Seen(long Audit, long Ledger, DateTime On);
}

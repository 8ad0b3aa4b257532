using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Policies;

/// <summary>
/// Before the program listens: an empty installation publishes its first version; where the program's text, the operator's details or the tables
/// are no longer what was published, a draft is opened. The site goes on with the published text until staff publish the draft.
/// </summary>
public sealed class PolicyStart(Store store, PolicyPress press, TimeProvider clock)
{
    /// <exception cref="InvalidOperationException">A text is missing in a language, or a placeholder has no value.</exception>
    public async Task PrepareAsync()
    {
        // a gap in what this program brings stops the start, even while an older text is published
        foreach (var (language, parts) in PolicyPress.Embedded())
        {
            press.Set(1, default, language, parts);
        }

        await using (var db = store.Read())
        {
            if (await IsSettledAsync(db))
            {
                return;
            }
        }

        await using var work = await store.WriteAsync();
        if (await IsSettledAsync(work.Db))
        {
            return;
        }

        var act = Act.OfSystem(clock);
        if (await work.Db.Set<PolicyVersion>().AnyAsync())
        {
            work.OpenDraft(await PolicyDesk.PublishedAsync(work.Db.Set<PolicyVersion>()), act);
        }
        else
        {
            var first = PolicyVersion.Open(1, PolicyPress.Embedded(), act.On);
            work.Db.Add(first);
            await work.PublishAsync(first, press, Publication.Quiet, press.Company.PolicyPublishedOn.GetValueOrDefault(), act);
        }

        await work.CommitAsync();
    }

    /// <summary>A draft is open, or the published text is what this installation would publish.</summary>
    private async Task<bool> IsSettledAsync(SrmDbContext db)
    {
        var versions = db.Set<PolicyVersion>().AsNoTracking();
        return await versions.AnyAsync()
            && (await versions.AnyAsync(version => version.State == PolicyState.Draft) || !PolicyDetection.IsOutdated(await PolicyDesk.PublishedAsync(versions), press));
    }
}

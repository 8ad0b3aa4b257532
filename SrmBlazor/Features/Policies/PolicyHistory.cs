using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Policies;

/// <summary>Every version that was ever published, and what changed between two of them. Public, but for which one somebody accepted.</summary>
public sealed class PolicyHistory(Store store)
{
    /// <summary>What is published never changes, so that two versions are compared once.</summary>
    private readonly ConcurrentDictionary<(int From, int To, string Language), IReadOnlyList<ComparedSection>> compared = new();

    /// <summary>The published versions, newest first, without their texts.</summary>
    public async Task<IReadOnlyList<PolicyRow>> ListAsync()
    {
        await using var db = store.Read();
        return await RowsAsync(db, after: 0);
    }

    /// <summary>The number of the version that is in force.</summary>
    public async Task<int> NewestAsync()
    {
        await using var db = store.Read();
        return await NewestAsync(db);
    }

    /// <summary>One published version, or null.</summary>
    /// <param name="page">The address that the links within the text stand on.</param>
    public async Task<PolicyEdition?> FindAsync(int published, string page)
    {
        await using var db = store.Read();
        return await db.Set<PolicyVersion>().AsNoTracking().Include(one => one.Wordings).FirstOrDefaultAsync(one => one.Number == published && one.State == PolicyState.Published) is { } found
            ? PolicyEdition.Of(found, page) : null;
    }

    /// <summary>
    /// What changed for whoever asks: since the version they name or accepted, or between the last two where there is neither. Null while there is only one.
    /// </summary>
    /// <param name="language">One of <see cref="PolicyLanguage.All"/>.</param>
    /// <param name="since">A published version; what is none is left aside.</param>
    public async Task<PolicyChange?> ChangesAsync(string language, int? since, Act act)
    {
        await using var db = store.Read();
        var current = await NewestAsync(db);
        var accepted = act.Who == Guid.Empty ? 0 : await AcceptedAsync(db, act.Who);
        var from = since >= 1 && since <= current ? since.Value : accepted > 0 ? accepted : current - 1;
        if (from < 1)
        {
            return null;
        }

        var steps = await RowsAsync(db, after: from);
        var purposes = await db.Set<PolicyVersion>().Where(version => version.Number > from && version.State == PolicyState.Published).Select(version => version.Purposes).ToListAsync();
        return new PolicyChange(from, current, from == accepted, steps, [.. purposes.SelectMany(keys => keys.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal)],
            await CompareAsync(from, current, language));
    }

    private static Task<int> NewestAsync(SrmDbContext db) => db.Set<PolicyVersion>().Where(version => version.State == PolicyState.Published).MaxAsync(version => version.Number);

    /// <summary>The number of the newest version that a person accepted; 0 for none.</summary>
    internal static async Task<int> AcceptedAsync(SrmDbContext db, Guid person) =>
        await db.Set<PolicyDecision>().Where(one => one.PersonId == person && one.Answer == PolicyAnswer.Accepted).MaxAsync(one => (int?)one.Version) ?? 0;

    /// <summary>The newest version that is major, or the first.</summary>
    internal static async Task<int> LastMajorAsync(IQueryable<PolicyVersion> versions) =>
        await versions.Where(version => version.State == PolicyState.Published && version.Kinds != MajorKinds.None).MaxAsync(version => (int?)version.Number) ?? 1;

    /// <summary>The newest version that is a major change of an earlier one; null where there is none.</summary>
    internal static async Task<PolicyVersion?> NewestMajorAsync(SrmDbContext db, CancellationToken stop)
    {
        var newest = await LastMajorAsync(db.Set<PolicyVersion>());
        return await db.Set<PolicyVersion>().AsNoTracking().FirstOrDefaultAsync(one => one.Number == newest && one.Kinds != MajorKinds.None, stop);
    }

    internal static PublishedPolicy InForce(Store store)
    {
        using var db = store.Read();
        var versions = db.Set<PolicyVersion>().AsNoTracking().Where(version => version.State == PolicyState.Published);
        var edition = PolicyEdition.Of(versions.Include(version => version.Wordings).OrderByDescending(version => version.Number).First(), PolicyMarkdown.Page);
        return new PublishedPolicy(edition, versions.Where(version => version.Kinds != MajorKinds.None).Max(version => (int?)version.Number) ?? 1);
    }

    private static async Task<IReadOnlyList<PolicyRow>> RowsAsync(SrmDbContext db, int after) => await db.Set<PolicyVersion>()
        .Where(version => version.State == PolicyState.Published && version.Number > after).OrderByDescending(version => version.Number)
        .Select(version => PolicyRow.Of(version)).ToListAsync();

    private async Task<IReadOnlyList<ComparedSection>> CompareAsync(int from, int to, string language)
    {
        if (from == to)
        {
            return [];
        }

        if (!compared.TryGetValue((from, to, language), out var known)
            && await FindAsync(from, PolicyMarkdown.Page) is { } before && await FindAsync(to, PolicyMarkdown.Page) is { } now)
        {
            known = compared.GetOrAdd((from, to, language), _ => PolicyComparison.Of(before.In(language), now.In(language)));
        }

        return known ?? [];
    }
}

/// <summary>What changed between two versions.</summary>
/// <param name="IsAccepted">The first is the one that the reader accepted.</param>
/// <param name="Steps">The versions published since, newest first.</param>
/// <param name="Purposes">Keys of the consent purposes that they ask again.</param>
public sealed record PolicyChange(int From, int To, bool IsAccepted, IReadOnlyList<PolicyRow> Steps, IReadOnlyList<string> Purposes, IReadOnlyList<ComparedSection> Sections);

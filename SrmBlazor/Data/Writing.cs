using Microsoft.EntityFrameworkCore.Storage;
using SrmBlazor.Data.Audit;
using SrmBlazor.Shared;

namespace SrmBlazor.Data;

/// <summary>One transaction: change, audit entries, purpose events and mails go in together or not at all.</summary>
public sealed class Writing(SrmDbContext db, IDbContextTransaction transaction, SemaphoreSlim turn, RootSecret root, ChangeFeed changes, Nodes nodes, TimeProvider clock) : IAsyncDisposable
{
    private readonly HashSet<string> topics = new(StringComparer.Ordinal);
    private readonly List<AuditEntry> entries = [];
    private bool disposed;

    public SrmDbContext Db => db;

    /// <summary>Announced once the transaction is committed.</summary>
    public void Announce(string topic) => topics.Add(topic);

    /// <summary>Adds an entry to the audit chain. Ids, kinds and counts only: nothing that names a person.</summary>
    /// <param name="action">What was done: <c>registration.submitted</c>.</param>
    /// <param name="subject">The person it was done to, kept as a pseudonym.</param>
    /// <param name="detail">A reference, a record id with its version, a count.</param>
    public void Record(Act act, string action, Guid subject, string detail = "") =>
        entries.Add(AuditEntry.Of(root, act, action, subject, detail));

    /// <summary>Chains the audit entries, saves, commits and announces.</summary>
    /// <exception cref="Microsoft.EntityFrameworkCore.DbUpdateException">A constraint of the database refuses; nothing was kept.</exception>
    public async Task CommitAsync(CancellationToken stop = default)
    {
        await AuditChain.LinkAsync(db, root, entries, stop);
        await db.SaveChangesAsync(stop);
        await nodes.TellAsync(db, topics, stop);
        await transaction.CommitAsync(stop);
        await ReleaseAsync();
        foreach (var topic in topics)
        {
            changes.Announce(topic);
        }
    }

    public DateTime Now => clock.Now();

    public ValueTask DisposeAsync() => ReleaseAsync();

    private async ValueTask ReleaseAsync()
    {
        if (disposed)
        {
            return;
        }

        disposed = true;
        try
        {
            await transaction.DisposeAsync();
            await db.DisposeAsync();
        }
        finally
        {
            turn.Release();
        }
    }
}

using System.Data.Common;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;
using SrmBlazor.Shared;

namespace SrmBlazor.Data;

/// <summary>
/// Several nodes on one PostgreSQL: what one announces, the pages of the others hear too. A notification goes with the transaction, so that it is
/// heard after the commit or not at all, and names a topic only. With SQLite there is one node and nothing to do.
/// </summary>
public sealed class Nodes(IOptions<DatabaseOptions> options, ChangeFeed changes, TimeProvider clock, ILogger<Nodes> log) : BackgroundService
{
    private const string Channel = "srm_changes";

    /// <summary>Seconds of silence after which the connection is tried, and seconds it may take: a dead line is noticed within twice of it.</summary>
    private const int KeepAlive = 4;

    private static readonly TimeSpan Again = TimeSpan.FromSeconds(2);

    /// <summary>Which of the nodes this one is; it told its own pages already.</summary>
    private readonly string me = Guid.NewGuid().ToString("N");

    private bool listening;

    internal async Task TellAsync(SrmDbContext db, IEnumerable<string> topics, CancellationToken stop)
    {
        if (db.Database.IsNpgsql())
        {
            foreach (var topic in topics)
            {
                await db.Database.ExecuteSqlAsync($"SELECT pg_notify({Channel}, {me + topic})", stop);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (options.Value.Provider == DatabaseProvider.PostgreSql && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is DbException or IOException or SocketException)
            {
                log.NodesUnheard(failure.GetType().Name);
                if (!listening)
                {
                    await Task.Delay(Again, clock, stoppingToken);
                }

                // a line that was cut is taken up at once, and then with patience
                listening = false;
            }
        }
    }

    private async Task ListenAsync(CancellationToken stop)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(options.Value.Main) { Pooling = false, KeepAlive = KeepAlive, Timeout = KeepAlive, CommandTimeout = KeepAlive }.ConnectionString);
        await connection.OpenAsync(stop);
        connection.Notification += (_, heard) => Hear(heard.Payload);
        await using (var listen = new NpgsqlCommand($"LISTEN {Channel}", connection))
        {
            await listen.ExecuteNonQueryAsync(stop);
        }

        listening = true;
        // whatever was said while nobody listened
        changes.AnnounceAll();
        while (true)
        {
            await connection.WaitAsync(stop);
        }
    }

    private void Hear(string said)
    {
        if (!said.StartsWith(me, StringComparison.Ordinal))
        {
            changes.Announce(said[me.Length..]);
        }
    }
}

internal static partial class NodesLog
{
    [LoggerMessage(1, LogLevel.Warning, "Announcements of other nodes are not heard ({Failure}); listening again soon.")]
    public static partial void NodesUnheard(this ILogger log, string failure);
}

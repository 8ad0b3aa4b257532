using System.Diagnostics;
using Npgsql;

namespace SrmBlazor.Support;

/// <summary>
/// A PostgreSQL of this test process alone, from Debian's programs, on a socket in a temporary folder. Started when first asked for, stopped when
/// the process ends.
/// </summary>
public static class PostgresServer
{
    public const string Variable = "SRM_NO_POSTGRES";

    /// <summary>The server lives as long as our end of the pipe is open: also a killed test process leaves none behind.</summary>
    private const string Life = """
        "$1/initdb" -D "$2/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"$2/log" 2>&1 &&
        "$1/pg_ctl" -s -w -D "$2/data" -l "$2/log" -o "-c listen_addresses= -k $2 -c max_connections=300 -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c autovacuum=off" start </dev/null >/dev/null 2>&1 &&
        echo ready && cat >/dev/null && "$1/pg_ctl" -s -D "$2/data" -m immediate stop && rm -rf "$2"
        """;

    private static readonly Lazy<Task<string>> Started = new(StartAsync);
    private static int databases;

    public static bool Skipped => Environment.GetEnvironmentVariable(Variable) == "1";

    /// <summary>A new database, empty or a copy of <paramref name="template"/>. Answers its connection string.</summary>
    public static async Task<string> CreateAsync(string? template = null)
    {
        var name = $"t{Interlocked.Increment(ref databases)}";
        await using var connection = new NpgsqlConnection(await ToAsync("postgres"));
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand($"CREATE DATABASE {name}{(template is null ? "" : $" TEMPLATE {NameOf(template)}")}", connection);
        await create.ExecuteNonQueryAsync();
        return await ToAsync(name);
    }

    /// <summary>Where the server keeps its files; everything it holds in memory is written there first.</summary>
    public static async Task<string> FilesAsync()
    {
        await using var connection = new NpgsqlConnection(await ToAsync("postgres"));
        await connection.OpenAsync();
        await using var checkpoint = new NpgsqlCommand("CHECKPOINT", connection);
        await checkpoint.ExecuteNonQueryAsync();
        return Path.Combine(await Started.Value, "data");
    }

    /// <summary>Of these files the ones that hold something of these databases: their own, and those that all databases share, the log among them.</summary>
    public static async Task<IReadOnlyList<string>> FilesAsync(params IEnumerable<string> connections)
    {
        var data = await FilesAsync();
        await using var connection = new NpgsqlConnection(await ToAsync("postgres"));
        await connection.OpenAsync();
        await using var ask = new NpgsqlCommand("SELECT array_agg(oid::text) FROM pg_database WHERE datname = ANY($1)", connection) { Parameters = { new() { Value = connections.Select(NameOf).ToArray() } } };
        var own = (string[])(await ask.ExecuteScalarAsync())!;
        return [.. Directory.GetDirectories(data).Where(folder => Path.GetFileName(folder) != "base"), .. own.Select(oid => Path.Combine(data, "base", oid))];
    }

    private static string NameOf(string connection) => new NpgsqlConnectionStringBuilder(connection).Database!;

    private static async Task<string> ToAsync(string database) =>
        $"Host={await Started.Value};Username=postgres;Database={database};Maximum Pool Size=40;Connection Idle Lifetime=10;Connection Pruning Interval=5";

    private static async Task<string> StartAsync()
    {
        var programs = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).LastOrDefault() : null;
        if (programs is null)
        {
            throw new InvalidOperationException($"These tests need PostgreSQL (apt-get install postgresql); set {Variable}=1 to leave them out.");
        }

        var place = Directory.CreateTempSubdirectory("srm-pg-").FullName;
        var root = Environment.UserName == "root";
        if (root)
        {
            // PostgreSQL refuses to run as root
            using var own = Process.Start("chown", ["postgres", place]);
            await own.WaitForExitAsync();
        }

        string[] shell = ["sh", "-c", Life, "sh", $"{programs}/bin", place];
        var start = root ? new ProcessStartInfo("runuser", ["-u", "postgres", "--", .. shell]) : new ProcessStartInfo(shell[0], shell[1..]);
        start.WorkingDirectory = "/tmp";
        start.RedirectStandardInput = start.RedirectStandardOutput = true;
        var life = Process.Start(start)!;
        if (await life.StandardOutput.ReadLineAsync() != "ready")
        {
            throw new InvalidOperationException($"PostgreSQL did not start; what it said is in {place}/log.");
        }

        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            life.StandardInput.Close();
            life.WaitForExit(TimeSpan.FromSeconds(10));
        };
        return place;
    }
}

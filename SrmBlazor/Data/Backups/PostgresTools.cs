using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace SrmBlazor.Data.Backups;

/// <summary>PostgreSQL's own programs, from the path. The password goes to them in the environment, where no list of processes shows it.</summary>
internal static class PostgresTools
{
    /// <exception cref="InvalidDataException">The program is not there, or refused; what it said is in the message.</exception>
    public static async Task RunAsync(string program, string database, CancellationToken stop, params IEnumerable<string> arguments)
    {
        var to = new NpgsqlConnectionStringBuilder(database);
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false };
        start.Environment["PGHOST"] = to.Host;
        start.Environment["PGPORT"] = to.Port.ToString(CultureInfo.InvariantCulture);
        start.Environment["PGDATABASE"] = to.Database;
        start.Environment["PGUSER"] = to.Username;
        start.Environment["PGSSLMODE"] = to.SslMode.ToString() switch { "VerifyCA" => "verify-ca", "VerifyFull" => "verify-full", var mode => mode.ToLowerInvariant() };
        if (to.Password is { Length: > 0 } password)
        {
            start.Environment["PGPASSWORD"] = password;
        }

        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new InvalidDataException($"Backups of PostgreSQL need {program} on the path (Debian: apt-get install postgresql-client), as new as the server.", missing);
        }

        using (process)
        {
            process.StandardInput.Close();
            var said = await process.StandardError.ReadToEndAsync(stop);
            await process.WaitForExitAsync(stop);
            if (process.ExitCode != 0)
            {
                throw new InvalidDataException($"{program} refused: {said.Trim()}");
            }
        }
    }
}

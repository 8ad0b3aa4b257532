using System.Diagnostics;

namespace SrmBlazor.Support.Processes;

/// <summary>A <see cref="Child"/> at work.</summary>
internal sealed class ChildProcess : IDisposable
{
    /// <summary>How a shell reports a process that SIGKILL ended.</summary>
    public const int Killed = 128 + 9;

    private readonly Process process;

    private ChildProcess(Process process) => this.process = process;

    public static ChildProcess Start(Stores stores, IEnumerable<(string Name, string Value)> settings, params IEnumerable<string> work)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Child).Assembly.Location, stores.Provider.ToString(), stores.Folder, stores.Main, stores.Keys, .. work])
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return new ChildProcess(Process.Start(start)!);
    }

    /// <summary>Lets it die at a step of its work.</summary>
    public static async Task DieAtAsync(string step, Stores stores, params IEnumerable<string> work)
    {
        using var child = Start(stores, [("Faults__DieAt", step)], work);
        while (await child.ReadAsync() is not null)
        {
            // a submission among others may be done before one dies
        }

        await child.process.WaitForExitAsync();
        Assert.Equal(Killed, child.process.ExitCode);
    }

    /// <summary>What is done next, or null when nothing more can come: also what was said before a kill is heard.</summary>
    public async Task<string?> ReadAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(Child.Done, StringComparison.Ordinal))
            {
                return line[Child.Done.Length..];
            }
        }

        return null;
    }

    /// <summary>SIGKILL.</summary>
    public void Kill() => process.Kill();

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }
}

using System.Diagnostics;
using System.Net;
using System.Net.NetworkInformation;
using System.Text;

namespace SrmBlazor.Support.Processes;

/// <summary>The program as a process of its own that can be killed at any moment and started again at the same address on the same stores.</summary>
public sealed class ServerProcess(Stores stores) : IAsyncDisposable
{
    private readonly int port = FreePort();
    private Process? process;

    /// <summary>Without a slash at the end.</summary>
    public string Url => $"http://127.0.0.1:{port}";

    /// <summary>Starts it and waits until it says that it is ready.</summary>
    public async Task StartAsync()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "SrmBlazor.dll"), "--urls", Url])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Storage__Folder"] = stores.Folder;
        start.Environment["DemoData"] = "false";
        process = Process.Start(start)!;
        await ListeningAsync(process);
        using var client = new HttpClient();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync($"{Url}/health/ready")).StatusCode);
    }

    /// <summary>SIGKILL: not an instruction more.</summary>
    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            await KillAsync();
        }
    }

    private static async Task ListeningAsync(Process process)
    {
        var said = new StringBuilder();
        var listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, line) =>
        {
            said.AppendLine(line.Data);
            if (line.Data is null)
            {
                listening.TrySetException(new InvalidOperationException($"The server did not start. It said: {said}"));
            }
            else if (line.Data.Contains("Application started.", StringComparison.Ordinal))
            {
                listening.TrySetResult();
            }
        };
        process.BeginOutputReadLine();
        await listening.Task;
    }

    /// <summary>Below the ports that the system gives to whoever asks for any: nobody gets it while the server is down.</summary>
    private static int FreePort()
    {
        var taken = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Select(place => place.Port).ToHashSet();
        int port;
        do
        {
            port = Random.Shared.Next(20_000, 32_000);
        }
        while (taken.Contains(port));
        return port;
    }
}

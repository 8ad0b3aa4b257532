using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using SrmBlazor.Benchmarks.Circuits;

namespace SrmBlazor.Benchmarks.Apps;

/// <summary>
/// A published app at work on free ports of this machine, with the settings of a real installation. It answers plain HTTP, as behind a
/// proxy that ends TLS, and HTTPS for the browser, whose cookies demand it. Both speak HTTP/1.1.
/// </summary>
internal sealed class RunningApp : IAsyncDisposable
{
    private const int Attempts = 6_000;
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromMilliseconds(5);

    private readonly Process process;
    private readonly string data;
    private readonly bool keepData;

    private RunningApp(Process process, string data, bool keepData, int port, int securePort)
    {
        (this.process, this.data, this.keepData) = (process, data, keepData);
        Address = new($"http://127.0.0.1:{port}");
        SecureAddress = new($"https://localhost:{securePort}");
    }

    public Uri Address { get; }

    public Uri SecureAddress { get; }

    /// <summary>From the start of the process to the first page that was answered well.</summary>
    public TimeSpan Awake { get; private set; }

    /// <summary>Resident memory in KiB.</summary>
    public long Resident => long.Parse(
        File.ReadLines($"/proc/{process.Id}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture);

    /// <summary>Time that the process has spent on processors.</summary>
    public TimeSpan Worked => process.TotalProcessorTime;

    /// <param name="cpu">The only processor it may use, or null for all.</param>
    /// <param name="data">A folder from an earlier start, which is kept; a new one goes with the app.</param>
    /// <param name="settings">Environment variables besides those of the subject.</param>
    public static async Task<RunningApp> StartAsync(
        PublishedApp app, int? cpu = null, string? data = null, HeapGauge? gauge = null, IEnumerable<(string Name, string Value)>? settings = null)
    {
        var folder = data ?? Directory.CreateTempSubdirectory("srm-benchmark-").FullName;
        var (port, securePort) = (FreePort(), FreePort());
        string[] command = ["dotnet", app.Assembly, "--urls", $"http://127.0.0.1:{port};https://localhost:{securePort}"];
        if (cpu is { } only)
            command = ["taskset", "-c", only.ToString(CultureInfo.InvariantCulture), .. command];
        // its own standard input: of a terminal in the background the system would stop it when it asks for the window's size
        var start = new ProcessStartInfo(command[0], command[1..]) { WorkingDirectory = app.Folder, RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var (name, value) in (app.Subject.Settings?.Invoke(folder) ?? []).Concat(gauge?.Settings ?? []).Concat(settings ?? []))
            start.Environment[name] = value;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["Kestrel__EndpointDefaults__Protocols"] = "Http1";
        start.Environment["Kestrel__Certificates__Default__Path"] = ThrowawayCertificate.Path;
        start.Environment["Kestrel__Certificates__Default__Password"] = ThrowawayCertificate.Password;
        var clock = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { }; // read, so that the pipe never fills
        process.BeginOutputReadLine();
        var running = new RunningApp(process, folder, data is not null, port, securePort);
        await running.AnswerAsync(app.Subject.FirstPage);
        running.Awake = clock.Elapsed;
        return running;
    }

    /// <summary>SIGKILL: not an instruction more.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            using var signal = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
            await process.WaitForExitAsync();
        }

        process.Dispose();
        if (!keepData)
            Directory.Delete(data, recursive: true);
    }

    private async Task AnswerAsync(string page)
    {
        using var http = Visitor.NewHttp();
        var visitor = new Visitor(http, 0);
        for (var attempt = 0; attempt < Attempts && !process.HasExited; attempt++)
        {
            try
            {
                if ((await visitor.GetAsync(new Uri(Address, page))).Status == HttpStatusCode.OK)
                    return;
            }
            catch (HttpRequestException)
            {
                // not listening yet
            }

            await Task.Delay(BetweenAttempts);
        }

        await DisposeAsync();
        throw new InvalidOperationException($"The app did not start: {Address} never answered {page}.");
    }

    /// <summary>Free a moment ago.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

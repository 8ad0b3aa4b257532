using System.Diagnostics;
using System.Globalization;
using SrmBlazor.Benchmarks.Apps;
using SrmBlazor.Benchmarks.Circuits;
using SrmBlazor.Features.Registration;
using SrmBlazor.Support.Processes;

namespace SrmBlazor.Benchmarks.Kills;

/// <summary>How a server is killed.</summary>
/// <param name="PowerCut">What was not synced is lost with it.</param>
/// <param name="IsControl">Must lose something, or the test proves nothing.</param>
internal sealed record KillMode(string Name, int Kills, string Synchronous, bool PowerCut, bool IsControl = false);

/// <summary>
/// A published server is killed again and again at a random moment while several people submit, each from a circuit of their own. Acknowledged is
/// a registration whose circuit was sent to the page that says so.
/// </summary>
internal sealed class KillRun(PublishedApp app, KillMode mode, string data, IReadOnlyList<string> drafts, Random random)
{
    public const int AtOnce = 8;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Tally tally = new();
    private readonly Queue<string> waiting = new(drafts);
    private TimeSpan first = TimeSpan.FromMilliseconds(500);
    private TimeSpan next = TimeSpan.FromMilliseconds(50);
    private int kills;
    private int attempts;

    public bool IsAsItMustBe => mode.IsControl ? tally.Lost > 0 : (tally.Lost, tally.Doubled, tally.Torn) == (0, 0, 0);

    public const string Heading = """
        | mode | kills | attempts | acknowledged | lost | doubled | torn | as it must be |
        | --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |
        """;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"| {mode.Name} | {kills} | {attempts} | {tally.Acknowledged} | {tally.Lost} | {tally.Doubled} | {tally.Torn} | {Verdict} |");

    private string Verdict => (mode.IsControl, IsAsItMustBe) switch
    {
        (true, true) => "yes: the control fails as it must",
        (true, false) => "**no: the control lost nothing**",
        (false, var kept) => kept ? "yes" : "**no**",
    };

    public async Task RunAsync()
    {
        using var cut = mode.PowerCut ? new PowerCut(data) : null;
        await using var office = new Office(data);
        for (; kills < mode.Kills; kills++)
            await RoundAsync(office, cut);

        await using var last = await StartAsync(cut);
        tally.Compare(await office.LookAsync());
    }

    /// <summary>Starts the server, looks what is there, submits, kills.</summary>
    private async Task RoundAsync(Office office, PowerCut? cut)
    {
        await using var server = await StartAsync(cut);
        tally.Compare(await office.LookAsync());
        using var http = Visitor.NewHttp();
        var people = Enumerable.Range(1, AtOnce).Select(_ => waiting.Dequeue()).ToList();
        var circuits = await Task.WhenAll(people.Select((secret, number) => OpenAsync(http, server, secret, number)));
        foreach (var circuit in circuits)
            await circuit.SubmitAsync();
        attempts += people.Count;
        await MomentAsync([.. circuits.Select(circuit => circuit.Departure)]);
        await server.KillAsync();
        foreach (var (secret, circuit) in people.Zip(circuits))
        {
            if (await IsDoneAsync(circuit))
                tally.Acknowledge(Convert.ToHexString(DraftKey.Of(secret)!.Hash));
            await circuit.DisposeAsync();
        }

        cut?.Strike();
    }

    /// <summary>
    /// A random number of acknowledgements is waited for, so that a kill meets the first as often as the last, and then a random part of the time
    /// that one takes: of the first when none was waited for, which in a fresh process is by far the longest.
    /// </summary>
    private async Task MomentAsync(IReadOnlyCollection<Task<string>> acknowledged)
    {
        var (before, clock) = (random.Next(AtOnce + 1), Stopwatch.StartNew());
        if (before > 0)
        {
            await foreach (var _ in Task.WhenEach(acknowledged).Take(1))
                first = clock.Elapsed;
            await foreach (var _ in Task.WhenEach(acknowledged).Take(before))
                next = before > 1 ? (clock.Elapsed - first) / (before - 1) : next;
        }

        await Task.Delay((before == 0 ? first : next) * random.NextDouble());
    }

    private Task<RunningApp> StartAsync(PowerCut? cut) =>
        RunningApp.StartAsync(app, data: data, settings: [("Database__Synchronous", mode.Synchronous), .. cut?.Settings ?? []]);

    private static async Task<Circuit> OpenAsync(HttpMessageInvoker http, RunningApp server, string secret, int number)
    {
        var visitor = new Visitor(http, number);
        visitor.Bring("__Host-draft", secret);
        using var patience = new CancellationTokenSource(Patience);
        return await Circuit.OpenAsync(visitor, new Uri(server.Address, "/register/review"), patience.Token);
    }

    /// <summary>What was sent before the kill is still heard after it.</summary>
    private static async Task<bool> IsDoneAsync(Circuit circuit)
    {
        try
        {
            return (await circuit.Departure.WaitAsync(Patience)).EndsWith("/register/done", StringComparison.Ordinal);
        }
        catch (InvalidOperationException)
        {
            return false; // the circuit died first
        }
    }
}

using SrmBlazor.Benchmarks.Apps;
using SrmBlazor.Data;
using SrmBlazor.Features.Triage;

namespace SrmBlazor.Benchmarks.Boards;

/// <summary>An installation on PostgreSQL with work to do and two officers: one looks at boards, the other works at another node, which is this process.</summary>
internal sealed class Office : IAsyncDisposable
{
    private const string Viewer = "viewer@supplier.example";
    private const int Requests = 1_000;

    private readonly PublishedApp app;
    private readonly Volume volume;

    private Office(PublishedApp app, Volume volume, Hand hand) => (this.app, this.volume, Hand) = (app, volume, hand);

    public Hand Hand { get; }

    public Store Store => volume.Store;

    public static async Task<Office> OpenAsync(PublishedApp app)
    {
        var volume = await Volume.MakeAsync(DatabaseProvider.PostgreSql, Requests);
        var officers = new Officers(volume.Place);
        return new Office(app, volume, new Hand(volume, await officers.RegisterAsync("colleague@supplier.example"), await officers.RegisterAsync(Viewer)));
    }

    /// <summary>One more node.</summary>
    public Task<RunningApp> StartAsync(int? cpu = null, HeapGauge? gauge = null) => RunningApp.StartAsync(
        app, cpu, volume.Place.Folder, gauge, volume.Place.Settings.Select(setting => (setting.Key.Replace(":", "__", StringComparison.Ordinal), setting.Value)));

    /// <summary>The board, for somebody who is signed in.</summary>
    public async Task<Subject> SubjectAsync(Uri address)
    {
        var cookies = await Officers.SignInAsync(address, Viewer);
        return app.Subject with
        {
            Page = TriageFeature.Path,
            Enter = (visitor, _) =>
            {
                foreach (var (name, value) in cookies)
                    visitor.Bring(name, value);
                return Task.CompletedTask;
            },
        };
    }

    public ValueTask DisposeAsync() => volume.DisposeAsync();
}

using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.Features.Triage;
using SrmBlazor.Shared;

namespace SrmBlazor.Benchmarks.Boards;

/// <summary>A colleague at another node, who takes rows of the first page in hand and puts them back; and in the end the reader, who takes one.</summary>
internal sealed class Hand(Volume volume, Act colleague, Act viewer)
{
    private readonly BoardFilter all = new();
    private int at;

    /// <returns>When it was done, as a timestamp.</returns>
    public async Task<long> MoveAsync()
    {
        await using var scope = volume.Place.Services.CreateAsyncScope();
        var row = await RowAsync();
        var desk = scope.ServiceProvider.GetRequiredService<RequestDesk>();
        var act = colleague with { On = DateTime.UtcNow };
        _ = row.Holder == colleague.Who ? await desk.ReleaseAsync(row.Reference, row.Stamp, act) : await desk.ClaimAsync(row.Reference, row.Stamp, act);
        return Stopwatch.GetTimestamp();
    }

    /// <summary>One that stands on the board.</summary>
    public async Task<string> ReferenceAsync() => (await RowAsync()).Reference;

    public async Task TakeAsync()
    {
        await using var scope = volume.Place.Services.CreateAsyncScope();
        var row = await RowAsync();
        await scope.ServiceProvider.GetRequiredService<Claims>().ClaimAsync(row, viewer with { On = DateTime.UtcNow });
    }

    private async Task<BoardRow> RowAsync()
    {
        volume.Forget();
        var rows = (await volume.Board.PageAsync(all, BoardPlace.First, volume.Officer)).Rows.Where(row => row.State == nameof(RequestState.Triage) || row.Holder == colleague.Who).ToList();
        return rows[at++ % rows.Count];
    }
}

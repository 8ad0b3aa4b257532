using System.Text.Json;
using Microsoft.Playwright;
using SrmBlazor.Benchmarks.Apps;

namespace SrmBlazor.Benchmarks.Browsing;

/// <summary>A form open in the browser.</summary>
internal sealed class FormVisit(IPage page, Traffic traffic) : IAsyncDisposable
{
    private const float BetweenKeys = 50;
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(1.5);

    public Traffic Traffic => traffic;

    /// <summary>Waits until nothing has gone to and fro for a while.</summary>
    public async Task QuietAsync()
    {
        int before;
        do
        {
            before = traffic.Changes;
            await Task.Delay(Silence);
        }
        while (traffic.Changes != before);
    }

    /// <summary>Makes a right answer wrong and right again, key by key.</summary>
    public async Task<Typing> FlipAsync(TypedField field, int keys)
    {
        await FillAsync(field);
        // some forms only complain once a field was left: from then on each key counts
        await page.Keyboard.PressAsync("Tab");
        await page.Locator("#" + field.Id).FocusAsync();
        await page.Keyboard.PressAsync("End");
        await page.EvaluateAsync("([id, surroundings]) => watchKeys(id, surroundings)", new[] { field.Id, field.Surroundings });
        return await MeasureAsync(keys, async key =>
        {
            await page.Keyboard.PressAsync(key % 2 == 0 ? field.Key.ToString() : "Backspace");
            await page.WaitForFunctionAsync("count => window.probe.keys.length > count", key);
        });
    }

    /// <summary>Types on in a field that is right and stays right.</summary>
    public async Task<Typing> TypeOnAsync(TypedField field, int keys)
    {
        await FillAsync(field);
        return await MeasureAsync(keys, _ => page.Keyboard.PressAsync(field.Key.ToString()));
    }

    public ValueTask DisposeAsync() => page.Context.DisposeAsync();

    private async Task FillAsync(TypedField field)
    {
        await page.Locator("#" + field.Id).PressSequentiallyAsync(field.Right, new() { Delay = BetweenKeys });
        await QuietAsync();
    }

    private async Task<Typing> MeasureAsync(int keys, Func<int, Task> pressAsync)
    {
        var before = await ProbeAsync();
        for (var key = 0; key < keys; key++)
        {
            await pressAsync(key);
            await page.WaitForTimeoutAsync(BetweenKeys);
        }

        await QuietAsync();
        var after = await ProbeAsync();
        return new(after.Keys, (double)(after.Events - before.Events) / keys, (double)(after.Received - before.Received) / keys);
    }

    private async Task<Probe> ProbeAsync() => (await page.EvaluateAsync("() => window.probe"))!.Value.Deserialize<Probe>(JsonSerializerOptions.Web)!;

    private sealed record Probe(int Events, long Received, IReadOnlyList<double> Keys);
}

/// <param name="Judged">Milliseconds from each key to what it changed on the page.</param>
/// <param name="Events">Sent for a key.</param>
/// <param name="Down">Bytes received for a key, inflated; what the form saves or says besides is among them.</param>
internal sealed record Typing(IReadOnlyList<double> Judged, double Events, double Down);

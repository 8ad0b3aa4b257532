using SrmBlazor.Features.Registration;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Accuracy;

/// <summary>A supplier at the page: what a filled answer agrees to is shown first, and the save names what was shown.</summary>
internal static class CorrectingPage
{
    public static async Task<CorrectionSaved> ReadAndSaveAsync(this MyCorrections corrections, IReadOnlyCollection<Change> changes, Act act) =>
        await corrections.SaveAsync(changes, [.. (await corrections.ShowAsync("en", act)).Select(one => one.Served)], act);
}

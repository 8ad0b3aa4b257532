using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Screening.Lists;

/// <summary>Lists on their way into a house.</summary>
internal static class Shelving
{
    public static Act Keeper(this House house) => house.ActOf(Guid.NewGuid(), Role.Screener);

    public static async Task<ListCheck> CheckedAsync(this House house, ListSource source, byte[] file, DateOnly? date = null, bool deliberate = false) =>
        Assert.IsType<CheckResult.Ready>(await house.CheckAsync(source, file, date, deliberate)).Check;

    public static async Task<CheckResult> CheckAsync(this House house, ListSource source, byte[] file, DateOnly? date = null, bool deliberate = false) =>
        await house.Get<ListDesk>().CheckAsync(source, new MemoryStream(file), date, deliberate, house.Keeper());

    /// <summary>The file goes live.</summary>
    public static async Task TakeAsync(this House house, ListSource source, byte[] file, DateOnly? date = null, bool deliberate = false) =>
        Assert.Equal(TakeOutcome.Live, await house.Get<ListDesk>().TakeAsync(await house.CheckedAsync(source, file, date, deliberate), house.Keeper()));

    /// <summary>Of invented parties, see <see cref="SampleLists"/>.</summary>
    public static Task TakeAsync(this House house, ListSource source, int entries = 60) => house.TakeAsync(source, SampleLists.Of(source, entries));

    public static Task<Shelf> ShelfAsync(this House house) => house.Get<ListShelf>().CurrentAsync();
}

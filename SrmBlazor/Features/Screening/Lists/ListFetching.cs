using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SrmBlazor.Data;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Screening.Lists;

/// <summary>
/// Fetches lists from the addresses in the settings, and takes each over as a file that staff bring: whole, or not at all. Nobody states here that
/// something is meant so: a list that has really shrunk waits for a person.
/// </summary>
public sealed class ListFetching(Store store, ListDesk desk, ListCourier courier, IOptions<ScreeningOptions> options, TimeProvider clock)
{
    /// <summary>The page of lists asks again.</summary>
    public const string Topic = "screening-fetches";

    /// <summary>Until an address that gave nothing, or a file that was refused, is tried again.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromHours(1);

    /// <summary>One list whose time has come; the others are left to the next round, so that a slow line keeps no other job waiting for long.</summary>
    internal async Task<bool> FetchDueAsync(CancellationToken stop = default)
    {
        if (await DueAsync(stop) is not { } source)
        {
            return false;
        }

        await FetchAsync(source, stop);
        return true;
    }

    /// <summary>Asks the address now.</summary>
    /// <exception cref="InvalidOperationException">The settings have no address of it.</exception>
    internal async Task<FetchResult> FetchAsync(ListSource source, CancellationToken stop = default)
    {
        var address = options.Value.AddressOf(source) ?? throw new InvalidOperationException($"No address of {source}.");
        var result = await BringAsync(source, address, stop);
        await using var work = await store.WriteAsync(stop);
        var fetch = await work.Db.Set<ListFetch>().FirstOrDefaultAsync(one => one.Source == source, stop);
        if (fetch is null)
        {
            work.Db.Add(fetch = ListFetch.Of(source));
        }

        fetch.Became(result, work.Now);
        work.Announce(Topic);
        await work.CommitAsync(stop);
        return result;
    }

    private async Task<FetchResult> BringAsync(ListSource source, Uri address, CancellationToken stop)
    {
        var act = Act.OfSystem(clock) with { Roles = Role.Screener };
        Stream? file = null;
        try
        {
            if (await courier.BringAsync(address, async (body, limit) => file = await desk.ReceiveAsync(body, _ => { }, act, limit), stop) is { } trouble)
            {
                return new(FetchOutcome.NotReached, trouble);
            }

            return file is null ? new(FetchOutcome.Refused, Refusal: ListDesk.TooLarge(ListDesk.LargestFile + 1)) : await TakeAsync(source, file, act, stop);
        }
        finally
        {
            if (file is not null)
            {
                await file.DisposeAsync();
            }
        }
    }

    private async Task<FetchResult> TakeAsync(ListSource source, Stream file, Act act, CancellationToken stop)
    {
        while (true)
        {
            switch (await desk.CheckAsync(source, file, date: null, deliberate: false, act, stop))
            {
                case CheckResult.Refused { Refusal: var refusal }:
                    return new(FetchOutcome.Refused, Refusal: refusal);
                case CheckResult.Ready { Check: var check } when await desk.TakeAsync(check, act) == TakeOutcome.Live:
                    return new(check.IsSame ? FetchOutcome.Same : FetchOutcome.Live, Check: check);
            }

            // somebody else brought one meanwhile: it is compared with that one
            file.Position = 0;
        }
    }

    private async Task<ListSource?> DueAsync(CancellationToken stop)
    {
        var own = options.Value;
        var wanted = own.Fetched;
        if (wanted.Count == 0)
        {
            return null;
        }

        await using var db = store.Read();
        var known = await db.Set<ListFetch>().AsNoTracking().ToDictionaryAsync(one => one.Source, stop);
        var now = clock.Now();
        bool IsDue(ListSource source) => !known.TryGetValue(source, out var last) || now - last.TriedOn >= (last.Failed ? Again : TimeSpan.FromHours(own.FetchEveryHours));
        return wanted.Where(IsDue).Select(source => (ListSource?)source).FirstOrDefault();
    }
}

using System.Diagnostics;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmBlazor.Benchmarks.Apps;
using SrmBlazor.Data;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.Features.Screening.Cases;
using SrmBlazor.Features.Screening.Lists;
using SrmBlazor.Features.Screening.Matching;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Benchmarks.Screening;

/// <summary>
/// Ten thousand screened people in a SQLite store when OFAC's list changes: names are opened from their sealed records, what is found goes into cases, and
/// every stretch is a transaction.
/// </summary>
internal static class StoredRescreening
{
    /// <returns>False where the lists are absent, or a delta met somebody else than a full comparison.</returns>
    public static async Task<bool> RunAsync()
    {
        if (Material.Find() is not { } material)
            return false;

        await using var place = await Premises.NewAsync(DatabaseProvider.Sqlite);
        await using var scope = place.Services.CreateAsyncScope();
        var desk = scope.ServiceProvider.GetRequiredService<ListDesk>();
        var (earlier, later) = (Text("ofac-sdn-2024-04-19.csv"), Text("ofac-sdn-2024-05-03.csv"));
        await TakeAsync(desk, earlier);
        await AddAsync(place, Rescreening.Invented(material, new Random(29)));
        var (screenings, rescreenings) = (scope.ServiceProvider.GetRequiredService<Screenings>(), scope.ServiceProvider.GetRequiredService<Rescreenings>());
        await Machine.BeQuietAsync();
        List<string> rows = [await RowAsync("screened for the first time, one by one", () => screenings.ScreenDueAsync())];

        await TakeAsync(desk, later);
        rows.Add(await RowAsync("19 April → 3 May 2024, by what changed", () => rescreenings.RunAsync()));
        var byDelta = await HitsAsync(place);
        rows.Add(await RowAsync("everybody with the whole list, one by one", () => EachAsync(place, screenings)));
        var isSame = byDelta.SetEquals(await HitsAsync(place));

        // another remark about a firm: nobody is compared with it
        await TakeAsync(desk, later.Replace("Registration Number 9855920", "Registration Number 9855921", StringComparison.Ordinal));
        rows.Add(await RowAsync("nothing that anybody is compared with", () => rescreenings.RunAsync()));

        // so much is gone that words are weighed anew
        await TakeAsync(desk, string.Join('\n', later.Split('\n').Where((_, at) => at % 6 != 0)));
        rows.Add(await RowAsync("everybody with the whole list, in stretches", () => rescreenings.RunAsync()));

        Report.Table($"{Rescreening.People:N0} people in a SQLite store, OFAC's list; engine {Engine.Version}", "rescreened | people | seconds | ms each", rows);
        Console.WriteLine();
        Console.WriteLine($"{byDelta.Count:N0} hits by the delta, {(isSame ? "the same" : "**others**")} by comparing with everything. {Machine.LeastIdle:P0} of the machine idle before.");
        return isSame;
    }

    private static string Text(string file) => File.ReadAllText(SharedData.PathOf($"screening/{file}"));

    private static async Task<string> RowAsync(string what, Func<Task<int>> run)
    {
        var began = Stopwatch.GetTimestamp();
        var people = await run();
        var took = Stopwatch.GetElapsedTime(began);
        return $"{what} | {people:N0} | {Report.Number(took.TotalSeconds, "0.0")} | {Report.Number(took.TotalMilliseconds / Math.Max(people, 1), "0.00")}";
    }

    private static async Task TakeAsync(ListDesk desk, string file)
    {
        var keeper = new Act(Guid.NewGuid(), Role.Screener, DateTime.UtcNow);
        if (await desk.CheckAsync(ListSource.OfacSdn, new MemoryStream(Encoding.UTF8.GetBytes(file)), new DateOnly(2024, 5, 3), deliberate: true, keeper) is not CheckResult.Ready ready || await desk.TakeAsync(ready.Check, keeper) != TakeOutcome.Live)
            throw new InvalidOperationException("A list was not taken.");
    }

    /// <summary>Suppliers whose identity check was passed.</summary>
    private static async Task AddAsync(Premises place, IEnumerable<Query> people)
    {
        await using var scope = place.Services.CreateAsyncScope();
        var vault = scope.ServiceProvider.GetRequiredService<Vault>();
        foreach (var some in people.Chunk(200))
        {
            await using var work = await place.Get<Store>().WriteAsync();
            foreach (var one in some)
            {
                var person = Person.Create("en", "CN");
                var act = new Act(person.Id, Role.Supplier, work.Now);
                work.Db.Add(person);
                foreach (var purpose in (Purpose[])[For.SensitiveIdentity, For.Account, For.Screening])
                    work.Begin(person.Id, purpose, act, "account.activated");
                await vault.SealAsync(work, person.Id, new Identity(one.Name, one.Nationality ?? "CN"), For.Account, act, "account.activated");
                var registration = SupplierRegistration.Submit(person.Id, Cooperation.Subcontracting, act.On);
                registration.Confirm(act.On);
                registration.Accept(Guid.NewGuid(), act.On);
                work.Db.Add(registration);
            }

            await work.CommitAsync();
        }
    }

    private static async Task<int> EachAsync(Premises place, Screenings screenings)
    {
        List<Guid> people;
        await using (var db = place.Get<Store>().Read())
            people = await db.Set<ScreeningCase>().Select(one => one.Subject.PersonId!.Value).ToListAsync();
        foreach (var person in people)
            await screenings.ScreenAsync(person, ScreeningCause.ListsChanged);
        return people.Count;
    }

    private static async Task<HashSet<(Guid Case, string Entry, HitState State, double Score)>> HitsAsync(Premises place)
    {
        await using var db = place.Get<Store>().Read();
        return [.. (await db.Set<ScreeningHit>().Select(hit => new { hit.CaseId, hit.Entry, hit.State, hit.Score }).ToListAsync()).Select(hit => (hit.CaseId, hit.Entry, hit.State, hit.Score))];
    }
}

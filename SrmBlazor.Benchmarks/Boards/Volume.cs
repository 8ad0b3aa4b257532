using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmBlazor.Benchmarks.Apps;
using SrmBlazor.Data;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.Features.RightsRequests.Cases;
using SrmBlazor.Features.Triage;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Keys;
using SrmBlazor.Shared;
using SrmBlazor.Shared.Deadlines;
using SrmBlazor.Shell.Demo;

namespace SrmBlazor.Benchmarks.Boards;

/// <summary>An installation with so many requests behind it, and what is looked for among them.</summary>
internal sealed class Volume : IAsyncDisposable
{
    private const int Names = 200;
    private const int Seed = 7;

    /// <summary>Who asks has asked so often, at every size: what an exact name finds is as much everywhere.</summary>
    private const int Each = 50;

    /// <summary>Up to so many came within so many days: a page of what is open is full at every size, and pages of one length are compared.</summary>
    private const int Few = 1_000, DaysOfFew = 60;

    private readonly Premises place;
    private readonly ChangeFeed changes;

    private Volume(Premises place, int requests, IReadOnlyList<string> names)
    {
        (this.place, Requests, People, changes) = (place, requests, names, place.Get<ChangeFeed>());
        Officer = new Act(Guid.NewGuid(), Role.PrivacyOfficer | Role.Verifier, DateTime.UtcNow);
        Board = new Board(place.Get<Store>(), place.Get<KeyStore>(), new BoardMemory(changes, TimeProvider.System), new CaseVisits(place.Get<Store>(), TimeProvider.System), place.Get<AccessLedger>(), new DeadlineBook(DeadlineLaw.Open(null)));
    }

    public int Requests { get; }

    /// <summary>Whole names of some of those who asked.</summary>
    public IReadOnlyList<string> People { get; }

    public Board Board { get; }

    public Act Officer { get; }

    public Store Store => place.Get<Store>();

    public Premises Place => place;

    public static async Task<Volume> MakeAsync(DatabaseProvider provider, int requests)
    {
        var place = await Premises.NewAsync(provider);
        await using var scope = place.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DemoVolume>().MakeAsync(requests, requests / Each, Seed, made =>
        {
            if (made % 100_000 == 0)
                Console.Error.WriteLine($"{provider}: {made:N0} of {requests:N0}");
        }, requests <= Few ? DaysOfFew : DemoVolume.Usual);
        await using var db = place.Get<Store>().Read();
        // as it would have been done by itself meanwhile
        await db.Database.ExecuteSqlRawAsync("ANALYZE");
        var names = new List<string>();
        foreach (var person in await db.Set<Person>().OrderBy(person => person.Id).Take(Names).Select(person => person.Id).ToListAsync())
            names.Add((await scope.ServiceProvider.GetRequiredService<Vault>().OpenAsync<Identity>(person, For.Account)).OrNull!.FullName);
        return new Volume(place, requests, names);
    }

    /// <summary>What was answered before is not remembered.</summary>
    public void Forget() => changes.Announce(Topics.Queue);

    public ValueTask DisposeAsync() => place.DisposeAsync();
}

using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Keys;
using SrmBlazor.Shared;

namespace SrmBlazor.Shell.Demo;

/// <summary>
/// Fills a developer's store with as many requests as a large portal has after some years: they go their way by the same state machine, and
/// few are open. Names are invented. Of what has ended there are neither words nor certificates.
/// </summary>
public sealed class DemoVolume(Store store, Vault vault, RequestClock clock, TimeProvider time)
{
    private const int Batch = 2_000;
    public const int Usual = 3 * 365;

    private static readonly (string Region, string Language, int Weight)[] Places = [("CN", "zh-CN", 50), ("DE", "en", 12), ("FR", "en", 8), ("GB", "en", 8), ("BR", "en", 8), ("SG", "en", 7), ("US-CA", "en", 7)];

    private static readonly (RequestKind Kind, int Weight)[] Kinds =
    [
        (RequestKind.Copy, 26), (RequestKind.Access, 18), (RequestKind.Delete, 14), (RequestKind.Correct, 14), (RequestKind.ChangeConsents, 8), (RequestKind.Other, 8), (RequestKind.Objection, 4), (RequestKind.Explain, 3),
        (RequestKind.Restrict, 2), (RequestKind.Complaint, 2), (RequestKind.Transfer, 1),
    ];

    /// <param name="seed">The same makes the same requests, of other persons.</param>
    /// <param name="made">Told how many there are so far.</param>
    /// <param name="days">In which they came.</param>
    public async Task MakeAsync(int requests, int persons, int seed, Action<int> made, int days = Usual, CancellationToken stop = default)
    {
        var random = new Random(seed);
        var people = await MakePersonsAsync(persons, random, stop);
        await using var db = store.Read();
        var number = await db.Set<RightsRequest>().MaxAsync(one => (long?)one.Number, stop) ?? 0;
        var now = time.Now();
        for (var first = 0; first < requests; first += Batch)
        {
            await using var work = await store.WriteAsync(stop);
            work.Db.ChangeTracker.AutoDetectChangesEnabled = false;
            for (var at = first; at < Math.Min(requests, first + Batch); at++)
            {
                // more each year
                var on = now.AddDays(-days * (1 - Math.Sqrt((at + 1.0) / (requests + 1)))).AddSeconds(-random.Next(60));
                work.Db.Add(await RequestAsync(work, people[random.Next(people.Count)], ++number, on.ToMicrosecond(), now, random));
            }

            work.Announce(Topics.Queue);
            await work.CommitAsync(stop);
            made(Math.Min(requests, first + Batch));
        }
    }

    private async Task<List<Person>> MakePersonsAsync(int persons, Random random, CancellationToken stop)
    {
        var people = new List<Person>();
        for (var one = 0; one < persons; one++)
        {
            await using var work = await store.WriteAsync(stop);
            var place = Pick(random, Places, place => place.Weight);
            var person = Person.Create(place.Language, place.Region);
            var act = Act.OfSystem(time) with { Who = person.Id, Roles = Role.Supplier };
            work.Db.Add(person);
            work.Begin(person.Id, For.Account, act, "account.activated");
            var name = DemoNames.Invent(place.Language, random);
            await vault.SealAsync(work, person.Id, new Identity(name, place.Region[..2]), For.Account, act, "account.activated", (LookUp.WholeName, name));
            await vault.SealAsync(work, person.Id, new Mailbox($"volume-{random.NextInt64():x}@demo.example"), For.Account, act, "account.activated");
            await work.CommitAsync(stop);
            people.Add(person);
        }

        return people;
    }

    private async Task<RightsRequest> RequestAsync(Writing work, Person person, long number, DateTime on, DateTime now, Random random)
    {
        var kind = Pick(random, Kinds, kind => kind.Weight).Kind;
        var by = new Act(person.Id, Role.Supplier, on);
        // answered within some days, now and then much later; what would be answered tomorrow is open
        var answered = on.AddDays(kind.RunsByItself() && random.Next(20) > 0 ? 0.01 : -Math.Log(1 - random.NextDouble()) * 5 + (random.Next(40) == 0 ? 25 : 0));
        var open = answered >= now;
        var message = open ? await vault.SealAsync(work, person.Id, new RequestMessage(DemoNames.Words(person.Language, random)), For.RightsRequest, by, "request.written") : Guid.NewGuid();
        var request = RightsRequest.Submit(new NewRequest(person.Id, kind, person.Region, person.Language, Pick(random, Channels, channel => channel.Weight).Channel, DateOnly.FromDateTime(on), message), number, by);
        if (open)
        {
            clock.Apply(request, by);
        }
        else
        {
            request.Reckon(DateOnly.FromDateTime(on).AddDays(21), DateOnly.FromDateTime(on).AddDays(30), provisional: false, by with { Who = Guid.Empty });
        }

        DemoPath.Go(request, on, open ? now : answered, open ? clock : null, random);
        if (!open && request.AppealUntil < now)
        {
            request.Close(new Act(Guid.Empty, Role.None, request.AppealUntil!.Value.AddSeconds(1)));
        }

        return request;
    }

    private static readonly (RequestChannel Channel, int Weight)[] Channels = [(RequestChannel.Dashboard, 70), (RequestChannel.Form, 15), (RequestChannel.Email, 10), (RequestChannel.Letter, 4), (RequestChannel.Phone, 1)];

    internal static T Pick<T>(Random random, IReadOnlyList<T> from, Func<T, int> weight)
    {
        var left = random.Next(from.Sum(weight));
        return from.First(one => (left -= weight(one)) < 0);
    }
}

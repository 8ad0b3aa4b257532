using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.Features.Screening.Lists;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Screening.Cases;

/// <summary>People who passed the identity check, lists they are compared with, and screeners who decide.</summary>
internal static class Subjects
{
    public const string Listed = "Odrin Zantropov";

    public static readonly Guid One = Guid.NewGuid();
    public static readonly Guid Two = Guid.NewGuid();
    public static readonly Guid Three = Guid.NewGuid();
    public static readonly Guid Four = Guid.NewGuid();

    /// <summary>Rows of the operator's own list: name, aliases, nationality, birth year, note.</summary>
    public static byte[] ListOf(params IEnumerable<string> rows) => Encoding.UTF8.GetBytes($"name,aliases,nationality,birth_year,note\n{string.Join('\n', rows)}\n");

    public static string Row(string name, string nationality = "RU", string note = "Invented") => $"{name},,{nationality},1958,{note}";

    /// <summary>A supplier whose identity check was passed.</summary>
    public static async Task<Guid> PassedAsync(IServiceProvider services, string name, string nationality = "RU", string region = "CN", ScreeningAddress? address = null, string language = "en")
    {
        var vault = services.GetRequiredService<Vault>();
        await using var work = await services.GetRequiredService<Store>().WriteAsync();
        var person = Person.Create(language, region);
        var act = new Act(person.Id, Role.Supplier, work.Now);
        work.Db.Add(person);
        foreach (var purpose in (Purpose[])[For.SensitiveIdentity, For.Account, For.Screening, For.Jurisdiction, .. address is null ? Array.Empty<Purpose>() : [For.RegionalScreening]])
        {
            work.Begin(person.Id, purpose, act, "account.activated");
        }

        await vault.SealAsync(work, person.Id, new Mailbox($"{person.Id:N}@screened.test"), For.Account, act, "account.activated");
        await vault.SealAsync(work, person.Id, new Identity(name, nationality), For.Account, act, "account.activated");
        if (address is not null)
        {
            await vault.SealAsync(work, person.Id, address, For.RegionalScreening, act, "account.activated");
        }

        var registration = SupplierRegistration.Submit(person.Id, Cooperation.Subcontracting, act.On);
        registration.Confirm(act.On);
        registration.Accept(Guid.NewGuid(), act.On);
        work.Db.Add(registration);
        await work.CommitAsync();
        return person.Id;
    }

    private static bool AreNames(ScreeningCase own) => own.Hits.TrueForAll(hit => !hit.IsOpen || hit.Kind == HitKind.Name);

    /// <summary>Screened and cleared, whether or not the identity check was passed: for tests of what comes after.</summary>
    public static async Task ClearedAsync(IServiceProvider services, Guid person)
    {
        var act = new Act(Guid.NewGuid(), Role.Screener, services.GetRequiredService<TimeProvider>().Now());
        if ((await services.GetRequiredService<ListShelf>().CurrentAsync()).Entries.Count == 0)
        {
            var check = await services.GetRequiredService<ListDesk>().CheckAsync(ListSource.Own, new MemoryStream(ListOf(Row(Listed))), null, deliberate: false, act);
            Assert.Equal(TakeOutcome.Live, await services.GetRequiredService<ListDesk>().TakeAsync(Assert.IsType<CheckResult.Ready>(check).Check, act));
        }

        Assert.True(await services.GetRequiredService<Screenings>().ScreenAsync(person, ScreeningCause.Registration));
        await using var db = services.GetRequiredService<Store>().Read();
        Assert.Equal(GateAnswer.Allowed, await ScreeningGate.AskAsync(db, person));
    }

    extension(House house)
    {
        public Task<Guid> PassedAsync(string name, string nationality = "RU", string region = "CN", ScreeningAddress? address = null) => PassedAsync(house.Services, name, nationality, region, address);

        public Task ListAsync(params IEnumerable<string> rows) => house.TakeAsync(ListSource.Own, ListOf(rows), deliberate: true);

        /// <summary>As the round does: whose turn it is, then everybody where the lists changed.</summary>
        public async Task RoundAsync()
        {
            await house.Get<Screenings>().ScreenDueAsync();
            await house.Get<Rescreenings>().RunAsync();
        }

        /// <summary>Somebody whose name is listed, with the hit that waits.</summary>
        public async Task<Guid> HitAsync(string name = Listed, string nationality = "RU")
        {
            var person = await house.PassedAsync(name, nationality);
            await house.RoundAsync();
            Assert.Single((await house.CaseAsync(person)).Hits);
            return person;
        }

        public async Task<ScreeningCase> CaseAsync(Guid person)
        {
            await using var db = house.Store.Read();
            return await Screenings.FindAsync(db, person) ?? throw new InvalidOperationException("Nobody was screened.");
        }

        public async Task<GateAnswer> AskAsync(Guid person)
        {
            await using var db = house.Store.Read();
            return await ScreeningGate.AskAsync(db, person);
        }

        public Act Screener(Guid? who = null) => house.ActOf(who ?? One, Role.Screener);

        /// <summary>Something a screener does with every open hit.</summary>
        public async Task<ScreeningResult> DoAsync(Guid person, Func<ScreeningDecisions, ScreeningCase, IReadOnlyCollection<Guid>, Task<ScreeningResult>> step)
        {
            var own = await house.CaseAsync(person);
            return await step(house.Get<ScreeningDecisions>(), own, [.. own.Hits.Where(hit => hit.IsOpen).Select(hit => hit.Id)]);
        }

        public Task<ScreeningResult> ClearAsync(Guid person, Guid? by = null) =>
            house.DoAsync(person, (decisions, own, hits) => decisions.ClearAsync(own.Reference, own.Stamp, hits, AreNames(own) ? DecisionReason.KnownOtherPerson : DecisionReason.Other, "Seen in the document.", house.Screener(by)));

        public Task<ScreeningResult> ConfirmAsync(Guid person, Guid? by = null) =>
            house.DoAsync(person, (decisions, own, hits) => decisions.ConfirmAsync(own.Reference, own.Stamp, hits, AreNames(own) ? DecisionReason.SamePerson : DecisionReason.Other, "All agrees.", house.Screener(by)));

        public Task<ScreeningResult> EscalateAsync(Guid person, Guid? by = null) =>
            house.DoAsync(person, (decisions, own, hits) => decisions.EscalateAsync(own.Reference, own.Stamp, hits, "In doubt.", house.Screener(by)));

        public Task<ScreeningResult> ApproveAsync(Guid person, Guid? by = null) =>
            house.DoAsync(person, (decisions, own, hits) => decisions.ApproveAsync(own.Reference, own.Stamp, hits, house.Screener(by ?? Two)));

        public Task<ScreeningResult> ReturnAsync(Guid person, Guid? by = null) =>
            house.DoAsync(person, (decisions, own, hits) => decisions.ReturnAsync(own.Reference, own.Stamp, hits, "Look again.", house.Screener(by ?? Two)));

        /// <summary>Two people clear what waits.</summary>
        public async Task ClearByTwoAsync(Guid person)
        {
            Assert.Equal(true, (await house.ClearAsync(person) as ScreeningResult.Done)?.Waits);
            Assert.IsType<ScreeningResult.Done>(await house.ApproveAsync(person));
        }

        /// <summary>Two people confirm what waits.</summary>
        public async Task ConfirmByTwoAsync(Guid person)
        {
            Assert.Equal(true, (await house.ConfirmAsync(person) as ScreeningResult.Done)?.Waits);
            Assert.IsType<ScreeningResult.Done>(await house.ApproveAsync(person));
        }

        /// <summary>Another name, or another nationality, by the same door as an approved correction.</summary>
        public async Task RenameAsync(Guid person, string name, string nationality = "RU")
        {
            var held = Assert.IsType<Opening<Identity>.Opened>(await house.Vault.OpenAsync<Identity>(person, For.Account));
            await using var work = await house.Store.WriteAsync();
            Assert.Equal(SaveOutcome.Saved, await house.Vault.SaveAsync(work, person, held.Id, held.Version, new Identity(name, nationality), For.Account, house.System));
            await work.CommitAsync();
        }

        /// <summary>Another address, likewise.</summary>
        public async Task MoveAsync(Guid person, ScreeningAddress address)
        {
            var held = Assert.IsType<Opening<ScreeningAddress>.Opened>(await house.Vault.OpenAsync<ScreeningAddress>(person, For.RegionalScreening));
            await using var work = await house.Store.WriteAsync();
            Assert.Equal(SaveOutcome.Saved, await house.Vault.SaveAsync(work, person, held.Id, held.Version, address, For.RegionalScreening, house.System));
            await work.CommitAsync();
        }

        public async Task<FileContent> FileAsync(Guid person) => FileContent.Of(Assert.IsType<Opening<ScreeningFile>.Opened>(await house.Vault.OpenAsync<ScreeningFile>(person, For.Screening)).Record);

        public async Task<IReadOnlyList<ScreeningEvent>> StepsAsync(Guid person)
        {
            var own = await house.CaseAsync(person);
            await using var db = house.Store.Read();
            return await db.Set<ScreeningEvent>().AsNoTracking().Where(one => one.CaseId == own.Id).OrderBy(one => one.Number).ToListAsync();
        }

        public async Task<IReadOnlyList<ScreeningEventKind>> KindsAsync(Guid person) => [.. (await house.StepsAsync(person)).Select(step => step.Kind)];
    }
}

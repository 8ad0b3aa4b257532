using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Policies;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Registration;

/// <summary>
/// Drafts of registrations: begun by accepting the policy, saved while typing, erased after 30 days. Whoever holds the key owns the
/// draft; with any other key it is not found.
/// </summary>
public sealed class Drafts(Store store, Vault vault, Collector collector, TimeProvider clock)
{
    /// <summary>The policy was accepted and the first questions answered: makes a person and a draft. Not a child's: see Guardians.</summary>
    /// <param name="withGuardian">Whoever is not of age says that a parent or guardian reads along.</param>
    /// <returns>The secret for the owner's cookie.</returns>
    /// <exception cref="InvalidOperationException">A child, or a minor who reads alone: the page asks first.</exception>
    public async Task<string> BeginAsync(ShownPolicy shown, AgeBand band, string country, bool withGuardian = false)
    {
        if (band == AgeBand.Child)
        {
            throw new InvalidOperationException("Nothing is kept of a child before a guardian has agreed.");
        }

        if (band == AgeBand.UnderEighteen && !withGuardian)
        {
            throw new InvalidOperationException("Whoever is not of age begins with a parent or guardian.");
        }

        var (key, secret) = DraftKey.Create();
        var person = Person.Create(shown.Language, country);
        var answers = new Answers { AgeBand = band.ToString(), Country = country };

        await using var work = await store.WriteAsync();
        var act = new Act(person.Id, Role.None, work.Now);
        work.Db.Add(person);
        work.Db.Add(PolicyDecision.Accept(person.Id, shown, work.Now, band == AgeBand.UnderEighteen));
        var record = await vault.SealAsync(work, person.Id, answers, For.Registration, act, "registration.begun");
        work.Db.Add(Draft.Begin(person.Id, key, record, work.Now));
        work.Record(act, "registration.begun", person.Id, $"policy {shown.Version} {shown.TextHash[..16]} {shown.Language}");
        if (band == AgeBand.UnderEighteen)
        {
            work.Record(act, "minor.reads-with-guardian", person.Id);
        }

        await work.CommitAsync();
        return secret;
    }

    /// <summary>The policy changed in a major way since the draft was begun, and its owner accepted it anew.</summary>
    /// <returns>False where there is no such draft.</returns>
    public async Task<bool> AcceptAgainAsync(DraftKey key, ShownPolicy shown)
    {
        await using var work = await store.WriteAsync();
        if (await OpenDrafts(work.Db, key, work.Now).FirstOrDefaultAsync() is not { PersonId: { } person })
        {
            return false;
        }

        work.Db.Add(PolicyDecision.Accept(person, shown, work.Now));
        work.Record(new Act(person, Role.None, work.Now), "policy.accepted", person, $"policy {shown.Version} {shown.TextHash[..16]} {shown.Language}");
        await work.CommitAsync();
        return true;
    }

    /// <summary>Recorded without identifying anyone.</summary>
    public async Task RejectAsync(ShownPolicy shown)
    {
        await using var work = await store.WriteAsync();
        work.Db.Add(PolicyDecision.Reject(shown, work.Now.Date));
        await work.CommitAsync();
    }

    /// <summary>The open draft of this key, or null: unknown, submitted, ended, lapsed or handed to another device.</summary>
    public async Task<LoadedDraft?> LoadAsync(DraftKey key)
    {
        await using var db = store.Read();
        var draft = await OpenDrafts(db, key, clock.Now()).AsNoTracking().FirstOrDefaultAsync();
        if (draft?.PersonId is not { } person
            || await vault.OpenAsync<Answers>(person, draft.RecordId, For.Registration) is not Opening<Answers>.Opened opened)
        {
            return null;
        }

        var savedOn = await db.Set<SealedRow>().Where(row => row.Id == draft.RecordId).Select(row => row.SavedOn).FirstAsync();
        return new LoadedDraft(person, opened.Record, opened.Version, savedOn, (await db.LedgerAsync(person)).AnswerTo(For.SensitiveIdentity, clock.Now()), draft.ScanId is not null, draft.ExpiresOn, await PolicyHistory.AcceptedAsync(db, person));
    }

    /// <summary>The draft of this key waits for a guardian.</summary>
    public async Task<bool> AwaitsGuardianAsync(DraftKey key)
    {
        await using var db = store.Read();
        var now = clock.Now();
        return await db.Set<Draft>().AnyAsync(draft => draft.KeyHash == key.Hash && draft.State == DraftState.AwaitsGuardian && draft.ExpiresOn > now);
    }

    /// <summary>
    /// Saves changed answers. Where another tab saved since <paramref name="version"/>, the changes are applied to what it saved; only an
    /// answer that both changed differently is left and named.
    /// </summary>
    /// <param name="stored">
    /// What the caller was told is stored at that version. Nothing needs to be opened then while nobody else saved: half of what a save costs,
    /// and typing is little else than saves.
    /// </param>
    public async Task<DraftSave> SaveAsync(DraftKey key, IReadOnlyList<Change> changes, int version, Answers? stored = null)
    {
        while (await FindAsync(key, version, stored) is { } draft)
        {
            var disputed = draft.Version == version ? []
                : changes.Where(change => draft.Answers[change.Item] != change.Seen && draft.Answers[change.Item] != change.Value).ToList();
            var wanted = changes.Except(disputed).Aggregate(draft.Answers, (answers, change) => answers.With(change.Item, change.Value));
            if (changes.FirstOrDefault(change => !string.IsNullOrEmpty(change.Value) && !Asked.Is(change.Item, wanted)) is { } stray)
            {
                return new DraftSave.NotAsked(stray.Item);
            }

            if ((wanted.AgeBand == nameof(AgeBand.Child)) != (draft.Answers.AgeBand == nameof(AgeBand.Child)))
            {
                // a child comes in by its guardian, and out of it by none of its own answers
                return new DraftSave.NotAsked(Item.AgeBand);
            }

            wanted = Asked.Narrow(wanted);
            var outcome = await WriteAsync(draft, wanted);
            switch (outcome)
            {
                case SaveOutcome.Saved when disputed.Count > 0:
                    return new DraftSave.Disagrees([.. disputed.Select(change => change.Item)], wanted, draft.Version + 1);
                case SaveOutcome.Saved:
                    return new DraftSave.Saved(wanted, draft.Version + 1, clock.Now());
                case SaveOutcome.Conflict:
                    continue;
                case SaveOutcome.Refused:
                    return new DraftSave.NeedsConsent(Item.IdNumber);
                case SaveOutcome.Gone:
                    return new DraftSave.Gone();
            }
        }

        return new DraftSave.Gone();
    }

    /// <summary>The owner drops the registration: everything sealed for it is erased at once.</summary>
    public async Task<bool> DiscardAsync(DraftKey key)
    {
        await using var work = await store.WriteAsync();
        if (await work.Db.Set<Draft>().FirstOrDefaultAsync(draft => draft.KeyHash == key.Hash && (draft.State == DraftState.Open || draft.State == DraftState.AwaitsGuardian))
            is not { PersonId: { } person } draft)
        {
            return false;
        }

        await EndAsync(work, draft, person, new Act(person, Role.None, work.Now), "registration.discarded");
        return true;
    }

    /// <summary>Ends drafts whose time is over. Their records lapsed by the clock; this is the row's part.</summary>
    public async Task LapseAsync(CancellationToken stop)
    {
        await using var db = store.Read();
        var now = clock.Now();
        var over = await db.Set<Draft>().Where(draft => (draft.State == DraftState.Open || draft.State == DraftState.AwaitsGuardian) && draft.ExpiresOn <= now).Select(draft => draft.Id).ToListAsync(stop);
        foreach (var id in over)
        {
            await using var work = await store.WriteAsync(stop);
            var draft = await work.Db.Set<Draft>().FirstAsync(draft => draft.Id == id, stop);
            if (draft is { State: DraftState.Open or DraftState.AwaitsGuardian, PersonId: { } person })
            {
                await EndAsync(work, draft, person, Act.OfSystem(clock), "registration.lapsed");
            }
        }
    }

    /// <summary>By the clock: a scan put late would outlive its draft until the round comes by.</summary>
    internal static IQueryable<Draft> OpenDrafts(SrmDbContext db, DraftKey key, DateTime now) =>
        db.Set<Draft>().Where(draft => draft.KeyHash == key.Hash && draft.State == DraftState.Open && draft.ExpiresOn > now);

    internal async Task EndAsync(Writing work, Draft draft, Guid person, Act act, string cause)
    {
        draft.End();
        foreach (var record in new[] { draft.RecordId, draft.ScanId ?? Guid.Empty }.Where(record => record != Guid.Empty))
        {
            work.End(person, For.Registration, act, cause, record);
        }

        work.End(person, For.SensitiveIdentity, act, cause);
        await Children.LetGoAsync(work, person, act, cause);
        work.Record(act, cause, person);
        await collector.CommitAsync(work, person, act, cause);
    }

    private async Task<Found?> FindAsync(DraftKey key, int version, Answers? stored)
    {
        await using var db = store.Read();
        var draft = await OpenDrafts(db, key, clock.Now()).Join(db.Set<SealedRow>(), draft => draft.RecordId, row => row.Id, (draft, row) => new { draft.PersonId, draft.RecordId, row.Version })
            .FirstOrDefaultAsync();
        return draft?.PersonId is not { } person ? null
            : stored is not null && draft.Version == version ? new Found(person, draft.RecordId, stored, version)
            : await vault.OpenAsync<Answers>(person, draft.RecordId, For.Registration) is Opening<Answers>.Opened opened ? new Found(person, draft.RecordId, opened.Record, opened.Version)
            : null;
    }

    /// <summary>The region follows the country of residence; it is beside the answers because clocks and rules need it without opening them.</summary>
    private async Task<SaveOutcome> WriteAsync(Found draft, Answers wanted)
    {
        if (wanted.IdNumber != draft.Answers.IdNumber && !string.IsNullOrEmpty(wanted.IdNumber) && !await TakesNumbersAsync(draft.Person))
        {
            return SaveOutcome.Refused;
        }

        var outcome = await vault.SaveAsync(draft.Person, draft.Record, draft.Version, wanted, For.Registration);
        if (outcome == SaveOutcome.Saved && wanted.Country != draft.Answers.Country)
        {
            await store.UpdateAsync(main => main.Set<Person>().Where(person => person.Id == draft.Person)
                .ExecuteUpdateAsync(set => set.SetProperty(person => person.Region, wanted.Country ?? "")));
        }

        return outcome;
    }

    /// <summary>The vault leaves what was typed before a change of the consent; nothing is added to it before the answer.</summary>
    private async Task<bool> TakesNumbersAsync(Guid person)
    {
        await using var db = store.Read();
        return (await db.LedgerAsync(person)).AnswerTo(For.SensitiveIdentity, clock.Now()) == true;
    }

    private sealed record Found(Guid Person, Guid Record, Answers Answers, int Version);
}

using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Data.Audit;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Consents;

/// <summary>
/// The one way in which consents come into being: first the notice that is shown, then the decision about it, with its line in the purpose
/// ledger and its digest in the audit chain. Whether the actor may decide is asked by whoever calls.
/// </summary>
public sealed class ConsentBook(IEnumerable<ConsentListener> listeners)
{
    /// <summary>Writes down that the notice is put before the person, within the caller's transaction.</summary>
    /// <returns>The id that a decision names.</returns>
    public async Task<Guid> ServeAsync(Writing work, Guid person, Notice notice, string surface)
    {
        var served = NoticeServed.Of(person, notice, surface, work.Now);
        if (!await work.Db.Set<NoticeText>().AnyAsync(text => text.Hash == notice.Hash) && work.Db.Set<NoticeText>().Local.All(text => text.Hash != notice.Hash))
        {
            work.Db.Add(NoticeText.Of(notice));
        }

        work.Db.Add(served);
        return served.Id;
    }

    /// <summary>The notice about this purpose that was last put before this person.</summary>
    public async Task<Guid?> LastServedAsync(SrmDbContext db, Guid person, Purpose purpose) =>
        await db.Set<NoticeServed>().Where(notice => notice.PersonId == person && notice.Purpose == purpose.Key).OrderByDescending(notice => notice.On).ThenByDescending(notice => notice.Id)
            .Select(notice => (Guid?)notice.Id).FirstOrDefaultAsync();

    /// <summary>The notice that the last consent to this purpose was given to; null where the last word was a no, or none.</summary>
    public async Task<Notice?> BehindAsync(SrmDbContext db, Guid person, Purpose purpose)
    {
        var text = await Consents(db, person, purpose)
            .Join(db.Set<NoticeServed>(), one => one.NoticeId, served => served.Id, (_, served) => served.TextHash)
            .Join(db.Set<NoticeText>(), hash => hash, text => text.Hash, (_, text) => text.Text).FirstOrDefaultAsync();
        return text is null ? null : Notice.Read(text);
    }

    /// <summary>The same by its id, for whoever takes the consent back without being shown another notice.</summary>
    public async Task<Guid?> IdBehindAsync(SrmDbContext db, Guid person, Purpose purpose) =>
        await Consents(db, person, purpose).Select(one => (Guid?)one.NoticeId).FirstOrDefaultAsync();

    /// <summary>What a yes or a no makes of a consent. Where it stands as it is and nothing has changed since, a yes leaves nothing to decide.</summary>
    public static ConsentState StateOf(bool agreed, bool given) => (agreed, given) switch
    {
        (true, true) => ConsentState.Renewed,
        (true, false) => ConsentState.Given,
        (false, true) => ConsentState.Withdrawn,
        (false, false) => ConsentState.Refused,
    };

    /// <summary>
    /// Writes a decision about one purpose, within the caller's transaction. What is decided already is not decided again: a double click is
    /// one event. Nobody agrees to a change by a notice from before it, and a separate consent (PIPL 14) is an act of its own: no transaction gives two.
    /// </summary>
    /// <param name="served">The notice shown to this person about this purpose.</param>
    /// <returns>Null where nothing was left to decide.</returns>
    /// <exception cref="InvalidOperationException">The purpose rests on no consent, no such notice was shown to this person, or another separate consent is given by the same act.</exception>
    public async Task<ConsentEvent?> RecordAsync(Writing work, Guid person, Purpose purpose, ConsentState state, Guid served, Act act)
    {
        if (!purpose.ByConsent || await ServedAsync(work.Db, served) is not { } notice || notice.PersonId != person || notice.Purpose != purpose.Key)
        {
            throw new InvalidOperationException($"Nothing about {purpose} was shown that could be decided.");
        }

        var ledger = await work.Db.LedgerAsync(person);
        if (!Follows(state, ledger, purpose, act.On)
            || (state is ConsentState.Given or ConsentState.Renewed && await work.Db.Set<PurposeRevision>().AnyAsync(revision => revision.Purpose == purpose.Key && revision.On > notice.On)))
        {
            return null;
        }

        if (IsSeparate(purpose.Key, state) && work.Db.Set<ConsentEvent>().Local.FirstOrDefault(one => one.PersonId == person && IsSeparate(one.Purpose, one.State)) is { } other)
        {
            throw new InvalidOperationException($"{purpose} is asked by itself, and not together with {other.Purpose}.");
        }

        var cause = $"consent.{state}".ToLowerInvariant();
        var decision = ConsentEvent.Of(person, purpose, state, notice, act);
        work.Db.Add(decision);
        WriteLedger(work, person, purpose, state, ledger, act, cause);
        work.Record(act, cause, person, $"{decision.Id:N} {purpose} {decision.Digest(notice.TextHash)}");
        work.Announce(Topics.Person(person));
        foreach (var listener in listeners)
        {
            await listener.Decided(work, decision, act);
        }

        return decision;
    }

    /// <summary>The decisions that the audit chain knows otherwise, or not at all, or that are missing.</summary>
    public static async Task<IReadOnlyList<Guid>> ForgedAsync(SrmDbContext db, CancellationToken stop = default)
    {
        var audited = new Dictionary<Guid, string>();
        await foreach (var detail in db.Set<AuditEntry>().Where(entry => entry.Action.StartsWith("consent.")).OrderBy(entry => entry.Number).Select(entry => entry.Detail).AsAsyncEnumerable().WithCancellation(stop))
        {
            if (detail.Split(' ') is [var id, _, var digest] && Guid.TryParseExact(id, "N", out var decision))
            {
                audited[decision] = digest;
            }
        }

        var forged = new List<Guid>();
        var kept = db.Set<ConsentEvent>().AsNoTracking().Join(db.Set<NoticeServed>(), decision => decision.NoticeId, notice => notice.Id, (decision, notice) => new { Decision = decision, notice.TextHash });
        await foreach (var one in kept.AsAsyncEnumerable().WithCancellation(stop))
        {
            if (!audited.Remove(one.Decision.Id, out var digest) || digest != one.Decision.Digest(one.TextHash))
            {
                forged.Add(one.Decision.Id);
            }
        }

        return [.. forged, .. audited.Keys];
    }

    private static IQueryable<ConsentEvent> Consents(SrmDbContext db, Guid person, Purpose purpose) =>
        db.Set<ConsentEvent>().Where(one => one.PersonId == person && one.Purpose == purpose.Key).OrderByDescending(one => one.Number).Take(1)
            .Where(one => one.State == ConsentState.Given || one.State == ConsentState.Renewed);

    private static bool IsSeparate(string purpose, ConsentState state) =>
        state is ConsentState.Given or ConsentState.Renewed && For.Known.Any(known => known.Key == purpose && known.Basis == Basis.SeparateConsent);

    private static bool Follows(ConsentState state, Ledger ledger, Purpose purpose, DateTime now) => state switch
    {
        ConsentState.Given => !ledger.IsGiven(purpose, now),
        ConsentState.Refused => !ledger.IsGiven(purpose, now),
        ConsentState.Withdrawn => ledger.IsGiven(purpose, now),
        ConsentState.Renewed => ledger.IsGiven(purpose, now) && ledger.IsPaused(purpose),
    };

    private static void WriteLedger(Writing work, Guid person, Purpose purpose, ConsentState state, Ledger ledger, Act act, string cause)
    {
        switch (state)
        {
            case ConsentState.Given:
                work.Begin(person, purpose, act, cause);
                break;
            case ConsentState.Renewed:
                work.Renew(person, purpose, act, cause);
                break;
            case ConsentState.Withdrawn:
                foreach (var record in ledger.Spells(purpose, act.On))
                {
                    work.End(person, purpose, act, cause, record);
                }

                break;
            case ConsentState.Refused:
                break;
        }
    }

    private static async Task<NoticeServed?> ServedAsync(SrmDbContext db, Guid id) =>
        db.Set<NoticeServed>().Local.FirstOrDefault(notice => notice.Id == id) ?? await db.Set<NoticeServed>().AsNoTracking().FirstOrDefaultAsync(notice => notice.Id == id);
}

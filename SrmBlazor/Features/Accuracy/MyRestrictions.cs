using SrmBlazor.Data;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Accuracy;

/// <summary>Why something is to be set aside (GDPR 18(1), 21).</summary>
public enum RestrictionGround
{
    /// <summary>It may be wrong: set aside at once, until somebody has looked.</summary>
    Accuracy,

    /// <summary>The person objects to its use: set aside at once, until it is seen whose reasons weigh more.</summary>
    Objection,

    /// <summary>Its use breaks the law, and the person does not want it deleted.</summary>
    Unlawful,

    /// <summary>We need it no longer, the person needs it for a claim.</summary>
    OwnClaim,
}

/// <summary>One record that can be set aside, or is.</summary>
/// <param name="Because">References of the requests for which it is set aside; empty where it is not.</param>
public sealed record Restrictable(Guid Record, string Kind, IReadOnlyList<string> Because)
{
    public bool IsSetAside => Because.Count > 0;
}

/// <summary>A supplier has records of their own set aside, and ends that. The person is always the one who acts.</summary>
public sealed class MyRestrictions(Store store, Vault vault, RequestBook book)
{
    /// <summary>All that is held and may be set aside, or is.</summary>
    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public async Task<IReadOnlyList<Restrictable>> ListAsync(Act act)
    {
        act.Demand(Role.Supplier);
        await using var db = store.Read();
        var ledger = await db.LedgerAsync(act.Who);
        var held = await vault.OpenEverythingAsync(act.Who, For.Access, _ => false);
        return [.. held.Where(holding => IsFree(holding.Kind) || ledger.IsRestricted(holding.Id)).Select(holding => new Restrictable(holding.Id, holding.Kind.Name, Dispute.ReferencesOf(ledger, holding.Id)))];
    }

    /// <summary>Asks for a restriction. What may be wrong, or is objected to, is set aside in the same save; the rest once it is decided.</summary>
    /// <param name="words">What the chosen records are called, in the person's language.</param>
    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public async Task<RequestResult> SubmitAsync(IReadOnlyCollection<Guid> records, RestrictionGround ground, string words, string text, Act act)
    {
        act.Demand(Role.Supplier);
        if (RequestBook.FaultOf($"{words}\n\n{text}") is { } fault || string.IsNullOrWhiteSpace(text))
        {
            return new RequestResult.Invalid(string.IsNullOrWhiteSpace(text) ? RequestFault.NoText : RequestFault.TextTooLong);
        }

        var chosen = (await ListAsync(act)).Select(one => one.Record).Where(records.Contains).ToList();
        if (chosen.Count == 0)
        {
            return new RequestResult.Invalid(RequestFault.NothingHeld);
        }

        await using var work = await store.WriteAsync();
        var on = act with { On = work.Now };
        var kind = ground == RestrictionGround.Objection ? RequestKind.Objection : RequestKind.Restrict;
        var request = await book.OpenAsync(work, new Asked(act.Who, kind, RequestChannel.Dashboard, RequestClock.Today(on.On), $"{words}\n\n{text}", Proved: true), on);
        if (ground is RestrictionGround.Accuracy or RestrictionGround.Objection)
        {
            Dispute.Open(work, act.Who, chosen, request.Reference, on);
        }

        await book.CommitAsync(work, request, on);
        return new RequestResult.Done(request.Reference, request.Stamp);
    }

    /// <summary>The person wants a record used again, whatever it was set aside for.</summary>
    /// <returns>False where it is not theirs or not set aside.</returns>
    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public async Task<bool> EndAsync(Guid record, Act act)
    {
        act.Demand(Role.Supplier);
        await using var work = await store.WriteAsync();
        var on = act with { On = work.Now };
        var ledger = await work.Db.LedgerAsync(act.Who);
        if (!ledger.IsRestricted(record))
        {
            return false;
        }

        foreach (var cause in Dispute.CausesOf(ledger, record))
        {
            work.Release(act.Who, record, on, cause);
        }

        work.Record(on, "record.released", act.Who, $"{record:N}");
        work.Announce(Topics.Person(act.Who));
        await work.CommitAsync();
        return true;
    }

    private static bool IsFree(RecordKind kind) => !kind.Transient && RequestDecisions.MayBeSetAside(kind.Name);
}

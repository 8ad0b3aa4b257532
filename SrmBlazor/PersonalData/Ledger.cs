using SrmBlazor.PersonalData.Map;

namespace SrmBlazor.PersonalData;

/// <summary>
/// A person's purpose ledger, read. What is live is worked out from the lines and the clock at each opening, not by a sweep.
/// </summary>
/// <param name="lines">Of one person, in order.</param>
/// <param name="revised">The last line of the whole ledger when a purpose was last revised, by the purpose's key.</param>
public sealed class Ledger(IReadOnlyList<PurposeEvent> lines, IReadOnlyDictionary<string, long>? revised = null)
{
    public IReadOnlyList<PurposeEvent> Lines => lines;

    /// <summary>May the purpose be named now, for this record or for all it covers?</summary>
    public bool IsLive(Purpose purpose, Guid? record, DateTime now) => Lasts(purpose, record, now) && !IsPaused(purpose);

    /// <summary>Has it begun and not ended, paused or not?</summary>
    public bool Lasts(Purpose purpose, Guid? record, DateTime now) => EndOf(purpose, record) is { } end && now < end;

    /// <summary>Has a consent been given and not taken back: for all the purpose covers, or for one record of it?</summary>
    public bool IsGiven(Purpose purpose, DateTime now) => Spells(purpose, now).Any();

    /// <summary>What of a purpose has begun and not ended: records, and null for the purpose as a whole.</summary>
    public IEnumerable<Guid?> Spells(Purpose purpose, DateTime now) =>
        lines.Where(line => line.Purpose == purpose.Key).Select(line => line.RecordId).Distinct().Where(record => Lasts(purpose, record, now));

    /// <summary>What was consented to has changed since, and the person has not answered yet.</summary>
    public bool IsPaused(Purpose purpose) =>
        purpose.ByConsent && revised?.TryGetValue(purpose.Key, out var after) == true
        && !lines.Any(line => line.Purpose == purpose.Key && line.RecordId is null && line.Change is (PurposeChange.Began or PurposeChange.Renewed) && line.IsAfter(after));

    /// <summary>The answer that stands to what the purpose is now: null where none was asked, or where what was agreed to has changed since.</summary>
    public bool? AnswerTo(Purpose purpose, DateTime now) =>
        !IsGiven(purpose, now) ? lines.Any(line => line.Purpose == purpose.Key) ? false : null
        : IsPaused(purpose) ? null : true;

    /// <summary>The ledger as it would be with these lines too.</summary>
    internal Ledger With(IEnumerable<PurposeEvent> more) => new([.. lines, .. more], revised);

    /// <summary>
    /// Until when the purpose holds the record: null for "not at all", <see cref="DateTime.MaxValue"/> for "while it lasts". Whether
    /// it may hold without a consent it needs is asked by <see cref="HoldsOf"/>.
    /// </summary>
    public DateTime? HeldUntil(Purpose purpose, Guid record, DateTime now)
    {
        if (purpose.OnlyUses || EndOf(purpose, record) is not { } ended)
        {
            return null;
        }

        if (ended == DateTime.MaxValue)
        {
            return ended;
        }

        var until = purpose.Retention == Retention.None ? ended : purpose.Retention.Until(ended);
        return now < until ? until : null;
    }

    /// <summary>What holds a record of this kind now, each with its end.</summary>
    public IEnumerable<Hold> HoldsOf(RecordKind kind, Guid record, DateTime now) =>
        kind.Holders.Where(purpose => IsConsentedTo(kind, purpose, now)).Select(purpose => (Purpose: purpose, Until: HeldUntil(purpose, record, now)))
            .Where(hold => hold.Until is not null).Select(hold => new Hold(hold.Purpose, hold.Until!.Value));

    /// <summary>
    /// A separate consent taken back leaves nothing for the purposes that relied on it, only for those that a law makes keep their records
    /// (PIPL 47). A draft is typed before the consent is asked.
    /// </summary>
    private bool IsConsentedTo(RecordKind kind, Purpose holder, DateTime now) =>
        kind.Transient || holder.ByLaw || holder.Retention != Retention.None
        || kind.Items.All(item => item.Consent is null || Lasts(item.Consent, null, now));

    /// <summary>A guardian's consent is missing or was withdrawn: a child was found, or the guardian thought otherwise.</summary>
    public bool IsClosed => lines.LastOrDefault(line => line.Purpose == For.ChildData.Key)?.Change == PurposeChange.Ended;

    public bool IsRestricted(Guid record) =>
        lines.LastOrDefault(line => line.RecordId == record && line.Change is (PurposeChange.Restricted or PurposeChange.Released))
            ?.Change == PurposeChange.Restricted;

    /// <summary>
    /// When the latest spell ends or ended: at the first end after it began or when its term is over, whichever is earlier, so that a
    /// second end never lengthens what is kept. <see cref="DateTime.MaxValue"/> while it lasts; null where it never began.
    /// </summary>
    private DateTime? EndOf(Purpose purpose, Guid? record)
    {
        var scope = purpose.PerRecord ? record : null;
        DateTime? ended = null;
        for (var i = lines.Count - 1; i >= 0; i--)
        {
            var line = lines[i];
            // one record may be let go although the purpose goes on for all others
            if (line.Purpose != purpose.Key || line.RecordId != scope && (line.RecordId != record || line.Change != PurposeChange.Ended))
            {
                continue;
            }

            if (line.Change == PurposeChange.Ended)
            {
                ended = line.On;
            }
            else if (line.Change == PurposeChange.Began)
            {
                var lapses = purpose.Term is { } term ? line.On + term : DateTime.MaxValue;
                return ended < lapses ? ended : lapses;
            }
        }

        return null;
    }
}

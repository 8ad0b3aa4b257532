namespace SrmBlazor.PersonalData;

/// <summary>
/// A person's purpose ledger, read. What is live is worked out from the lines and the clock at each opening, not by a sweep.
/// </summary>
public sealed class Ledger(IReadOnlyList<PurposeEvent> lines)
{
    public IReadOnlyList<PurposeEvent> Lines => lines;

    /// <summary>May the purpose be named now, for this record or for all it covers?</summary>
    public bool IsLive(Purpose purpose, Guid? record, DateTime now) => EndOf(purpose, record) is { } end && now < end;

    /// <summary>Until when the purpose holds the record: null for "not at all", <see cref="DateTime.MaxValue"/> for "while it lasts".</summary>
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

    public bool Holds(Purpose purpose, Guid record, DateTime now) => HeldUntil(purpose, record, now) is not null;

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
            if (line.Purpose != purpose.Key || line.RecordId != scope)
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

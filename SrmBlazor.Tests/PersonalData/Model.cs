using SrmBlazor.PersonalData.Map;

namespace SrmBlazor.PersonalData;

internal sealed record Line(Guid Person, Purpose Purpose, Guid? Record, PurposeChange Change, DateTime On);

/// <param name="Doomed">The intent to erase it is committed and not yet carried out.</param>
internal sealed record Held(Guid Id, Guid Person, RecordKind Kind, string Value, int Version, bool Doomed = false);

internal enum Answer
{
    Opened,
    Erased,
    Refused,
    NeverHeld,
}

/// <summary>
/// What the heart promises, said naively: spells of purposes as intervals, records in a dictionary, the erased in a set that no restore
/// touches. It shares no code with the ledger or the collector.
/// </summary>
internal sealed class Model
{
    public List<Line> Lines { get; private init; } = [];

    public Dictionary<Guid, Held> Rows { get; private init; } = [];

    /// <summary>Tombstones: they outlive every restore of the main store.</summary>
    public HashSet<Guid> Erased { get; private init; } = [];

    /// <summary>The main store as a backup has it; the erased belong to the key store and are shared.</summary>
    public Model BackUp() => new() { Lines = [.. Lines], Rows = new(Rows), Erased = Erased };

    public IEnumerable<Held> Living => Rows.Values.Where(row => !row.Doomed && !Erased.Contains(row.Id));

    public bool IsLive(Guid person, Purpose purpose, Guid? record, DateTime now) =>
        Spells(person, purpose, record).Any(spell => spell.Began <= now && now < spell.Ended);

    public bool IsHeld(Held row, DateTime now) =>
        row.Kind.Holders.Any(purpose => MayHold(row, purpose, now) && Spells(row.Person, purpose, row.Id).Any(spell => now < spell.Ended || now < Kept(purpose, spell.Ended)));

    /// <summary>Without the separate consent nothing holds a scan but the archive, which the law demands.</summary>
    private bool MayHold(Held row, Purpose purpose, DateTime now) =>
        row.Kind.Name != "scan" || purpose == Why.Archive || IsLive(row.Person, Why.Separate, null, now);

    /// <summary>What nothing holds is doomed.</summary>
    public void Collect(Guid person, DateTime now)
    {
        foreach (var row in Living.Where(row => row.Person == person && !IsHeld(row, now)).ToList())
        {
            Rows[row.Id] = row with { Doomed = true };
        }
    }

    /// <summary>Erasures are carried out.</summary>
    public void CarryOut() => Erased.UnionWith(Rows.Values.Where(row => row.Doomed).Select(row => row.Id));

    public bool MayOpen(Held row, Purpose purpose, DateTime now)
    {
        var restricted = Lines.FindLast(line => line.Record == row.Id && line.Change is PurposeChange.Restricted or PurposeChange.Released);
        if (restricted is { Change: PurposeChange.Restricted } && !purpose.OpensRestricted)
        {
            return false;
        }

        return purpose == For.Access ? IsHeld(row, now) : row.Kind.Holders.Contains(purpose) && IsLive(row.Person, purpose, row.Id, now);
    }

    public bool HasConsent(Held row, Purpose purpose, DateTime now) =>
        purpose.Basis == Basis.LegalDuty || row.Kind.Name != "scan" || IsLive(row.Person, Why.Separate, null, now);

    public Answer Open(Guid record, Purpose purpose, DateTime now) =>
        !Rows.TryGetValue(record, out var row) ? Answer.NeverHeld
        : Erased.Contains(record) || row.Doomed ? Answer.Erased
        : MayOpen(row, purpose, now) && HasConsent(row, purpose, now) ? Answer.Opened
        : Answer.Refused;

    private static DateTime Kept(Purpose purpose, DateTime ended) =>
        purpose == Why.Books ? ended.AddDays(20)
        : purpose == Why.Archive && ended < DateTime.MaxValue ? new DateTime(ended.Year + 1, 1, 6, 0, 0, 0, DateTimeKind.Utc)
        : ended;

    private IEnumerable<(DateTime Began, DateTime Ended)> Spells(Guid person, Purpose purpose, Guid? record)
    {
        var mine = Lines.Where(line => line.Person == person && line.Purpose == purpose && line.Record == (purpose.PerRecord ? record : null)).ToList();
        for (var i = 0; i < mine.Count; i++)
        {
            if (mine[i].Change == PurposeChange.Began)
            {
                var ended = mine.Skip(i).FirstOrDefault(line => line.Change == PurposeChange.Ended)?.On ?? DateTime.MaxValue;
                var lapses = purpose.Term is { } term ? mine[i].On + term : DateTime.MaxValue;
                yield return (mine[i].On, ended < lapses ? ended : lapses);
            }
        }
    }
}

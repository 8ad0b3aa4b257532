using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Screening.Cases;

public enum ScreeningState
{
    /// <summary>Nothing was found, or people cleared all that was.</summary>
    Cleared,
    UnderReview,

    /// <summary>Two people decide: too many hits, an embargoed region, or somebody was in doubt.</summary>
    Escalated,
    Confirmed,
}

/// <summary>The screening of one person and all hits there ever were. What it says of the person leads to them only through <see cref="ScreenedPerson"/>.</summary>
public sealed partial class ScreeningCase
{
    public const int ReferenceLength = 13;

    /// <summary>What a reference begins with.</summary>
    public const string Prefix = "SCR-";

    private const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private readonly List<ScreeningEvent> events = [];

    private ScreeningCase()
    {
    }

    public Guid Id { get; private init; }

    public ScreenedPerson Subject { get; private init; } = default!;

    /// <summary>What people quote: <c>SCR-7K3M-Q2XD</c>. Random.</summary>
    public string Reference { get; private init; } = "";

    public ScreeningState State { get; private set; }

    /// <summary>What the person was last compared with. A clearing is good for it alone.</summary>
    public Guid BasisId { get; private set; }

    /// <summary>Which records, in which versions, were compared: <see cref="PersonWords"/>.</summary>
    public string Mark { get; private set; } = "";

    /// <summary>Keyed hash of what was compared.</summary>
    public string Compared { get; private set; } = "";

    /// <summary>The sealed file.</summary>
    public Guid FileId { get; private set; }

    /// <summary>Place of the words in the file.</summary>
    public int Words { get; private set; }

    public DateTime ScreenedOn { get; private set; }

    /// <summary>Of the hits that wait or are confirmed; 0 where there are none.</summary>
    public double BestScore { get; private set; }

    public int OpenHits { get; private set; }

    /// <summary>Since when somebody has to look; of a cleared case when it was cleared.</summary>
    public DateTime Since { get; private set; }

    public Guid? HolderId { get; private set; }

    /// <summary>Nobody is screened by it any more.</summary>
    public bool IsEnded { get; private set; }

    /// <summary>Changes with every step; a writer names the one it saw.</summary>
    public Guid Stamp { get; private set; }

    public List<ScreeningHit> Hits { get; } = [];

    public IReadOnlyList<ScreeningEvent> Events => events;

    public static ScreeningCase Begin(Guid person, Act act)
    {
        var id = Guid.CreateVersion7();
        var letters = RandomNumberGenerator.GetString(Alphabet, 8);
        return new ScreeningCase { Id = id, Subject = ScreenedPerson.Of(id, person, act.On), Reference = $"{Prefix}{letters[..4]}-{letters[4..]}", Since = act.On };
    }

    internal void KeepIn(Guid file) => FileId = file;

    /// <summary>Takes in what a comparison found. Hits of entries that <paramref name="covers"/> names and that were not found again close.</summary>
    /// <param name="covers">By the entry's hash: everything after a full comparison, what is new of the lists after a delta.</param>
    /// <param name="listed">By the entry's hash: whether a list still has it.</param>
    /// <param name="limits">More open hits than it says escalate at once, and from its score on one person is not enough.</param>
    /// <returns>The hits whose evidence is new.</returns>
    internal IReadOnlyList<(ScreeningHit Hit, Found Found)> Take(Screened screened, Func<string, bool> covers, Func<string, bool> listed, CaseOptions limits, Act act)
    {
        var otherWords = Compared.Length > 0 && Compared != screened.Compared;
        (BasisId, Mark, Compared, Words, ScreenedOn) = (screened.Basis.Id, screened.Mark, screened.Compared, screened.Words, act.On);
        events.Add(ScreeningEvent.Screened(this, screened.Basis.Id, screened.Cause, screened.Words, act));
        List<(ScreeningHit, Found)> news = [];
        HashSet<string> met = new(StringComparer.Ordinal);
        foreach (var (found, sides) in screened.Found)
        {
            met.Add(sides.Entry);
            if (Hits.FirstOrDefault(hit => hit.Entry == sides.Entry) is not { } known)
            {
                known = ScreeningHit.Of(this, found, sides, act.On);
                Hits.Add(known);
                news.Add((known, found));
                Note(ScreeningEventKind.Found, known, act);
                NoteIf(known.State == HitState.Escalated, ScreeningEventKind.Escalated, known, act);
            }
            else if (known.State is var was && known.Meet(found, sides, limits.TwoPeopleFrom, act.On) is { } step)
            {
                news.Add((known, found));
                Note(step.Kind, known, act, step.Change);
                NoteIf(known.State == HitState.Escalated && was != HitState.Escalated, ScreeningEventKind.Escalated, known, act);
            }
        }

        foreach (var gone in Hits.Where(hit => hit.State != HitState.Closed && !met.Contains(hit.Entry) && covers(hit.Entry)).ToList())
        {
            var change = otherWords ? HitChange.Person : gone.Engine != screened.Basis.Engine ? HitChange.Engine : gone.Kind == HitKind.Region || listed(gone.Entry) ? HitChange.Entry : HitChange.Removed;
            if (gone.Vanish(act.On) is { } step)
            {
                Note(step, gone, act, change);
                NoteIf(gone.State == HitState.Escalated, ScreeningEventKind.Escalated, gone, act);
            }
        }

        if (Hits.Count(hit => hit.IsOpen) > limits.TooMany)
        {
            foreach (var hit in Hits.Where(hit => hit.State == HitState.Open))
            {
                hit.Escalate(Guid.Empty);
                Note(ScreeningEventKind.Escalated, hit, act);
            }
        }

        Settle(act);
        return news;
    }

    /// <summary>One step for some of the hits.</summary>
    internal void Each(IEnumerable<ScreeningHit> hits, Func<ScreeningHit, ScreeningEventKind> decide, int? note, Act act)
    {
        foreach (var hit in hits)
        {
            // what was returned has no reason any more, and what is escalated has none yet
            var before = hit.Reason;
            var kind = decide(hit);
            events.Add(ScreeningEvent.Of(this, kind, act, hit, hit.Reason ?? before, filed: note));
            IsContested &= kind != ScreeningEventKind.Overturned;
        }

        Settle(act);
    }

    /// <summary>A step about the case as a whole.</summary>
    internal void Step(ScreeningEventKind kind, Act act, int? filed = null)
    {
        events.Add(ScreeningEvent.Of(this, kind, act, filed: filed));
        IsContested = kind == ScreeningEventKind.Contested || IsContested && kind != ScreeningEventKind.Upheld;
        // another one gives the answer
        HolderId = kind == ScreeningEventKind.AnswerProposed && HolderId == act.Who ? null : HolderId;
        Pass(act);
    }

    /// <summary>Everybody is compared anew, and this person cannot be. Nothing of the case changes.</summary>
    internal void LeaveOut(Act act) => events.Add(ScreeningEvent.Of(this, ScreeningEventKind.LeftOut, act));

    internal void End(Act act)
    {
        (IsEnded, Subject.EndedOn, HolderId) = (true, act.On, null);
        Step(ScreeningEventKind.Ended, act);
    }

    /// <summary>The state that the hits make.</summary>
    internal static ScreeningState StateOf(IReadOnlyCollection<HitState> hits) =>
        hits.Contains(HitState.Confirmed) ? ScreeningState.Confirmed
        : hits.Contains(HitState.Escalated) ? ScreeningState.Escalated
        : hits.Contains(HitState.Open) ? ScreeningState.UnderReview : ScreeningState.Cleared;

    private void Settle(Act act)
    {
        var (was, now) = (State, StateOf([.. Hits.Select(hit => hit.State)]));
        (State, OpenHits) = (now, Hits.Count(hit => hit.IsOpen));
        // who confirmed is forgotten with what they confirmed: they must not be the ones to answer
        IsContested &= now == ScreeningState.Confirmed;
        BestScore = Hits.Where(hit => hit.IsOpen || hit.State == HitState.Confirmed).Select(hit => hit.Score).DefaultIfEmpty(0).Max();
        if (was == ScreeningState.Cleared != (now == ScreeningState.Cleared))
        {
            (Since, HolderId) = (act.On, now == ScreeningState.Cleared ? null : HolderId);
        }

        Pass(act);
    }

    private void Note(ScreeningEventKind kind, ScreeningHit hit, Act act, HitChange? change = null) => events.Add(ScreeningEvent.Of(this, kind, act, hit, change: change));

    private void NoteIf(bool escalated, ScreeningEventKind kind, ScreeningHit hit, Act act)
    {
        if (escalated)
        {
            Note(kind, hit, act);
        }
    }

    public sealed class Mapping : IEntityTypeConfiguration<ScreeningCase>
    {
        public void Configure(EntityTypeBuilder<ScreeningCase> builder)
        {
            builder.ToTable("ScreeningCases");
            builder.Property(one => one.Id).ValueGeneratedNever();
            builder.Property(one => one.Reference).HasMaxLength(ReferenceLength);
            builder.Property(one => one.Mark).HasMaxLength(64);
            builder.Property(one => one.Compared).HasMaxLength(ScreeningHashes.Length);
            builder.Property(one => one.Stamp).IsConcurrencyToken();
            builder.Ignore(one => one.IsWaiting);
            builder.HasOne(one => one.Subject).WithOne().HasForeignKey<ScreenedPerson>(subject => subject.Id).OnDelete(DeleteBehavior.Restrict);
            builder.HasMany(one => one.Hits).WithOne().HasForeignKey(hit => hit.CaseId).OnDelete(DeleteBehavior.Restrict);
            builder.HasMany(one => one.Events).WithOne().HasForeignKey(step => step.CaseId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<ScreeningBasis>().WithMany().HasForeignKey(one => one.BasisId).OnDelete(DeleteBehavior.Restrict);
            builder.Navigation(one => one.Events).HasField("events").UsePropertyAccessMode(PropertyAccessMode.Field);
            builder.HasIndex(one => one.Reference).IsUnique();
            builder.HasIndex(one => new { one.IsEnded, one.State, one.Since, one.Id });
            builder.HasIndex(one => new { one.IsEnded, one.BasisId, one.Id });
            // the board reads those of one turn in their order, and of one pair of hands
            builder.HasIndex(one => new { one.Turn, one.RaisedOn, one.Id });
            builder.HasIndex(one => new { one.Turn, one.HolderId, one.RaisedOn, one.Id });
        }
    }
}

/// <summary>One comparison of one person, ready to be taken in.</summary>
/// <param name="Words">Place in the file.</param>
internal sealed record Screened(ScreeningBasis Basis, ScreeningCause Cause, string Mark, string Compared, int Words, IReadOnlyList<(Found Found, Sides Sides)> Found)
{
    public override string ToString() => Cause.ToString();
}

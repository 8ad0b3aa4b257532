using System.Globalization;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.RightsRequests;

/// <summary>What is known of a request on the day it is written down.</summary>
/// <param name="ReceivedOn">The day it arrived, by letter perhaps days ago: the clock starts there.</param>
/// <param name="MessageId">The sealed text of the request; null where an account is closed by its page and nobody wrote anything.</param>
/// <param name="ContactId">The sealed <see cref="RequestContact"/> of who has no account.</param>
public sealed record NewRequest(Guid Person, RequestKind Kind, string Region, string Language, RequestChannel Channel, DateOnly ReceivedOn, Guid? MessageId, Guid? ContactId = null)
{
    /// <summary>An open request of the same person and kind.</summary>
    public Guid? Twin { get; init; }

    /// <summary>The request that it complains about.</summary>
    public Guid? About { get; init; }

    /// <summary>The account is to be closed only after a time to think.</summary>
    public bool Cooling { get; init; }

    public int AppealDays { get; init; } = 60;
}

/// <summary>
/// A request of a person about their data, from the day it arrives until nothing of it is open. It guards its own way: what
/// <see cref="RequestWay"/> does not allow throws. What anybody wrote is in sealed records; here are codes, days and ids.
/// </summary>
public sealed partial class RightsRequest : IHandled
{
    public const int RegionLength = Person.RegionLength;
    public const int VersionLength = 16;

    private readonly List<RequestEvent> events = [];
    private readonly List<ClockPause> pauses = [];
    private readonly List<RequestDecision> decisions = [];

    private RightsRequest()
    {
    }

    /// <summary>Three years after it was closed the row leads to nobody.</summary>
    public static Handling Handling { get; } = Handling.WithTerm<RightsRequest>(For.Accountability, new Retention(3, 0), nameof(ClosedOn),
        nameof(Number), nameof(Kind), nameof(Region), nameof(Language), nameof(Channel), nameof(ReceivedOn), nameof(RecordedOn), nameof(State), nameof(Stage), nameof(Assignee), nameof(TwinId),
        nameof(AboutId), nameof(ContactId), nameof(IdentityProvedOn), nameof(ClearOn), nameof(ClockFrom), nameof(ExtendedOn), nameof(DueOn), nameof(LimitOn), nameof(IsProvisional),
        nameof(AskedOn), nameof(Reminders), nameof(CoolsUntil), nameof(WantsCooling), nameof(ProposedOutcome), nameof(ProposedGround), nameof(ProposedBy), nameof(ProposedMessageId),
        nameof(ProposedRoute), nameof(ReviewedBy), nameof(LetterId), nameof(Tries), nameof(AppealDays), nameof(AppealUntil), nameof(Turns), nameof(Stamp),
        nameof(LookOn), nameof(ReckonedBy));

    public Guid Id { get; private init; }

    public Guid? PersonId { get; private set; }

    /// <summary>Counts up; see <see cref="Reference"/>.</summary>
    public long Number { get; private init; }

    /// <summary>What people quote: <c>REQ-01234</c>.</summary>
    public string Reference => ReferenceOf(Number);

    public RequestKind Kind { get; private init; }

    public string Region { get; private init; } = "";

    public string Language { get; private init; } = "";

    public RequestChannel Channel { get; private init; }

    public DateOnly ReceivedOn { get; private init; }

    public DateTime RecordedOn { get; private init; }

    public RequestState State { get; private set; }

    /// <summary>Whose turn it is, by the state: the board asks for it by index.</summary>
    public RequestStage Stage { get; private set; }

    /// <summary>The member of staff who has it in hand.</summary>
    public Guid? Assignee { get; private set; }

    /// <summary>An open request of the same person and kind: linked, never refused for it, and each keeps its clock.</summary>
    public Guid? TwinId { get; private init; }

    /// <summary>The request that this one complains about: who decided that one does not decide this one.</summary>
    public Guid? AboutId { get; private init; }

    public Guid? ContactId { get; private init; }

    public DateTime? IdentityProvedOn { get; private set; }

    /// <summary>Since when it is clear what is asked for; null while a question of ours is open.</summary>
    public DateTime? ClearOn { get; private set; }

    /// <summary>The day from which the clock counts: the arrival, or an appeal that was right.</summary>
    public DateOnly ClockFrom { get; private set; }

    public DateTime? ExtendedOn { get; private set; }

    /// <summary>The day that staff aim for.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>The last day by law.</summary>
    public DateOnly? LimitOn { get; private set; }

    /// <summary>A year in it has no published calendar yet.</summary>
    public bool IsProvisional { get; private set; }

    /// <summary>When the person was last asked for something.</summary>
    public DateTime? AskedOn { get; private set; }

    public int Reminders { get; private set; }

    public DateTime? CoolsUntil { get; private set; }

    /// <summary>The person asked for time to think before the account is closed.</summary>
    public bool WantsCooling { get; private init; }

    public RequestOutcome? ProposedOutcome { get; private set; }

    public DenialGround? ProposedGround { get; private set; }

    public Guid? ProposedBy { get; private set; }

    public Guid? ProposedMessageId { get; private set; }

    public string ProposedRoute { get; private set; } = "";

    public Guid? ReviewedBy { get; private set; }

    /// <summary>A letter that was written while the mailbox was known, and leaves when the work is checked.</summary>
    public Guid? LetterId { get; private set; }

    /// <summary>How often it was begun to carry it out.</summary>
    public int Tries { get; private set; }

    /// <summary>How long an answer can be appealed: as it was when the person asked.</summary>
    public int AppealDays { get; private init; }

    public DateTime? AppealUntil { get; private set; }

    public DateTime? ClosedOn { get; private set; }

    /// <summary>When the clock next has something to do with it; null where nothing happens by the clock alone.</summary>
    public DateTime? LookOn { get; private set; }

    /// <summary>Which rules and calendars its days were worked out by.</summary>
    public string ReckonedBy { get; private set; } = "";

    /// <summary>The clock that staff are warned by began then: another one runs after more time was taken, and after an appeal that was right.</summary>
    public DateOnly WarnedFrom => ExtendedOn is { } extended ? DateOnly.FromDateTime(extended) : ClockFrom;

    public int Turns { get; private set; }

    /// <summary>Changes with every step; a writer names the one it saw.</summary>
    public Guid Stamp { get; private set; }

    public IReadOnlyList<RequestEvent> Events => events;

    public IReadOnlyList<ClockPause> Pauses => pauses;

    public IReadOnlyList<RequestDecision> Decisions => decisions;

    /// <summary>Everybody who decided something in it.</summary>
    public IEnumerable<Guid> Deciders => decisions.SelectMany(one => new[] { one.Proposer, one.Reviewer }).OfType<Guid>().Distinct();

    public static string ReferenceOf(long number) => string.Create(CultureInfo.InvariantCulture, $"REQ-{number:D5}");

    /// <summary>The number in a reference as people write it; null where there is none.</summary>
    public static long? NumberOf(string reference) =>
        reference.StartsWith("REQ-", StringComparison.OrdinalIgnoreCase) && long.TryParse(reference.AsSpan(4), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <param name="number">The next one, within the transaction that keeps it.</param>
    /// <exception cref="ArgumentException">It arrives from the future, or says nothing.</exception>
    public static RightsRequest Submit(NewRequest asked, long number, Act act)
    {
        // a day begins in China before it does by the clock of the program
        if (asked.ReceivedOn > DateOnly.FromDateTime(act.On).AddDays(1) || asked.MessageId == Guid.Empty || asked is { MessageId: null, Kind: not RequestKind.CloseAccount })
        {
            throw new ArgumentException("A request arrived in the past and says something.", nameof(asked));
        }

        var request = new RightsRequest
        {
            Id = Guid.NewGuid(),
            PersonId = asked.Person,
            Number = number,
            Kind = asked.Kind,
            Region = asked.Region,
            Language = asked.Language,
            Channel = asked.Channel,
            ReceivedOn = asked.ReceivedOn,
            ClockFrom = asked.ReceivedOn,
            RecordedOn = act.On,
            ClearOn = act.On,
            TwinId = asked.Twin,
            AboutId = asked.About,
            ContactId = asked.ContactId,
            AppealDays = asked.AppealDays,
            WantsCooling = asked.Cooling && asked.Kind == RequestKind.CloseAccount,
        };
        request.Note(RequestStep.Submitted, RequestState.Submitted, act, asked.Channel.ToString(), asked.MessageId);
        return request;
    }

    public bool Allows(RequestStep step) => RequestWay.Allows(State, step);

    private void Move(RequestStep step, RequestState to, Act act, string reason = "", Guid? record = null)
    {
        if (!Allows(step))
        {
            throw new InvalidOperationException($"{step} is impossible for a request that is {State}.");
        }

        Note(step, to, act, reason, record);
    }

    private void Note(RequestStep step, RequestState to, Act act, string reason, Guid? record)
    {
        var from = State;
        (State, Stage) = (to, to.Stage());
        Stamp = Guid.NewGuid();
        // at once, unless whoever saves it knows better
        LookOn = act.On;
        events.Add(RequestEvent.Of(this, ++Turns, step, from, reason, record, act.IsOwner(PersonId ?? Guid.Empty) || act.Is(Role.Guardian | Role.Representative) ? null : act.Who, act.On));
    }

    internal void LookAgain(DateTime? on) => LookOn = on;

    internal void ReckonedUnder(string version) => ReckonedBy = version;

    private static void Demand(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new InvalidOperationException(otherwise);
        }
    }
}

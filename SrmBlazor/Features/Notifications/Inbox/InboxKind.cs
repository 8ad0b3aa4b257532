using System.Collections.Frozen;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Notifications.Inbox;

/// <summary>What a notice is about, as its reader chooses by it whether it comes by mail too.</summary>
public enum InboxKind
{
    /// <summary>Something was decided about the reader or their request.</summary>
    Decision,

    /// <summary>Something is due, or asked of the reader by a day.</summary>
    Due,

    Security,

    /// <summary>The policy or a service changes.</summary>
    Policy,

    /// <summary>Staff wrote something in a request.</summary>
    Message,

    /// <summary>A check went well: nothing has to be done.</summary>
    GoodNews,

    /// <summary>To staff: a part of the time for a request is gone, or another day is due.</summary>
    EarlyWarning,

    /// <summary>To staff: the last day is near, or has come.</summary>
    LastWarning,
}

public static class InboxKinds
{
    private static readonly FrozenDictionary<string, InboxKind> ByLetter = new Dictionary<string, InboxKind>(StringComparer.Ordinal)
    {
        [nameof(Letters.RequestFulfilled)] = InboxKind.Decision,
        [nameof(Letters.RequestCarriedOut)] = InboxKind.Decision,
        [nameof(Letters.RequestPartlyFulfilled)] = InboxKind.Decision,
        [nameof(Letters.RequestRefused)] = InboxKind.Decision,
        [nameof(Letters.RequestAppealDecided)] = InboxKind.Decision,
        [nameof(Letters.RestrictionEnds)] = InboxKind.Decision,
        [nameof(Letters.IdentityRefused)] = InboxKind.Decision,
        [nameof(Letters.RegistrationDecided)] = InboxKind.Decision,
        [nameof(Letters.ObjectionAnswered)] = InboxKind.Decision,
        [nameof(Letters.OfAge)] = InboxKind.Decision,
        [nameof(Letters.ObjectionOvertaken)] = InboxKind.Decision,
        [nameof(Letters.RequestReceived)] = InboxKind.Due,
        [nameof(Letters.RequestIdentityAsked)] = InboxKind.Due,
        [nameof(Letters.RequestClarificationAsked)] = InboxKind.Due,
        [nameof(Letters.RequestExtended)] = InboxKind.Due,
        [nameof(Letters.RequestDueChanged)] = InboxKind.Due,
        [nameof(Letters.RequestRests)] = InboxKind.Due,
        [nameof(Letters.RequestWithdrawn)] = InboxKind.Due,
        [nameof(Letters.CorrectionAsked)] = InboxKind.Due,
        [nameof(Letters.ScanLapsed)] = InboxKind.Due,
        [nameof(Letters.ChildFound)] = InboxKind.Due,
        [nameof(Letters.PasswordChanged)] = InboxKind.Security,
        [nameof(Letters.ClosingAsked)] = InboxKind.Security,
        [nameof(Letters.PolicyChanged)] = InboxKind.Policy,
        [nameof(Letters.ServiceEnds)] = InboxKind.Policy,
        [nameof(Letters.RequestMessageWaits)] = InboxKind.Message,
        [nameof(Letters.IdentityAccepted)] = InboxKind.GoodNews,
        [nameof(Letters.ChildMayGoOn)] = InboxKind.GoodNews,
        [nameof(Letters.FirstWarning)] = InboxKind.EarlyWarning,
        [nameof(Letters.SecondWarning)] = InboxKind.EarlyWarning,
        [nameof(Letters.StaffDueChanged)] = InboxKind.EarlyWarning,
        [nameof(Letters.DayBeforeWarning)] = InboxKind.LastWarning,
        [nameof(Letters.LastDayWarning)] = InboxKind.LastWarning,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Those that somebody with these roles can get, in their order.</summary>
    public static IEnumerable<InboxKind> For(Role roles) => Enum.GetValues<InboxKind>().Where(kind => (kind.Readers() & roles) != Role.None);

    /// <summary>Law or safety demand that it also reaches the mailbox: it cannot be switched off.</summary>
    public static bool MustBeMailed(this InboxKind kind) => kind switch
    {
        InboxKind.Decision or InboxKind.Due or InboxKind.Security or InboxKind.Policy or InboxKind.LastWarning => true,
        InboxKind.Message or InboxKind.GoodNews or InboxKind.EarlyWarning => false,
    };

    /// <summary>Null for letters that belong to no inbox: to somebody without an account, to outsiders, or with a link that is a key.</summary>
    public static InboxKind? OfLetter(string name) => ByLetter.TryGetValue(name, out var kind) ? kind : null;

    private static Role Readers(this InboxKind kind) => kind switch
    {
        InboxKind.Security => MyInbox.Readers,
        InboxKind.EarlyWarning or InboxKind.LastWarning => Role.Staff,
        InboxKind.Decision or InboxKind.Due or InboxKind.Policy or InboxKind.Message or InboxKind.GoodNews => Role.Supplier,
    };
}

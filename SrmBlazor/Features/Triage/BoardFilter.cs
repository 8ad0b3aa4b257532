using SrmBlazor.Features.RightsRequests;

namespace SrmBlazor.Features.Triage;

/// <summary>What a row of the board is about.</summary>
public enum Matter
{
    /// <summary>Somebody asks about their data, a correction among them.</summary>
    Request,

    IdentityCheck,

    /// <summary>Somebody may be on a list of restricted parties.</summary>
    Screening,
}

public enum BoardView
{
    /// <summary>Everything that has not ended.</summary>
    Open,

    ToDo,
    WithPerson,
    Review,
    Running,
    Appeals,
    Ended,
}

public enum BoardHolder
{
    Anybody,
    Nobody,
    Me,
}

public enum BoardDue
{
    Any,
    Late,
    Today,

    /// <summary>Late, today or on one of the next seven days.</summary>
    Week,
}

public enum BoardSort
{
    /// <summary>The earliest due first.</summary>
    Due,

    /// <summary>What came in last first.</summary>
    Newest,
}

/// <summary>What the board shows. Everything in it stands in the address, so nothing in it names anybody: a colleague stands in it as the id of an account.</summary>
public sealed record BoardFilter
{
    public BoardView View { get; init; }

    /// <summary>Null for all.</summary>
    public Matter? Matter { get; init; }

    /// <summary>Only with requests; null for all.</summary>
    public RequestKind? Kind { get; init; }

    /// <summary>ISO 3166-1 alpha-2, or with a subdivision; empty for all.</summary>
    public string Region { get; init; } = "";

    public BoardHolder Holder { get; init; }

    /// <summary>In this colleague's hands; null for whatever <see cref="Holder"/> says.</summary>
    public Guid? Colleague { get; init; }

    public BoardDue Due { get; init; }

    /// <summary>Arrived at least so many days ago; 0 for all.</summary>
    public int Age { get; init; }

    public BoardSort Sort { get; init; }

    /// <summary>Whether anything but the view and the order is chosen.</summary>
    public bool IsSieved => this != new BoardFilter { View = View, Sort = Sort };

    public RequestStage? Stage => View switch
    {
        BoardView.Open => null,
        BoardView.ToDo => RequestStage.ToDo,
        BoardView.WithPerson => RequestStage.WithPerson,
        BoardView.Review => RequestStage.Review,
        BoardView.Running => RequestStage.Running,
        BoardView.Appeals => RequestStage.Appeal,
        BoardView.Ended => RequestStage.Ended,
    };
}

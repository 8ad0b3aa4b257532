using SrmBlazor.Features.Notifications;

namespace SrmBlazor.Features.Disclosures;

/// <summary>What would go to a recipient, value by value, as the person sees it before they confirm.</summary>
/// <param name="Number">New with every showing; confirmed twice, it is sent once.</param>
/// <param name="Recipient">The recipient's key.</param>
public sealed record Offer(Guid Number, string Recipient, IReadOnlyList<ProfileValue> Values)
{
    public override string ToString() => $"Offer {Number}";
}

/// <param name="Item">Kind and property, such as <c>city.Name</c>.</param>
public sealed record ProfileValue(string Item, string Value)
{
    public override string ToString() => Item;
}

/// <summary>Why nothing leaves.</summary>
public enum Obstacle
{
    /// <summary>Not in the register, or not for this purpose.</summary>
    Unknown,

    /// <summary>The assessment of the risk is out of date, or lies ahead.</summary>
    NotAssessed,

    /// <summary>The separate consent to sharing does not stand.</summary>
    NoConsent,

    /// <summary>It is abroad, and the separate consent to that does not stand.</summary>
    NoBorderConsent,

    /// <summary>The consent was given before this recipient, its country or one of its items was named.</summary>
    NotNamed,

    /// <summary>The person's registration is under review: nothing is disclosed before it is cleared (DIS-5).</summary>
    NotCleared,

    /// <summary>None of the values it may receive is held.</summary>
    Nothing,

    /// <summary>A value changed since it was shown.</summary>
    Changed,
}

/// <summary>An offer, or why there is none.</summary>
public sealed record Offering(Offer? Offer, Obstacle? Obstacle);

/// <param name="Left">Sent, now or by the same offer before.</param>
/// <param name="Obstacle">Why it was not.</param>
public sealed record Sending(bool Left, Obstacle? Obstacle);

/// <summary>Somebody to whom the person may send their profile.</summary>
/// <param name="Assessed">Whether the assessment is current; without, nothing can be sent.</param>
public sealed record Affiliate(Recipient Recipient, bool Abroad, bool Assessed);

/// <summary>A disclosure as its person sees it.</summary>
/// <param name="Name">The recipient's name; its key where the register knows it no more.</param>
public sealed record PastDisclosure(Guid Number, string Name, IReadOnlyList<string> Items, DateTime On, MailState State);

/// <summary>That a recipient was told, as the person sees it.</summary>
public sealed record PastNotice(Guid Id, string Name, NoticeCause Cause, NoticeState State, NoticeReason? Reason, DateTime SentOn, DateTime AnswerBy, DateTime? AnsweredOn);

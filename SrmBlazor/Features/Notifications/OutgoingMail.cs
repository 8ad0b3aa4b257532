using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;

namespace SrmBlazor.Features.Notifications;

/// <summary>A letter sealed until it is delivered. The link of a letter can be a key, so it counts as a matter of security.</summary>
public sealed record OutgoingMail(string To, string Language, string Subject, IReadOnlyList<string> Body, string? LinkLabel, Uri? Link,
    Uri? Unsubscribe = null, Uri? Picture = null) : SealedRecord, IDeclared
{
    public static RecordKind Kind { get; } = RecordKind.Of("outgoing-mail").HeldBy(For.DeliverMessage)
        .Has(nameof(To), Category.Contact)
        .Has(nameof(Language), Category.Correspondence)
        .Has(nameof(Subject), Category.Correspondence)
        .Has(nameof(Body), Category.Correspondence)
        .Has(nameof(LinkLabel), Category.Correspondence)
        .Has(nameof(Link), Category.Security)
        .Has(nameof(Unsubscribe), Category.Security)
        .Has(nameof(Picture), Category.Security)
        .Tells(nameof(To));

    internal static OutgoingMail Of(Letter letter) =>
        new(letter.To, letter.Language, letter.Subject, letter.Paragraphs, letter.Link?.Label, letter.Link?.Address, letter.Unsubscribe, letter.Picture);

    internal Letter Letter => new(To, Language, Subject, Body, Link is null ? null : new LetterLink(LinkLabel ?? "", Link)) { Unsubscribe = Unsubscribe, Picture = Picture };
}

using SrmBlazor.Features.RightsRequests;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;

namespace SrmBlazor.Features.Intake;

/// <summary>What somebody typed at the public form, until the mailbox answers. It belongs to a person of its own, whoever's the mailbox is.</summary>
/// <param name="Wish">A <see cref="RequestKind"/>.</param>
/// <param name="Right">A <see cref="RepresentationKind"/>; empty for one's own request.</param>
/// <param name="Name">Of who asks for somebody else.</param>
/// <param name="ForMailbox">Of the person asked for; may be empty.</param>
/// <param name="ArrivedOn">The day from which the clock counts.</param>
public sealed record TypedRequest(string Wish, string Right, string Text, string Mailbox, string Name, string ForName, string ForMailbox, string ArrivedOn) : SealedRecord, IDeclared
{
    public static RecordKind Kind { get; } = RecordKind.Of("typed-request")
        .HeldBy(For.RequestIntake)
        .Has(nameof(Wish), Category.Correspondence)
        .Has(nameof(Right), Category.Correspondence)
        .Has(nameof(Text), Category.Correspondence)
        .Has(nameof(Mailbox), Category.Contact)
        .Has(nameof(Name), Category.Identity)
        .Has(nameof(ForName), Category.Identity)
        .Has(nameof(ForMailbox), Category.Contact)
        .Has(nameof(ArrivedOn), Category.Handling);
}

/// <summary>What the form was filled in with, checked.</summary>
/// <param name="Right">Null for one's own request.</param>
/// <param name="Region">ISO 3166-1 alpha-2; empty where it was not said.</param>
/// <param name="Language">Of the answer.</param>
public sealed record Typed(RequestKind Kind, RepresentationKind? Right, string Text, string Mailbox, string Name, string ForName, string ForMailbox, string Region, string Language)
{
    public override string ToString() => $"{Kind}";
}

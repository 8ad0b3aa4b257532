using SrmBlazor.Features.Notifications;
using SrmBlazor.Shared.Geography;

namespace SrmBlazor.Features.Transfers;

/// <summary>What a person typed about the controller that is to receive their data.</summary>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Address">Of the HTTPS service; empty where a link is mailed.</param>
/// <param name="Agrees">It is the person's own instruction to send it there.</param>
/// <param name="AgreesAbroad">The separate consent to the border; asked only where one is crossed.</param>
public sealed record Wish(string Controller, string Country, string Mailbox, TransferWay? Way, string Address, bool Agrees, bool AgreesAbroad)
{
    /// <summary>Says nothing: whom somebody turns to tells something about them.</summary>
    public override string ToString() => nameof(Wish);

    internal IReadOnlyList<WishFault> Faults(string home, bool loopback)
    {
        (bool Wrong, WishFault Fault)[] faults =
        [
            (string.IsNullOrWhiteSpace(Controller) || Controller.Trim().Length > TransferTarget.ControllerLength, WishFault.Controller),
            (Countries.Find(Country)?.Alpha2 != Country, WishFault.Country),
            (!Letter.IsMailbox(Mailbox.Trim()), WishFault.Mailbox),
            (Way is null, WishFault.Way),
            (Way == TransferWay.Push && ControllerAddress.Parse(Address, loopback) is null, WishFault.Address),
            (!Agrees, WishFault.Agrees),
            (Countries.Find(Country) is not null && Country != home && !AgreesAbroad, WishFault.AgreesAbroad),
        ];
        return [.. faults.Where(one => one.Wrong).Select(one => one.Fault)];
    }
}

/// <summary>What is missing or cannot be used, by its field.</summary>
public enum WishFault
{
    Controller,
    Country,
    Mailbox,
    Way,
    Address,
    Agrees,
    AgreesAbroad,
}

/// <summary>What became of a wish.</summary>
public abstract record WishResult
{
    private WishResult()
    {
    }

    /// <summary>Kept, with the reference of the request.</summary>
    public sealed record Done(string Reference) : WishResult;

    public sealed record Incomplete(IReadOnlyList<WishFault> Faults) : WishResult;

    /// <summary>First the password once more.</summary>
    public sealed record NotConfirmed : WishResult;

    /// <summary>Nothing is held that can be transferred.</summary>
    public sealed record Nothing : WishResult;
}

using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;

namespace SrmBlazor.Features.Transfers;

/// <summary>To whom a person has their data sent. Sealed, because whom somebody turns to tells something about them.</summary>
/// <param name="Request">The id of the request that it belongs to.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Address">Of the HTTPS service that takes the package; empty where a link is mailed.</param>
/// <param name="AgreedAbroad">The separate consent to sending it to this controller in this other country (PIPL 39), an act of its own.</param>
public sealed record TransferTarget(string Request, string Controller, string Country, string Mailbox, string Address, bool AgreedAbroad) : SealedRecord, IDeclared
{
    public const int ControllerLength = 200;

    public static RecordKind Kind { get; } = RecordKind.Of("transfer-target")
        .HeldBy(For.RightsRequest)
        .Has(nameof(Request), Category.Handling)
        .Has(nameof(Controller), Category.Correspondence)
        .Has(nameof(Country), Category.Correspondence)
        .Has(nameof(Mailbox), Category.Correspondence)
        .Has(nameof(Address), Category.Correspondence)
        .Has(nameof(AgreedAbroad), Category.Handling);
}

/// <summary>A piece of a package that waits for the other controller. It repeats what the other records hold.</summary>
/// <param name="Transfer">The id of the <see cref="Transfers.Transfer"/>.</param>
/// <param name="Number">Counted from 0.</param>
public sealed record TransferPart(string Transfer, int Number, byte[] Bytes) : SealedRecord, IDeclared
{
    /// <summary>A piece is one ciphertext, made and opened in memory.</summary>
    internal const int PieceBytes = 4 * 1024 * 1024;

    public static RecordKind Kind { get; } = RecordKind.Of("transfer-part").HeldBy(For.TransferDelivery).AsTransient()
        .Has(nameof(Transfer), Category.Handling)
        .Has(nameof(Number), Category.Handling)
        .Has(nameof(Bytes), Category.Handling);
}

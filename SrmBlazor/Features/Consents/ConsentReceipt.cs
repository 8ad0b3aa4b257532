using System.Text.Json;
using SrmBlazor.Data.Signing;

namespace SrmBlazor.Features.Consents;

/// <summary>
/// A consent receipt with the fields of ISO/IEC TS 27560:2023: one decision about one purpose, and the notice that was shown for it. Names
/// nobody but the operator; the person is a random id.
/// </summary>
public sealed record ConsentReceipt(
    string SchemaVersion, Guid ReceiptId, Guid RecordId, Guid PiiPrincipalId, string Language, ReceiptNotice PrivacyNotice,
    ReceiptPurpose Purpose, ReceiptParty PiiController, ReceiptEvent Event)
{
    public const string Schema = "ISO/IEC TS 27560:2023";

    /// <summary>The <c>typ</c> of the signature's header.</summary>
    public const string MediaType = "consent-receipt+json";

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, SignedJson.Written);

    /// <exception cref="JsonException">It is no receipt.</exception>
    public static ConsentReceipt Read(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize<ConsentReceipt>(json, SignedJson.Written)!;
}

/// <param name="TextSha256">Over the notice as shown, UTF-8, lower-case hex.</param>
/// <param name="PolicySha256">Over the policy's text in the same language.</param>
/// <param name="Surface">The page it was shown on.</param>
public sealed record ReceiptNotice(Guid NoticeId, string TextSha256, int PolicyVersion, string PolicySha256, Uri PolicyUrl, string Surface, DateTime ShownOn);

/// <param name="PurposeType">Whether the consent is an act of its own (PIPL 23, 25, 29, 39).</param>
public sealed record ReceiptPurpose(
    string PurposeId, string Purpose, string Description, string PurposeType, string LawfulBasis, IReadOnlyList<ReceiptItem> PiiInformation,
    string CollectionMethod, string StorageLocations, string RetentionPeriod, string RecipientThirdParties, string ConsequenceOfRefusing,
    Uri WithdrawalMethod, Uri PrivacyRights, string Jurisdiction);

public sealed record ReceiptItem(string AttributeId, string PiiType, bool Optional, bool SensitivePii);

public sealed record ReceiptParty(string Name, string Department, string Address, string Email, string Type);

/// <param name="ValidityDuration">ISO 8601 duration, or <c>until-withdrawn</c>.</param>
/// <param name="EntityType">Who decided.</param>
public sealed record ReceiptEvent(DateTime EventTime, string ValidityDuration, Guid EntityId, ConsentActor EntityType, string EventType, ConsentState EventState);

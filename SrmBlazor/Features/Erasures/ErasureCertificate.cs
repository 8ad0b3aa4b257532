using System.Text.Json;
using SrmBlazor.Data.Signing;

namespace SrmBlazor.Features.Erasures;

/// <summary>
/// What was erased, how it was checked, and what had to stay. It names nobody but the operator: the person is a commitment that only
/// who has the code from the letter can open (its SHA-256 is the commitment).
/// </summary>
/// <param name="Version">2 and more complete the first: what had to stay has gone since.</param>
/// <param name="Complete">Nothing that the plan was about is held any more.</param>
/// <param name="FormerSha256">Of the file of the version before.</param>
/// <param name="KeysInBackupsUntil">So long the destroyed keys may lie in a backup of the keys.</param>
public sealed record ErasureCertificate(
    string SchemaVersion, Guid CertificateId, int Version, bool Complete, string? FormerSha256, string Controller, string Commitment,
    ErasureReach Scope, ErasureGround Ground, string PlanSha256, DateTime PlannedOn, DateTime ErasedOn, IReadOnlyList<CertifiedKind> Records,
    IReadOnlyList<Guid> KeysDestroyed, CertifiedCheck Check, IReadOnlyList<CertifiedRest> Kept, IReadOnlyList<CertifiedRecipient> Recipients,
    CertifiedAudit Audit, DateOnly KeysInBackupsUntil)
{
    public const string Schema = "srm-erasure-certificate/1";

    /// <summary>The <c>typ</c> of the signature's header.</summary>
    public const string MediaType = "erasure-certificate+json";

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, SignedJson.Written);

    /// <exception cref="JsonException">It is no certificate.</exception>
    public static ErasureCertificate Read(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize<ErasureCertificate>(json, SignedJson.Written)!;
}

/// <summary>How many records of a kind there were before, and are after.</summary>
public sealed record CertifiedKind(string Kind, int Before, int After);

/// <param name="Values">How many values were searched for; 0 where nothing was left to search with.</param>
/// <param name="Searched">Databases with the number of their tables, and kinds of files with their number.</param>
public sealed record CertifiedCheck(DateTime On, string Result, int Values, IReadOnlyList<string> Searched);

/// <param name="Purpose">The key of the purpose that keeps it.</param>
/// <param name="Until">UTC; null: as long as the purpose lasts.</param>
public sealed record CertifiedRest(string Kind, int Count, string Purpose, DateTime? Until);

/// <param name="Status">Where the notice to the recipient stands.</param>
public sealed record CertifiedRecipient(string Key, string Status);

/// <summary>The entry of the audit chain that says the check was clean.</summary>
public sealed record CertifiedAudit(long Number, string Hash);

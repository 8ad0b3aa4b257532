using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SrmBlazor.Features.Erasures;

/// <summary>A record that goes.</summary>
public sealed record Going(Guid Record, string Kind);

/// <summary>A record that has to stay, closed to every use but the one that keeps it.</summary>
/// <param name="Purpose">The key of the purpose that keeps it longest.</param>
/// <param name="Until">UTC; null: as long as the purpose lasts.</param>
public sealed record Staying(Guid Record, string Kind, string Purpose, DateTime? Until);

/// <summary>What an erasure will do, told before it is done: what goes, what stays, why and until when, and who received any of it.</summary>
/// <param name="Recipients">Keys of the recipients that got any of what goes.</param>
/// <param name="KeyBackupDays">So long the keys of what goes may still lie in a backup of the keys.</param>
public sealed record ErasurePlan(Guid Person, ErasureScope Scope, ErasureGround Ground, IReadOnlyList<Going> Goes, IReadOnlyList<Staying> Stays, IReadOnlyList<string> Recipients, int KeyBackupDays)
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Stands nowhere in the plan as it is written down: who it is about is forgotten before it is.</summary>
    [JsonIgnore]
    public Guid Person { get; init; } = Person;

    /// <summary>SHA-256 of the plan, lower-case hex. It names nobody: the plan has random ids and kinds.</summary>
    [JsonIgnore]
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this, Json)));

    /// <summary>The same without what the handling of requests itself keeps: the request for it changes no plan.</summary>
    [JsonIgnore]
    public string Meaning => (this with { Stays = [.. Stays.Where(one => !Fulfilment.OfRequests.Contains(one.Purpose))] }).Hash;

    internal string ToJson() => JsonSerializer.Serialize(this, Json);

    internal static ErasurePlan Read(string json, Guid person) => JsonSerializer.Deserialize<ErasurePlan>(json, Json)! with { Person = person };
}

using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SrmBlazor.Features.Consents;

/// <summary>What a person is told before they decide about one purpose, in one language: word for word what the page shows and what the hash is taken over.</summary>
/// <param name="Basis">The legal basis in words, with the law where it is one.</param>
/// <param name="PolicyHash">SHA-256 of the policy's text in this language, lower-case hex.</param>
/// <param name="Named">The recipients that the consent reaches (PIPL 23, 39); null where it is about none.</param>
public sealed record Notice(
    string Purpose, string Language, string Name, string Why, string Basis, bool Separate, string Refusing, string Kept, string Recipients,
    IReadOnlyList<NoticeItem> Items, NoticeController Controller, string Storage, int PolicyVersion, string PolicyHash,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<NoticeRecipient>? Named = null)
{
    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The notice as it is kept.</summary>
    [JsonIgnore]
    public string Text => field ??= JsonSerializer.Serialize(this, Written);

    /// <summary>SHA-256 of <see cref="Text"/> in UTF-8, lower-case hex.</summary>
    [JsonIgnore]
    public string Hash => field ??= Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    /// <summary>The recipients in one line, by name where they have one.</summary>
    [JsonIgnore]
    public string Receivers => Named is null ? Recipients : $"{Recipients} {string.Join("; ", Named.Select(one => $"{one.Name} ({one.Place}, {one.Mailbox})"))}";

    internal static Notice Read(string text) => JsonSerializer.Deserialize<Notice>(text, Written)!;
}

/// <param name="Id">Kind and property, such as <c>department.Name</c>.</param>
/// <param name="Necessary">The purpose cannot be served without it.</param>
public sealed record NoticeItem(string Id, string Label, bool Sensitive, bool Necessary);

/// <summary>A recipient as a notice names it: who, where, which of the data, and what protects them there.</summary>
/// <param name="Country">ISO 3166-1 alpha-2; <paramref name="Place"/> in words.</param>
public sealed record NoticeRecipient(string Key, string Name, string Country, string Place, string Mailbox, IReadOnlyList<NoticeItem> Items, string Safeguards)
{
    /// <summary>Whether whoever agreed to this notice was told of as much: this recipient, in this country, with all of these items.</summary>
    public bool Covers(string key, string country, IEnumerable<string> items) =>
        Key == key && Country == country && !items.Except(Items.Select(item => item.Id), StringComparer.Ordinal).Any();
}

/// <summary>Who asks, and where to write to (PIPL 17).</summary>
public sealed record NoticeController(string Name, string Department, string Address, string Mailbox);

using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SrmBlazor.Data;
using SrmBlazor.Features.Screening.Lists;

namespace SrmBlazor.Features.Screening.Cases;

/// <summary>
/// Keyed hashes by which two sides of a comparison are known again. A column of them says neither what somebody is called nor whom of a list they are
/// taken for: without the root secret not even a guess can be tried.
/// </summary>
public sealed class ScreeningHashes(RootSecret root)
{
    public const int Length = 32;

    /// <summary>What was compared of a person.</summary>
    internal string Of(Guid person, ScreenedWords words) => Hash("words", $"{person:N}|{JsonSerializer.Serialize(words)}");

    /// <summary>An entry, whatever it says.</summary>
    internal string Of(ShelfEntry entry) => OfEntry(entry.Key);

    internal string OfEntry(string key) => Hash("entry", key);

    /// <summary>What an entry, or a table of regions, said.</summary>
    internal string OfContent(string content) => Hash("content", content);

    private string Hash(string use, string value) => Convert.ToHexStringLower(HMACSHA256.HashData(root.Index, Encoding.UTF8.GetBytes($"screening-{use}|{value}"))[..(Length / 2)]);
}

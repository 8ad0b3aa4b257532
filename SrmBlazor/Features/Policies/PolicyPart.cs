using System.Security.Cryptography;
using System.Text;

namespace SrmBlazor.Features.Policies;

/// <summary>One section as written, its placeholders still open.</summary>
/// <param name="Slug">Such as <c>05-rights</c>: the same in every language; sections stand in its order.</param>
/// <param name="Embedded">Fingerprint of the text that the program brought when this one was taken from it, so that a newer text of the program is noticed.</param>
public sealed record PolicyPart(string Slug, string Markdown, string Embedded)
{
    public const string Rights = "05-rights";
    public const string Contact = "10-contact";

    /// <summary>A section goes over the circuit as one message, of 32 KiB at most; a Chinese character takes three bytes.</summary>
    public const int Longest = 10_000;

    internal static PolicyPart OfProgram(string slug, string markdown) =>
        new(slug, markdown, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(markdown)))[..16]);
}

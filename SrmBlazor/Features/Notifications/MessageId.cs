using System.Security.Cryptography;

namespace SrmBlazor.Features.Notifications;

/// <summary>
/// The name of a letter on its way, chosen once by whoever queues it and kept over every retry, so that a receiver can tell
/// a repeated letter from a second one. Random on its left side: it names neither person nor time.
/// </summary>
public sealed record MessageId
{
    private const int LongestLeft = 64;
    private const int LongestValue = 254;

    /// <exception cref="FormatException">not of the form <c>left@domain</c> with plain characters</exception>
    public MessageId(string value)
    {
        var (left, domain) = value.Split('@') is [var before, var after] ? (before, after) : ("", "");
        Value = left.Length is > 0 and <= LongestLeft && left.All(IsPlain)
            && domain.Length > 0 && value.Length <= LongestValue && domain.Split('.').All(label => label.Length > 0 && label.All(IsPlain))
            ? value
            : throw new FormatException("A message id is left@domain, of letters, digits and hyphens, with dots in the domain.");
        Left = left;
    }

    /// <summary>Without angle brackets.</summary>
    public string Value { get; }

    /// <summary>The part before the @, safe as a file name.</summary>
    public string Left { get; }

    public static MessageId New(MailOptions options) =>
        new($"{RandomNumberGenerator.GetHexString(32, lowercase: true)}@{options.FromDomain}");

    public override string ToString() => Value;

    private static bool IsPlain(char character) => char.IsAsciiLetterOrDigit(character) || character == '-';
}

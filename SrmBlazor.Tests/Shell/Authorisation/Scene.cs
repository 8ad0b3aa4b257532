using SrmBlazor.Features.Registration;
using SrmBlazor.Shared;

namespace SrmBlazor.Shell.Authorisation;

/// <summary>Two people at the same point of their way, strangers to each other: whose rows are asked for, and who asks for them.</summary>
internal sealed record Scene(string Name, Party Owner, Party Another);

/// <summary>One of the two, with whatever proves who they are.</summary>
/// <param name="Secret">Of the draft's cookie.</param>
/// <param name="FormerKey">The draft was handed on since.</param>
/// <param name="Width">Of the scan, in pixels: no two have the same.</param>
internal sealed record Party(Guid Person, Role Roles, string Mailbox, string Name, string City, int Width, string Secret = "", DraftKey? FormerKey = null)
{
    public const string FormerPassword = "four-lanterns-over-the-harbour";

    /// <summary>Of what is uploaded: nobody's scan is as wide.</summary>
    public const int NewWidth = 333;

    public string Password { get; } = $"{Convert.ToHexString(Person.ToByteArray())} quiet herons";

    public DraftKey Key => DraftKey.Of(Secret)!;

    /// <summary>What an answer that tells of this person could say.</summary>
    public IEnumerable<string> Words => [Person.ToString(), Mailbox, Name, City, $"picture {Width}x240", $"picture 240x{Width}"];

    public Act Act(DateTime on) => new(Person, Roles, on);
}

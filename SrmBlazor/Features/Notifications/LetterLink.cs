namespace SrmBlazor.Features.Notifications;

/// <summary>The one thing that a letter asks its reader to open. It leads straight to this portal, never over a counter.</summary>
public sealed record LetterLink(string Label, Uri Address)
{
    public Uri Address { get; init => field = OnTheWeb(value); } = OnTheWeb(Address);

    /// <summary>Says nothing: the link of a letter is a key.</summary>
    public override string ToString() => "***";

    private static Uri OnTheWeb(Uri address) => address is { IsAbsoluteUri: true, Scheme: "https" or "http" }
        ? address
        : throw new ArgumentException("A letter's link must be an absolute http or https address.", nameof(address));
}

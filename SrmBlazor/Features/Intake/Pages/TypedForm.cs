using SrmBlazor.Features.Notifications;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.Shared.Geography;

namespace SrmBlazor.Features.Intake.Pages;

/// <summary>The public form, as posted.</summary>
public sealed class TypedForm
{
    public const string Self = "Self";
    public const int LongestName = 200;

    public string? Kind { get; set; }

    /// <summary><see cref="Self"/>, or a <see cref="RepresentationKind"/>.</summary>
    public string? Right { get; set; }

    public string? Name { get; set; }

    public string? ForName { get; set; }

    public string? ForMailbox { get; set; }

    public string? Mailbox { get; set; }

    public string? Country { get; set; }

    public string? Text { get; set; }

    private RepresentationKind? By => Enum.TryParse<RepresentationKind>(Right, out var right) && Enum.IsDefined(right) ? right : null;

    /// <summary>The ids of what is missing or wrong, and the keys of the sentences that say so.</summary>
    public IEnumerable<(string Field, string Key)> Faults(IReadOnlyList<RequestKind> offered)
    {
        if (By is null && Right != Self)
        {
            yield return ("self", "Flaw.Right");
        }

        if (By != RepresentationKind.NextOfKin && KindIn(offered) is null)
        {
            yield return ("kind", "Flaw.Kind");
        }

        if (By is not null && (Name.Plain().Length is 0 or > LongestName))
        {
            yield return ("name", "Flaw.Name");
        }

        if (By is not null && (ForName.Plain().Length is 0 or > LongestName))
        {
            yield return ("for-name", "Flaw.ForName");
        }

        if (By is not null && ForMailbox.Plain() is { Length: > 0 } known && !Letter.IsMailbox(known))
        {
            yield return ("for-mailbox", "Flaw.Mailbox");
        }

        if (!Letter.IsMailbox(Mailbox.Plain()))
        {
            yield return ("mailbox", Mailbox.Plain().Length == 0 ? "Flaw.NoMailbox" : "Flaw.Mailbox");
        }

        if (Text.Plain().Length is 0 or > RequestMessage.Longest)
        {
            yield return ("text", Text.Plain().Length == 0 ? "Flaw.Text" : "Flaw.TextTooLong");
        }
    }

    /// <summary>Call it where there are no faults. What was typed about somebody else is dropped from one's own request.</summary>
    public Typed ToTyped(IReadOnlyList<RequestKind> offered, string language) => new(
        KindIn(offered) ?? RequestKind.NextOfKin, By, Text.Plain(), Mailbox.Plain(), By is null ? "" : Name.Plain(), By is null ? "" : ForName.Plain(), By is null ? "" : ForMailbox.Plain(),
        Countries.Find(Country)?.Alpha2 ?? "", language);

    private RequestKind? KindIn(IReadOnlyList<RequestKind> offered) => Enum.TryParse<RequestKind>(Kind, out var kind) && offered.Contains(kind) ? kind : null;
}

internal static class TypedWords
{
    public static string Plain(this string? typed) => typed?.Trim() ?? "";
}

using SrmBlazor.Features.Registration.Steps;

namespace SrmBlazor.Features.Registration.Pages;

/// <summary>The one thing a child is asked for, as posted; with the answers that came before, which are kept nowhere until then.</summary>
public sealed class GuardianForm
{
    public string? Mailbox { get; set; }

    public string? Age { get; set; }

    public string? Country { get; set; }

    /// <summary>The policy that was accepted.</summary>
    public string? TextHash { get; set; }

    public BeginForm Begun => new() { Age = Age, Country = Country, TextHash = TextHash };

    /// <returns>The key of the sentence that says what is wrong, or null.</returns>
    public string? Problem => string.IsNullOrWhiteSpace(Mailbox) ? "Mailbox.Missing" : MailboxForm.Problem(Mailbox);
}

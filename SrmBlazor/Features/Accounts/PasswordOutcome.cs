namespace SrmBlazor.Features.Accounts;

/// <summary>What became of choosing a password by a mailed link.</summary>
public abstract record PasswordOutcome
{
    private PasswordOutcome()
    {
    }

    public sealed record Chosen(Guid Person) : PasswordOutcome;

    /// <summary>The link opens nothing (any more).</summary>
    public sealed record Dead(LinkState Why) : PasswordOutcome;

    /// <summary>Nothing was changed and the link is still good.</summary>
    public sealed record Weak(PasswordFlaw Flaw) : PasswordOutcome;

    /// <summary>Another account has this mailbox; the link is still good.</summary>
    public sealed record MailboxTaken : PasswordOutcome;
}

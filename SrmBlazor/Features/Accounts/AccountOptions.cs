namespace SrmBlazor.Features.Accounts;

/// <summary>Section <c>Accounts</c> of the settings.</summary>
public sealed class AccountOptions
{
    public const string Section = "Accounts";

    /// <summary>Posts to sign-in and password pages in a minute from one network address (IPv6: one /64).</summary>
    public int TriesPerMinuteFromOneAddress { get; set; } = 30;

    /// <summary>Sign-ins in a minute for one mailbox, whether an account has it or not.</summary>
    public int TriesPerMinuteForOneMailbox { get; set; } = 10;

    /// <summary>Letters in an hour to one mailbox, whether an account has it or not.</summary>
    public int LettersPerHourToOneMailbox { get; set; } = 3;
}

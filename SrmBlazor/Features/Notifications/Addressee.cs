namespace SrmBlazor.Features.Notifications;

/// <summary>Whom a letter goes to, and in which language: the person's own, never that of the thread that happens to write.</summary>
/// <param name="Mailbox">a bare address, already checked by the form that took it</param>
/// <param name="Language"><c>en</c> or <c>zh-CN</c></param>
public sealed record Addressee(string Mailbox, string Language)
{
    public override string ToString() => "***";
}

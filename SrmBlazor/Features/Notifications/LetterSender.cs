namespace SrmBlazor.Features.Notifications;

/// <summary>The operator as a letter names it, in the reader's language.</summary>
/// <param name="Name">the company</param>
/// <param name="Contact">where a reader can ask: a mailbox, a phone number or a postal address</param>
public sealed record LetterSender(string Name, string Contact);

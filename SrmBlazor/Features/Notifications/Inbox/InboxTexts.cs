namespace SrmBlazor.Features.Notifications.Inbox;

/// <summary>Marks the texts of this folder.</summary>
public sealed class InboxTexts
{
    private InboxTexts()
    {
    }
}

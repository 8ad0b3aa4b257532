namespace SrmBlazor.Features.Notifications;

public sealed class NotificationsTexts;

namespace SrmBlazor.Features.RightsRequests;

/// <summary>Marks the words of replies.</summary>
public sealed class ReplyTexts
{
    private ReplyTexts()
    {
    }
}

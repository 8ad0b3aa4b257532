namespace SrmBlazor.Features.Disclosures;

/// <summary>Section <c>RecipientNotices</c>.</summary>
public sealed class NoticeOptions
{
    public const string Section = "RecipientNotices";

    /// <summary>A recipient that has not answered by then is reminded once.</summary>
    public int AnswerWithinDays { get; set; } = 15;

    public TimeSpan AnswerWithin => TimeSpan.FromDays(AnswerWithinDays);
}

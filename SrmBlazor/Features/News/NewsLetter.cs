using SrmBlazor.Features.Notifications;

namespace SrmBlazor.Features.News;

/// <summary>The one letter that the service does not need: it can be unsubscribed from, and says why it came.</summary>
public static class NewsLetter
{
    public const string Name = "News";

    /// <param name="picture">Only for a reader who allows that opening is seen; the letter says so.</param>
    public static Letter Write(Addressee to, LetterSender from, NewsText text, Uri unsubscribe, Uri? picture)
    {
        string Say(string key) => LetterTexts.Say(to.Language, key, from.Name, from.Contact, text.Subject(to.Language));
        string[] last = picture is null ? [Say("News.Why")] : [Say("News.Measured"), Say("News.Why")];
        return new Letter(to.Mailbox, to.Language, Say("News.Subject"), [.. text.Paragraphs(to.Language), .. last])
        {
            Name = Name, Unsubscribe = unsubscribe, Picture = picture,
        };
    }
}

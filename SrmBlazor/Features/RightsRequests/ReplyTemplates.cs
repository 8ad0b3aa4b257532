using System.Globalization;
using System.Resources;
using SrmBlazor.Shared.Deadlines;
using SrmBlazor.Shared.Geography;

namespace SrmBlazor.Features.RightsRequests;

/// <summary>What a reply is about.</summary>
public enum ReplySituation
{
    Received,
    NeedIdentity,
    NeedClarity,

    /// <summary>Only told: it moves no day itself.</summary>
    NeedTime,

    InWork,
    Answered,

    /// <summary>Where to complain about a refusal.</summary>
    RefusalRoute,
}

/// <summary>Which law a reply names. What none of these is gets the words of our own policy and no article.</summary>
public enum ReplyLaw
{
    Policy,
    CN,
    EU,
    GB,
    California,
}

/// <summary>
/// Words to begin a message with, in the language of whoever asked, which need not be that of who writes. They name the request, the day and the
/// law of the place, and never a person.
/// </summary>
public static class ReplyTemplates
{
    private static readonly ResourceManager Words = new(typeof(ReplyTexts));

    private static readonly string[] Columns = ["law", "kind", "article", "source", "confidence", "reviewBy"];

    private static readonly Dictionary<(ReplyLaw Law, RequestKind Kind), string> Articles = FactFile.Read("reply-laws.csv", FactFile.Embedded("reply-laws.csv"), Columns,
            line => (Law: line.Choice<ReplyLaw>("law"), Kind: line.Choice<RequestKind>("kind"), Article: line.Text("article"), Confidence: line.Choice<Confidence>("confidence"))).Sound()
        .Where(one => one.Confidence != Confidence.Unverified).ToDictionary(one => (one.Law, one.Kind), one => one.Article);

    /// <param name="region">ISO 3166-1 alpha-2, perhaps with a subdivision; empty where unknown.</param>
    public static ReplyLaw LawOf(string region) => region.Split('-')[0] switch
    {
        "CN" => ReplyLaw.CN,
        "GB" => ReplyLaw.GB,
        _ when region == "US-CA" => ReplyLaw.California,
        var country when Countries.IsInEea(country) => ReplyLaw.EU,
        _ => ReplyLaw.Policy,
    };

    /// <summary>Whether it is true of a request in this state, and of use to whoever asked.</summary>
    public static bool Fits(ReplySituation situation, RequestState state) => situation switch
    {
        ReplySituation.Received or ReplySituation.NeedIdentity => Begins(state),
        ReplySituation.NeedClarity => state is RequestState.Triage or RequestState.InProgress or RequestState.AwaitingClarification,
        ReplySituation.NeedTime => !state.IsDecided() && state != RequestState.Appealed,
        // whoever is asked for something has something to do
        ReplySituation.InWork => !state.IsDecided() && !state.WaitsForPerson() && state is not (RequestState.Submitted or RequestState.CoolingOff),
        ReplySituation.Answered => state is RequestState.InProgress or RequestState.AwaitingReview || state.IsUnderway(),
        ReplySituation.RefusalRoute => !state.IsDecided() && !Begins(state) || state == RequestState.InProgress,
    };

    private static bool Begins(RequestState state) => state is RequestState.Submitted or RequestState.AwaitingIdentity or RequestState.AwaitingAuthority or RequestState.Triage or RequestState.InProgress;

    /// <param name="link">Where who asked follows the request.</param>
    /// <param name="today">A day before it is promised to nobody.</param>
    public static string Write(RightsRequest request, ReplySituation situation, Uri? link, DateOnly today)
    {
        var (language, law) = (request.Language, LawOf(request.Region));
        var due = request.DueOn is { } day && day >= today ? Say(language, "Due", day.ToString(Say(language, "Day"), CultureInfo.GetCultureInfo(language))) : "";
        return string.Join("\n\n", new[]
        {
            Say(language, "Greeting"),
            Say(language, situation.ToString(), request.Reference, RightsRequestsTexts.Say(language, $"Kind.{request.Kind}")) + RightOf(request, situation, law),
            LegalOf(request, situation, law),
            situation is ReplySituation.Answered or ReplySituation.RefusalRoute ? Say(language, "Appeal", request.AppealDays) : due,
            link is null ? Say(language, "Follow.Letter") : Say(language, "Follow", link),
        }.Where(part => part.Length > 0));
    }

    /// <summary>The article that gives the right, where the first reply names it.</summary>
    private static string RightOf(RightsRequest request, ReplySituation situation, ReplyLaw law) =>
        situation is ReplySituation.Received or ReplySituation.InWork && Articles.TryGetValue((law, request.Kind), out var article) ? Say(request.Language, $"Right.{law}", article) : "";

    private static string LegalOf(RightsRequest request, ReplySituation situation, ReplyLaw law) => situation switch
    {
        ReplySituation.Received or ReplySituation.NeedIdentity or ReplySituation.NeedClarity or ReplySituation.NeedTime => Say(request.Language, $"{situation}.{law}"),
        ReplySituation.RefusalRoute => Say(request.Language, $"{situation}.{law}", ComplaintRoutes.In(request.Language, ComplaintRoutes.Of(request.Region))),
        ReplySituation.InWork or ReplySituation.Answered => "",
    };

    private static string Say(string language, string key, params object[] values)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        return string.Format(culture, Words.GetString(key, culture) ?? throw new MissingManifestResourceException($"No text {key} in {language}."), values);
    }
}

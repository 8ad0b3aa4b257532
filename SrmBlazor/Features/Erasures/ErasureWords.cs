using System.Globalization;
using System.Text;
using Microsoft.Extensions.Localization;
using SrmBlazor.Features.Home;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared.Components;

namespace SrmBlazor.Features.Erasures;

/// <summary>Why something stays, and what is answered when an erasure is over.</summary>
public sealed class ErasureWords(HeldWords held, IStringLocalizer<ErasuresTexts> texts, IStringLocalizer<TimeTexts> times)
{
    /// <param name="purpose">The key of the purpose that keeps it.</param>
    /// <param name="until">UTC; null: as long as the purpose lasts.</param>
    public string Why(string purpose, DateTime? until)
    {
        var known = For.Known.First(one => one.Key == purpose);
        return until is { } on
            ? texts["Stays.Until", held.Purpose(known, "Name"), on.ToString(times["Day"], CultureInfo.CurrentCulture)]
            : texts["Stays.While", held.Purpose(known, "Name"), held.Purpose(known, "Kept")];
    }

    /// <summary>In the language of who asked, whoever's turn it is: async, so that the language flows back no further than this method.</summary>
    internal async Task<string> AnswerAsync(string language, Guid certificate, IReadOnlyList<CertifiedRest> kept)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var answer = new StringBuilder(texts[kept.Count == 0 ? "Answer.Whole" : "Answer.Partly"]);
        foreach (var one in kept)
        {
            answer.Append(CultureInfo.CurrentCulture, $"\n– {held.Kind(one.Kind)}{(one.Count > 1 ? texts["Count", one.Count].Value : "")}: {Why(one.Purpose, one.Until)}");
        }

        answer.Append("\n\n").Append(texts["Answer.Certificate", certificate]).Append('\n').Append(texts["Answer.Request"]);
        return await Task.FromResult(answer.ToString());
    }
}

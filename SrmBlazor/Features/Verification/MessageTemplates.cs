using System.Globalization;
using System.Resources;

namespace SrmBlazor.Features.Verification;

/// <summary>Words to begin a message with, in the supplier's language, which need not be the verifier's.</summary>
internal static class MessageTemplates
{
    private static readonly ResourceManager Texts = new(typeof(VerificationTexts));

    public static string Correction(string language, IEnumerable<CaseItem> items)
    {
        var asked = items.Order().Select(item => Say(language, $"Template.Item.{item}")).ToList();
        return asked.Count == 0 ? "" : string.Join('\n', [Say(language, "Template.Correction"), .. asked.Select(line => $"- {line}"), Say(language, "Template.Thanks")]);
    }

    public static string Refusal(string language, RefusalGround ground) =>
        string.Join('\n', Say(language, $"Template.Ground.{ground}"), Say(language, "Template.Contest"));

    private static string Say(string language, string key) =>
        Texts.GetString(key, CultureInfo.GetCultureInfo(language)) ?? throw new MissingManifestResourceException(key);
}

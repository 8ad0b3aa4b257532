using System.Globalization;
using System.Resources;
using SrmBlazor.PersonalData;

namespace SrmBlazor.Features.Policies;

/// <summary>
/// The words of one language, whatever the language of the current request: both texts are built together at start-up.
/// A missing word throws, so that no policy is published with a gap.
/// </summary>
internal sealed class PolicyWords(string language)
{
    private static readonly ResourceManager Page = new(typeof(PolicyTexts));
    private static readonly ResourceManager Purposes = new(typeof(PurposeTexts));

    public CultureInfo Culture { get; } = CultureInfo.GetCultureInfo(language);

    public string this[string key] => Find(Page, key);

    public string ItemLabel(string item) => Find(Purposes, $"Item.{item}");

    public string Purpose(string purpose, string part) => Find(Purposes, $"Purpose.{purpose}.{part}");

    /// <summary>The legal basis, and the law where the basis is one.</summary>
    public string Basis(PolicyPurposeRow row)
    {
        var basis = Find(Purposes, $"Basis.{row.Basis}");
        return Purposes.GetString($"Purpose.{row.Purpose}.Law", Culture) is { } law ? Of(basis, law) : basis;
    }

    /// <summary>What <paramref name="text"/> says about <paramref name="subject"/>, such as "Your account: until you close it".</summary>
    public string Of(string subject, string text) => string.Format(Culture, this["Table.Of"], subject, text);

    private string Find(ResourceManager texts, string key) =>
        texts.GetString(key, Culture) ?? throw new InvalidOperationException($"The policy lacks the text {key} in {Culture.Name}.");
}

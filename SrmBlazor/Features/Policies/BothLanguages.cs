namespace SrmBlazor.Features.Policies;

/// <summary>A text of the operator in both languages of the site. In settings: <c>{ "en": "…", "zh-CN": "…" }</c>.</summary>
public sealed record BothLanguages
{
    [ConfigurationKeyName(PolicyLanguage.English)]
    public string English { get; init; } = "";

    [ConfigurationKeyName(PolicyLanguage.Chinese)]
    public string Chinese { get; init; } = "";

    /// <param name="language">One of <see cref="PolicyLanguage.All"/>.</param>
    public string In(string language) =>
        string.Equals(language, PolicyLanguage.Chinese, StringComparison.Ordinal) ? Chinese : English;
}

using Microsoft.Extensions.Localization;
using MudBlazor;

namespace SrmBlazor.Shell;

/// <summary>MudBlazor's own words in Chinese. MudBlazor asks only for languages other than English, so there is no English file.</summary>
public sealed class ResxMudLocalizer(IStringLocalizer<MudTexts> texts) : MudLocalizer
{
    public override LocalizedString this[string key] => texts[key];

    public override LocalizedString this[string key, params object[] arguments] => texts[key, arguments];
}

public sealed class MudTexts;

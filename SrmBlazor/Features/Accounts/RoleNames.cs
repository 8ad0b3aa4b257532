using System.Globalization;
using Microsoft.Extensions.Localization;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Accounts;

internal static class RoleNames
{
    public static IReadOnlyList<Role> OfStaff { get; } = [Role.Verifier, Role.Screener, Role.Coordinator, Role.PrivacyOfficer, Role.Administrator, Role.Auditor];

    /// <summary>The roles in words, in the reader's language.</summary>
    public static string Of(Role roles, IStringLocalizer<AccountsTexts> texts) =>
        string.Join(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" ? "、" : ", ", OfStaff.Where(role => roles.HasFlag(role)).Select(role => texts[$"Role.{role}"].Value));
}

using System.Globalization;
using Microsoft.Extensions.Localization;
using SrmBlazor.Shared.Geography;

namespace SrmBlazor.Features.Registration.Steps;

/// <summary>An answer as a person reads it: a country by name, a choice in words.</summary>
internal static class Shown
{
    public static string Of(Item item, string? value, IStringLocalizer<RegistrationTexts> texts) =>
        string.IsNullOrEmpty(value) ? texts["NotProvided"]
        : Look.Of(item).Shape switch
        {
            FieldShape.Country => Countries.NameOf(value, CultureInfo.CurrentUICulture),
            FieldShape.Choice => texts[$"{item}.{value}"],
            FieldShape.Line or FieldShape.Paragraph => value,
        };
}

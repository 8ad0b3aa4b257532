using FluentValidation;
using Microsoft.Extensions.Localization;
using SrmBlazor.Shared.Geography;

namespace SrmBlazor.Features.Registration.Steps;

/// <summary>The rules of phone and addresses; a number or postcode is read as one of the country of residence.</summary>
public sealed class ContactRules : AbstractValidator<Answers>
{
    private const int ShortestAddress = 6;

    public ContactRules(IStringLocalizer<RegistrationTexts> texts, IStringLocalizer<GeographyTexts> sentences)
    {
        RuleFor(answers => answers.Phone).Otherwise(Item.Phone, texts, (answers, typed) =>
            Telephones.Check(typed, answers.Country ?? "").MessageKey is { } key ? sentences[key, CountryOf(answers)].Value : null);
        RuleFor(answers => answers.Postcode).Otherwise(Item.Postcode, texts, (answers, typed) =>
            Postcodes.Check(typed, answers.Country ?? "", required: true) is { MessageKey: { } key } verdict ? sentences[key, CountryOf(answers), verdict.Example ?? ""].Value : null);
        RuleFor(answers => answers.ScreeningAddress).Otherwise(Item.ScreeningAddress, texts, (_, typed) => Address(typed));
        RuleFor(answers => answers.CommunicationAddress).Otherwise(Item.CommunicationAddress, texts, (_, typed) => Address(typed));
        RuleFor(answers => answers.City).Otherwise(Item.City, texts, (_, typed) =>
            TextForm.Problem(typed, TextForm.LongestLine) is var (key, argument) ? texts[key, argument].Value : null);

        string? Address(string typed) =>
            TextForm.Problem(typed, TextForm.LongestAddress, lines: true, ShortestAddress) is var (key, argument) ? texts[key, argument].Value : null;
    }

    private static string CountryOf(Answers answers) => Countries.NameOf(answers.Country ?? "", System.Globalization.CultureInfo.CurrentUICulture);
}

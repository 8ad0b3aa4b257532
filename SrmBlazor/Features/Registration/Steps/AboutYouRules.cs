using FluentValidation;
using Microsoft.Extensions.Localization;
using SrmBlazor.Shared.Geography;

namespace SrmBlazor.Features.Registration.Steps;

/// <summary>The rules of "about you": for typing, for Continue and for submitting.</summary>
public sealed class AboutYouRules : AbstractValidator<Answers>
{
    public AboutYouRules(IStringLocalizer<RegistrationTexts> texts, Ages ages, TimeProvider clock)
    {
        RuleFor(answers => answers.Mailbox).Otherwise(Item.Mailbox, texts, (_, typed) => MailboxForm.Problem(typed) is { } key ? texts[key].Value : null);
        RuleFor(answers => answers.FullName).Otherwise(Item.FullName, texts, (_, typed) => TextForm.NameProblem(typed) is var (key, sign) ? texts[key, sign].Value : null);
        RuleFor(answers => answers.Nationality).Otherwise(Item.Nationality, texts, (_, code) => Known(code, Item.Nationality));
        RuleFor(answers => answers.Country).Otherwise(Item.Country, texts, (_, code) => Known(code, Item.Country));
        RuleFor(answers => answers.Cooperation).Otherwise(Item.Cooperation, texts, (_, choice) => Says.OneOf<Cooperation>(choice, texts, Item.Cooperation));
        RuleFor(answers => answers.Gender).Otherwise(Item.Gender, texts, (_, choice) => Says.OneOf<Gender>(choice, texts, Item.Gender));
        RuleFor(answers => answers.BirthYear).Otherwise(Item.BirthYear, texts, (answers, typed) =>
            BirthYear.Problem(typed, answers, ages, clock.Today()) is var (key, argument) ? texts[key, argument].Value : null);
        RuleFor(answers => answers.AgeBand).Otherwise(Item.AgeBand, texts, (answers, band) =>
            band is nameof(AgeBand.Adult) or nameof(AgeBand.UnderEighteen) || (band == nameof(AgeBand.Child) && answers.GuardianChoices is not null) ? null : texts["AgeBand.Missing"].Value);

        string? Known(string code, Item item) => Countries.Find(code)?.Alpha2 == code ? null : texts[$"{item}.Missing"].Value;
    }
}

using FluentValidation;
using Microsoft.Extensions.Localization;

namespace SrmBlazor.Features.Registration.Steps;

/// <summary>The rules of department and position, both a free choice.</summary>
public sealed class WorkRules : AbstractValidator<Answers>
{
    public WorkRules(IStringLocalizer<RegistrationTexts> texts)
    {
        RuleFor(answers => answers.Department).Otherwise(Item.Department, texts, (_, typed) => Problem(typed));
        RuleFor(answers => answers.Position).Otherwise(Item.Position, texts, (_, typed) => Problem(typed));

        string? Problem(string typed) => TextForm.Problem(typed, TextForm.LongestLine) is var (key, argument) ? texts[key, argument].Value : null;
    }
}

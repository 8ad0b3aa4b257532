using FluentValidation;
using Microsoft.Extensions.Localization;

namespace SrmBlazor.Features.Registration.Steps;

/// <summary>How the rules of the steps are written down.</summary>
internal static class Says
{
    /// <param name="problem">What is wrong, in the reader's words, or null. Asked only where an answer was given.</param>
    public static void Otherwise(this IRuleBuilderInitial<Answers, string?> rule, Item item, IStringLocalizer texts, Func<Answers, string, string?> problem) =>
        rule.Custom((value, context) =>
        {
            var answers = context.InstanceToValidate;
            if (!Asked.Is(item, answers))
            {
                return;
            }

            var said = !string.IsNullOrWhiteSpace(value) ? problem(answers, value) : Asked.IsOptional(item) ? null : texts[$"{item}.Missing"].Value;
            if (said is not null)
            {
                context.AddFailure(said);
            }
        });

    public static string? OneOf<T>(string value, IStringLocalizer texts, Item item)
        where T : struct, Enum =>
        Enum.GetNames<T>().Contains(value, StringComparer.Ordinal) ? null : texts[$"{item}.Missing"].Value;
}

using FluentValidation;
using Microsoft.Extensions.Localization;
using SrmBlazor.Features.Registration.IdentityNumbers;
using SrmBlazor.Features.Registration.Scans;
using SrmBlazor.Shared.Geography;

namespace SrmBlazor.Features.Registration.Steps;

/// <summary>One set of rules for a key press, for Continue and for submitting. Holds nothing of anybody; messages follow the current UI culture.</summary>
public sealed class StepRules
{
    private readonly IStringLocalizer<RegistrationTexts> texts;
    private readonly IStringLocalizer<ScanTexts> scanTexts;
    private readonly IdentityRules identity;
    private readonly Dictionary<Step, IValidator<Answers>> rules;
    private readonly Ages ages;
    private readonly TimeProvider clock;

    public StepRules(IStringLocalizer<RegistrationTexts> texts, IStringLocalizer<IdentityNumberTexts> numbers, IStringLocalizer<GeographyTexts> geography,
        IStringLocalizer<ScanTexts> scanTexts, Ages ages, TimeProvider clock)
    {
        (this.texts, this.scanTexts, this.ages, this.clock) = (texts, scanTexts, ages, clock);
        identity = new IdentityRules(texts, numbers, ages, clock);
        rules = new()
        {
            [Step.AboutYou] = new AboutYouRules(texts, ages, clock),
            [Step.IdentityDocument] = identity,
            [Step.Contact] = new ContactRules(texts, geography),
            [Step.Work] = new WorkRules(texts),
        };
    }

    /// <summary>What is wrong with one answer, or null.</summary>
    public string? Check(Item item, Answers answers)
    {
        var step = item == Item.AgeBand ? Step.AboutYou : Step.Of(item);
        return rules[step].Validate(answers, options => options.IncludeProperties(item.ToString())).Errors is [var error, ..] ? error.ErrorMessage : null;
    }

    /// <summary>Everything wrong with the answers of a step, in the order of its questions.</summary>
    public IReadOnlyList<Fault> Check(Step step, Answers answers) =>
        rules.TryGetValue(step, out var rule) ? [.. rule.Validate(answers).Errors.Select(error => new Fault(step, error.PropertyName, error.ErrorMessage))] : [];

    /// <summary>The same, with what the identity step needs beside the answers.</summary>
    /// <param name="sensitive">The separate consent was given.</param>
    public IReadOnlyList<Fault> Check(Step step, Answers answers, bool sensitive, bool hasScan) =>
        step != Step.IdentityDocument ? Check(step, answers)
        : !sensitive ? [new Fault(step, Fault.Consent, texts["Sensitive.Missing"])]
        : hasScan ? Check(step, answers)
        : [.. Check(step, answers), new Fault(step, Fault.Scan, scanTexts[$"Fault.{ScanFault.Missing}"])];

    /// <summary>Everything that stands between these answers and submitting them.</summary>
    public IReadOnlyList<Fault> CheckAll(Answers answers, bool sensitive, bool hasScan) =>
        [.. Step.All.SelectMany(step => Check(step, answers, sensitive, hasScan))];

    /// <summary>The slug of the first step that is not complete, or null: it can be submitted.</summary>
    public string? FirstIncomplete(Answers answers, bool sensitive, bool hasScan) => CheckAll(answers, sensitive, hasScan) is [var first, ..] ? first.Step.Slug : null;

    /// <summary>
    /// Whoever did not say so is a child by the document's number, or can be one by the year of birth: of the ages that a year allows, the
    /// youngest decides.
    /// </summary>
    public bool ShowsChild(Answers answers) =>
        answers.AgeBand != nameof(AgeBand.Child)
        && (identity.ShowsChild(answers)
            || (Asked.Is(Item.BirthYear, answers) && BirthYear.Read(answers.BirthYear) is { } year && year <= clock.Today().Year
                && Ages.Youngest(year, clock.Today()) < ages.ChildUnder(answers.Country)));

    /// <summary>What a passport's machine-readable line has against the answers, or null. The line is checked and forgotten.</summary>
    public string? CheckLine(Answers answers, string line) => identity.LineProblem(answers, line);

    /// <summary>The answers in the form in which they are stored once submitted: tidied, a phone number in E.164, a document number compact.</summary>
    public Answers Tidy(Answers answers) => TidyAnswers.Of(answers, clock.Today());
}

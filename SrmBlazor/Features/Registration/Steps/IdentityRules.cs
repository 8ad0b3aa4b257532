using FluentValidation;
using Microsoft.Extensions.Localization;
using SrmBlazor.Features.Registration.IdentityNumbers;
using SrmBlazor.Shared.Geography;

namespace SrmBlazor.Features.Registration.Steps;

/// <summary>The rules of the identity document. What a number reveals is compared and forgotten.</summary>
public sealed class IdentityRules : AbstractValidator<Answers>
{
    private readonly IStringLocalizer<RegistrationTexts> texts;
    private readonly IStringLocalizer<IdentityNumberTexts> sentences;
    private readonly Ages ages;
    private readonly TimeProvider clock;

    public IdentityRules(IStringLocalizer<RegistrationTexts> texts, IStringLocalizer<IdentityNumberTexts> sentences, Ages ages, TimeProvider clock)
    {
        (this.texts, this.sentences, this.ages, this.clock) = (texts, sentences, ages, clock);
        RuleFor(answers => answers.IdType).Otherwise(Item.IdType, texts, (_, choice) => Says.OneOf<IdentityType>(choice, texts, Item.IdType));
        RuleFor(answers => answers.IdCountry).Otherwise(Item.IdCountry, texts, (_, code) => Countries.Find(code)?.Alpha2 == code ? null : texts["IdCountry.Missing"].Value);
        RuleFor(answers => answers.IdNumber).Otherwise(Item.IdNumber, texts, (answers, _) => NumberProblem(answers));
    }

    /// <summary>What the passport's machine-readable line has against the answers, or null. It helps against typing mistakes and is kept nowhere.</summary>
    public string? LineProblem(Answers answers, string line)
    {
        var verdict = Claimed(answers, line) is { } claim ? IdentityNumber.Check(claim, clock.Today()) : null;
        return verdict is null or { IsAccepted: true } ? null : verdict.Describe(sentences)[0];
    }

    /// <summary>The number is right and says that its holder is a child.</summary>
    public bool ShowsChild(Answers answers)
    {
        var today = clock.Today();
        return Claimed(answers, line: null) is { } claim && IdentityNumber.Check(claim, today) is { IsAccepted: true, Facts.BirthDate: { } birth }
            && Ages.AgeOn(birth, today) < ages.ChildUnder(answers.Country);
    }

    private string? NumberProblem(Answers answers)
    {
        if (Claimed(answers, line: null) is not { } claim)
        {
            return texts["IdNumber.NoType"].Value;
        }

        var today = clock.Today();
        var verdict = IdentityNumber.Check(claim, today);
        return verdict.IsAccepted ? AgeProblem(answers, verdict.Facts, today) : verdict.Describe(sentences)[0];
    }

    private string? AgeProblem(Answers answers, NumberFacts facts, DateOnly today)
    {
        if (facts.BirthDate is not { } birth)
        {
            return null;
        }

        var (age, childUnder) = (Ages.AgeOn(birth, today), ages.ChildUnder(answers.Country));
        return answers.AgeBand == nameof(AgeBand.Child) ? age < childUnder ? null : texts["IdNumber.OtherAge"].Value
            : age < childUnder ? texts["IdNumber.Child", childUnder].Value
            : answers.AgeBand is not null && answers.AgeBand == nameof(AgeBand.Adult) != age >= ages.Majority(answers.Country) ? texts["IdNumber.OtherAge"].Value
            : null;
    }

    private static IdentityClaim? Claimed(Answers answers, string? line) =>
        Enum.TryParse<IdentityType>(answers.IdType, out var type)
            ? new IdentityClaim(type, answers.IdCountry, answers.IdNumber, line, BirthYear.Read(answers.BirthYear), Enum.TryParse<Sex>(answers.Gender, out var sex) ? sex : null)
            : null;
}

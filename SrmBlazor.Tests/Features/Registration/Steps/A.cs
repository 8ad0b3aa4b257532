using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SrmBlazor.Features.Registration.IdentityNumbers;

namespace SrmBlazor.Features.Registration.Steps;

/// <summary>People who are in the middle of registering.</summary>
internal static class A
{
    public static FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));

    /// <summary>A complete set of answers with personnel leasing; everything but the scan is there.</summary>
    public static Answers Leased { get; } = new()
    {
        Mailbox = "li.lei@example.com", FullName = "李雷", Nationality = "CN", Country = "CN", Cooperation = nameof(Cooperation.PersonnelLeasing),
        Gender = nameof(Gender.Male), BirthYear = "1990", AgeBand = nameof(AgeBand.Adult),
        IdType = nameof(IdentityType.Passport), IdCountry = "CN", IdNumber = "E12345678", Phone = "138 0013 8000",
    };

    public static Answers InRussia { get; } = Leased with { Country = "RU", Phone = "+8613800138000", Postcode = "101000", ScreeningAddress = "ул. Тверская, 1, Москва" };

    public static Answers Subcontractor { get; } = Asked.Narrow(Leased with { Cooperation = nameof(Cooperation.Subcontracting) });

    public static LoadedDraft Draft(Answers answers, int version = 1) =>
        new(Guid.NewGuid(), answers, version, Clock.GetUtcNow().UtcDateTime, true, false, Clock.GetUtcNow().UtcDateTime.AddDays(30));

    public static StepRules Rules()
    {
        var services = new ServiceCollection().AddLogging().AddLocalization();
        return ActivatorUtilities.CreateInstance<StepRules>(services.BuildServiceProvider(), Ages.OfThisProgram(), Clock);
    }
}

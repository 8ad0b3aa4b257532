using SrmBlazor.PersonalData;

namespace SrmBlazor.Features.Registration;

/// <summary>
/// Which questions are asked, and which need an answer: only what a purpose needs (REG-2). What is not asked is refused from a form, an
/// import or any other caller.
/// </summary>
public static class Asked
{
    /// <summary>Countries whose residents are asked for a screening address.</summary>
    private static readonly string[] RegionalScreening = ["RU", "UA"];

    public static bool Is(Item item, Answers answers) => item switch
    {
        Item.Gender or Item.BirthYear or Item.Phone => answers.Cooperation == nameof(Cooperation.PersonnelLeasing),
        Item.Postcode or Item.ScreeningAddress => RegionalScreening.Contains(answers.Country),
        Item.Mailbox or Item.FullName or Item.Nationality or Item.Country or Item.Cooperation or Item.IdType or Item.IdCountry
            or Item.IdNumber or Item.AgeBand => true,
        Item.CommunicationAddress or Item.City => IsAgreed(For.Correspondence, answers),
        Item.Department or Item.Position => IsAgreed(For.WorkProfile, answers),
    };

    public static bool IsOptional(Item item) => item is Item.CommunicationAddress or Item.City or Item.Department or Item.Position;

    /// <summary>What a child's guardian did not tick is not asked of the child.</summary>
    private static bool IsAgreed(Purpose purpose, Answers answers) =>
        answers.AgeBand != nameof(AgeBand.Child) || answers.GuardianChoices?.Split(',').Contains(purpose.Key) == true;

    /// <summary>The answers without those that are no longer asked: changing the country drops the screening address.</summary>
    public static Answers Narrow(Answers answers) =>
        Enum.GetValues<Item>().Where(item => !Is(item, answers)).Aggregate(answers, (rest, item) => rest.With(item, null));
}

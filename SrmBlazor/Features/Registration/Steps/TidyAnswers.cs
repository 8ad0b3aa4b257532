using SrmBlazor.Features.Registration.IdentityNumbers;
using SrmBlazor.Shared.Geography;

namespace SrmBlazor.Features.Registration.Steps;

/// <summary>A draft keeps what was typed; what is submitted is stored in one form only, so that equal things compare equal.</summary>
internal static class TidyAnswers
{
    public static Answers Of(Answers answers, DateOnly today)
    {
        var asked = Asked.Narrow(answers);
        return Enum.GetValues<Item>().Aggregate(asked, (tidy, item) => string.IsNullOrWhiteSpace(asked[item]) ? tidy.With(item, null) : tidy.With(item, One(item, asked, today)));
    }

    private static string? One(Item item, Answers answers, DateOnly today) => item switch
    {
        Item.Mailbox => MailboxForm.Tidy(answers.Mailbox!),
        Item.FullName or Item.ScreeningAddress or Item.CommunicationAddress or Item.City or Item.Department or Item.Position => TextForm.Tidy(answers[item]!),
        Item.BirthYear => BirthYear.Read(answers.BirthYear)?.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Item.Phone => Telephones.Check(answers.Phone, answers.Country ?? "").E164 ?? answers.Phone,
        Item.Postcode => Postcodes.Check(answers.Postcode, answers.Country ?? "", required: true).Normalised ?? answers.Postcode,
        Item.IdNumber => Enum.TryParse<IdentityType>(answers.IdType, out var type)
            ? IdentityNumber.Check(new IdentityClaim(type, answers.IdCountry, answers.IdNumber), today).Normalised ?? answers.IdNumber : answers.IdNumber,
        Item.Nationality or Item.Country or Item.Cooperation or Item.Gender or Item.IdType or Item.IdCountry or Item.AgeBand => answers[item],
    };
}

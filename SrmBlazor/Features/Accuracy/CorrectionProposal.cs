using SrmBlazor.Features.Registration;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;

namespace SrmBlazor.Features.Accuracy;

/// <summary>What the person says is right, beside what was held: who decides sees both here, because what is disputed itself opens for nobody.</summary>
/// <param name="Request">The id of the request that it belongs to.</param>
public sealed record CorrectionProposal(string Request, CheckedValues Before, CheckedValues After) : SealedRecord, IDeclared
{
    public static RecordKind Kind { get; } = RecordKind.Of("correction-proposal")
        .HeldBy(For.Correction).AsTransient()
        .Has(nameof(Request), Category.Handling)
        .Has($"{nameof(Before)}.{nameof(CheckedValues.FullName)}", Category.Identity)
        .Has($"{nameof(Before)}.{nameof(CheckedValues.Nationality)}", Category.Identity)
        .Has($"{nameof(Before)}.{nameof(CheckedValues.Country)}", Category.Location)
        .Has($"{nameof(Before)}.{nameof(CheckedValues.IdType)}", Category.Document)
        .Has($"{nameof(Before)}.{nameof(CheckedValues.IdCountry)}", Category.Document)
        .HasSensitive($"{nameof(Before)}.{nameof(CheckedValues.IdNumber)}", Category.Document, For.SensitiveIdentity)
        .Has($"{nameof(After)}.{nameof(CheckedValues.FullName)}", Category.Identity)
        .Has($"{nameof(After)}.{nameof(CheckedValues.Nationality)}", Category.Identity)
        .Has($"{nameof(After)}.{nameof(CheckedValues.Country)}", Category.Location)
        .Has($"{nameof(After)}.{nameof(CheckedValues.IdType)}", Category.Document)
        .Has($"{nameof(After)}.{nameof(CheckedValues.IdCountry)}", Category.Document)
        .HasSensitive($"{nameof(After)}.{nameof(CheckedValues.IdNumber)}", Category.Document, For.SensitiveIdentity);
}

/// <summary>Answers that staff decide about.</summary>
public sealed class CheckedValues
{
    public static readonly IReadOnlyList<Registration.Item> Questions =
        [Registration.Item.FullName, Registration.Item.Nationality, Registration.Item.Country, Registration.Item.IdType, Registration.Item.IdCountry, Registration.Item.IdNumber];

    public string? FullName { get; init; }

    public string? Nationality { get; init; }

    public string? Country { get; init; }

    public string? IdType { get; init; }

    public string? IdCountry { get; init; }

    public string? IdNumber { get; init; }

    public static CheckedValues Of(Answers answers) => new()
    {
        FullName = answers.FullName,
        Nationality = answers.Nationality,
        Country = answers.Country,
        IdType = answers.IdType,
        IdCountry = answers.IdCountry,
        IdNumber = answers.IdNumber,
    };

    /// <summary>The answers with these in place of theirs.</summary>
    public Answers Over(Answers answers) => answers with
    {
        FullName = FullName,
        Nationality = Nationality,
        Country = Country,
        IdType = IdType,
        IdCountry = IdCountry,
        IdNumber = IdNumber,
    };
}

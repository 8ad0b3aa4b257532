using SrmBlazor.Data;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Keys;
using SrmBlazor.PersonalData.Map;
using SrmBlazor.Shared;
using Question = SrmBlazor.Features.Registration.Item;

namespace SrmBlazor.Features.Accuracy;

/// <summary>In which sealed record the answers of a registration lie, so that what is held is judged and changed by the wizard's own rules.</summary>
/// <param name="Places">Each question with the property that holds its answer.</param>
internal abstract record Filed(RecordKind Kind, IReadOnlyList<(Question Question, string Property)> Places)
{
    public static IReadOnlyList<Filed> All { get; } =
    [
        new Filed<Identity>([(Question.FullName, nameof(Identity.FullName)), (Question.Nationality, nameof(Identity.Nationality))], typed => new Identity(typed.FullName!, typed.Nationality!)),
        new Filed<IdentityDocument>(
            [(Question.IdType, nameof(IdentityDocument.Type)), (Question.IdCountry, nameof(IdentityDocument.Country)), (Question.IdNumber, nameof(IdentityDocument.Number))],
            typed => new IdentityDocument(typed.IdType!, typed.IdCountry ?? "", typed.IdNumber!)),
        new Filed<Residence>([(Question.Country, nameof(Residence.Country)), (Question.AgeBand, nameof(Residence.AgeBand))], typed => new Residence(typed.Country!, typed.AgeBand!)),
        new Filed<LeasingProfile>([(Question.Gender, nameof(LeasingProfile.Gender)), (Question.BirthYear, nameof(LeasingProfile.BirthYear))], typed => new LeasingProfile(typed.Gender!, typed.BirthYear!)),
        new Filed<Phone>([(Question.Phone, nameof(Phone.Number))], typed => new Phone(typed.Phone!)),
        new Filed<ScreeningAddress>(
            [(Question.Postcode, nameof(ScreeningAddress.Postcode)), (Question.ScreeningAddress, nameof(ScreeningAddress.Address))], typed => new ScreeningAddress(typed.Postcode!, typed.ScreeningAddress!)),
        new Filed<CommunicationAddress>([(Question.CommunicationAddress, nameof(CommunicationAddress.Address))], typed => new CommunicationAddress(typed.CommunicationAddress!)),
        new Filed<City>([(Question.City, nameof(City.Name))], typed => new City(typed.City!)),
        new Filed<Department>([(Question.Department, nameof(Department.Name))], typed => new Department(typed.Department!)),
        new Filed<Position>([(Question.Position, nameof(Position.Name))], typed => new Position(typed.Position!)),
    ];

    public IEnumerable<Question> Questions => Places.Select(place => place.Question);

    /// <summary>Staff compared it with a document, or it decides which law applies: the map says so by who holds it.</summary>
    public bool NeedsDecision => Kind.Holders.Contains(For.IdentityCheck) || Kind.Holders.Contains(For.Jurisdiction);

    /// <summary>What a record of a registered person is kept for first of all.</summary>
    public Purpose Keeper => Kind.Holders.First(purpose => purpose != For.Registration);

    /// <summary>By which answer the record is found; null where it is not looked for.</summary>
    public (LookUp Kind, Question Question)? LookUp =>
        Kind == Identity.Kind ? (PersonalData.Keys.LookUp.WholeName, Question.FullName) : Kind == IdentityDocument.Kind ? (PersonalData.Keys.LookUp.IdNumber, Question.IdNumber) : null;

    /// <summary>What differs, as the map names it: <c>identity.FullName</c>.</summary>
    public IEnumerable<string> ItemsChanged(Answers before, Answers after) =>
        Places.Where(place => before[place.Question] != after[place.Question]).Select(place => $"{Kind.Name}.{place.Property}");

    public bool IsEmpty(Answers answers) => Questions.All(question => answers[question] is null);

    public Answers Read(SealedRecord record, Answers answers) =>
        Places.Aggregate(answers, (read, place) => read.With(place.Question, ItemValue.Of(record, place.Property) as string));

    public abstract Task<Guid> SealAsync(Vault vault, Writing work, Guid person, Answers answers, Act act, string cause);

    public abstract Task<SaveOutcome> SaveAsync(Vault vault, Writing work, Guid person, Guid record, int version, Answers answers, Purpose under, Act act);
}

internal sealed record Filed<T>(IReadOnlyList<(Question Question, string Property)> Places, Func<Answers, T> Write) : Filed(T.Kind, Places)
    where T : SealedRecord, IDeclared
{
    public override Task<Guid> SealAsync(Vault vault, Writing work, Guid person, Answers answers, Act act, string cause) =>
        vault.SealAsync(work, person, Write(answers), Keeper, act, cause);

    public override Task<SaveOutcome> SaveAsync(Vault vault, Writing work, Guid person, Guid record, int version, Answers answers, Purpose under, Act act) =>
        vault.SaveAsync(work, person, record, version, Write(answers), under, act);
}

using System.Globalization;
using Microsoft.Extensions.Localization;
using SrmBlazor.Features.Registration.Steps;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;
using Question = SrmBlazor.Features.Registration.Item;

namespace SrmBlazor.Features.Home;

/// <summary>What is held, in the reader's words: labels from the data map's texts, codes as the wizard says them.</summary>
public sealed class HeldWords(IStringLocalizer<HomeTexts> home, IStringLocalizer<PurposeTexts> purposes, IStringLocalizer<Registration.RegistrationTexts> questions)
{
    /// <summary>Items whose stored value is a code, and the question whose choices say what it means.</summary>
    private static readonly Dictionary<(string Kind, string Property), Question> Codes = new()
    {
        [("identity", "Nationality")] = Question.Nationality,
        [("identity-document", "Type")] = Question.IdType,
        [("identity-document", "Country")] = Question.IdCountry,
        [("residence", "Country")] = Question.Country,
        [("residence", "AgeBand")] = Question.AgeBand,
        [("leasing-profile", "Gender")] = Question.Gender,
    };

    /// <summary>What a record is called: by the name of its kind, or by its only item.</summary>
    public string Kind(string kind) =>
        home[$"Kind.{kind}"] is { ResourceNotFound: false } own ? own : home["Kind"];

    public string Label(RecordKind kind, Item item) => purposes[$"Item.{kind.Name}.{item.Property}"];

    public string Value(RecordKind kind, HeldItem held) =>
        held.Item.IsSecret ? home["Value.Secret"]
        : string.IsNullOrEmpty(held.Value) ? home["Value.None"]
        : Codes.TryGetValue((kind.Name, held.Item.Property), out var question) ? Shown.Of(question, held.Value, questions)
        : held.Value;

    /// <summary>A question of the wizard, and an answer to it.</summary>
    public string Asked(Question question) => questions[$"{question}.Label"];

    public string Answer(Question question, string? value) => Shown.Of(question, value, questions);

    public string Purpose(Purpose purpose, string part) => purposes[$"Purpose.{purpose.Key}.{part}"];

    public string Basis(Purpose purpose)
    {
        var basis = purposes[$"Basis.{purpose.Basis}"];
        return purposes[$"Purpose.{purpose.Key}.Law"] is { ResourceNotFound: false } law ? home["Basis.Law", basis, law] : basis;
    }

    public string Source(RecordKind kind) => purposes[$"Source.{kind.Source}"];

    /// <summary>Why a record is still here: the purpose that holds it longest, and until when.</summary>
    public string Why(Hold? deciding) => deciding switch
    {
        null => home["Why.Over"],
        { HasEnd: true } => home["Why.Until", Purpose(deciding.Purpose, "Name"), deciding.Until.ToString(home["Format.Day"], CultureInfo.CurrentCulture)],
        _ => home["Why.While", Purpose(deciding.Purpose, "Name"), Purpose(deciding.Purpose, "Kept")],
    };
}

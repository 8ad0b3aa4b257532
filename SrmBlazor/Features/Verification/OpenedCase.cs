using System.Globalization;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Registration.IdentityNumbers;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.Shared.Geography;

namespace SrmBlazor.Features.Verification;

/// <summary>Whether a document's number obeys the public rule of its kind.</summary>
public enum NumberCheck
{
    Fits,

    /// <summary>No rule is known: only length and characters were looked at.</summary>
    NoRule,

    Fails,
}

/// <summary>What a verifier sees of a person before any reveal. The clear values are not in here.</summary>
/// <param name="Duplicate">Another person has the same document number. Only that, not who.</param>
/// <param name="CountryDiffers">The document was issued by another country than the one the person is a national of.</param>
public sealed record MaskedFacts(string Name, string Nationality, IdentityType? Type, string Number, NumberCheck Check, bool CountryDiffers, bool Duplicate)
{
    private const string Mask = "***";

    internal static MaskedFacts Of(Identity identity, IdentityDocument document, bool duplicate, DateOnly today)
    {
        var known = Enum.TryParse<IdentityType>(document.Type, out var type);
        var country = known && type == IdentityType.ResidentId ? "CN" : document.Country;
        var verdict = IdentityNumber.Check(new IdentityClaim(type, country, document.Number), today);
        var check = !known || !verdict.IsAccepted ? NumberCheck.Fails : verdict.CheckedByRule ? NumberCheck.Fits : NumberCheck.NoRule;
        return new MaskedFacts(MaskName(identity.FullName), Mask, known ? type : null, MaskNumber(document.Number), check, country != identity.Nationality, duplicate);
    }

    /// <summary>The first character, whole even where it takes several code units.</summary>
    internal static string MaskName(string name) => StringInfo.GetNextTextElement(name.Trim()) + Mask;

    /// <summary>The last four of a long number, the last two of a shorter one, nothing of a very short one.</summary>
    internal static string MaskNumber(string number) =>
        Mask + number.Trim() switch { { Length: >= 8 } known => known[^4..], { Length: >= 5 } known => known[^2..], _ => "" };
}

/// <summary>One case, opened by a verifier; a row in the access ledger says so.</summary>
/// <param name="Language">In which the supplier is written to.</param>
/// <param name="Facts">Null while no identity check runs: then nothing may be opened.</param>
public sealed record OpenedCase(
    CaseRow Row, Standing Standing, string Language, MaskedFacts? Facts, bool HasScan, IReadOnlyList<PastEvent> History);

/// <summary>A line of the case's history without its sealed words.</summary>
public sealed record PastEvent(CaseEventKind Kind, DateTime On, Hands By, IReadOnlyList<CaseItem> Items, RefusalGround? Ground, Guid? Erasure, bool HasMessage);

/// <summary>What can be shown in clear, each for a reason and with a row of its own.</summary>
public enum Revealable
{
    Name,
    Nationality,
    Document,

    /// <summary>What a colleague last wrote to the supplier.</summary>
    Message,
}

/// <summary>One value in clear, for the open page only. Its text form shows nothing.</summary>
/// <param name="Value">A name, a number, the words of a message; empty where the country alone is shown.</param>
/// <param name="Country">ISO 3166-1 alpha-2, where the value is or has one.</param>
public sealed record Revelation(string Value, string? Country = null)
{
    public string In(CultureInfo language) =>
        string.IsNullOrEmpty(Country) ? Value
        : Value.Length == 0 ? Countries.NameOf(Country, language)
        : $"{Value} ({Countries.NameOf(Country, language)})";

    public override string ToString() => "***";
}

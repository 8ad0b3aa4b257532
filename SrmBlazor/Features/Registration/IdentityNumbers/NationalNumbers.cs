using System.Collections.Frozen;
using SrmBlazor.Features.Registration.IdentityNumbers.Schemes;

namespace SrmBlazor.Features.Registration.IdentityNumbers;

/// <summary>Every national number whose rule is public and that we check.</summary>
internal static class NationalNumbers
{
    private static readonly FrozenDictionary<string, NationalNumber> ByCountry = new[]
    {
        China.ResidentId,
        EastAsia.HongKongId, EastAsia.KoreaResidentNumber, EastAsia.TaiwanId,
        SouthAndSouthEastAsia.Aadhaar, SouthAndSouthEastAsia.MalaysiaNric, SouthAndSouthEastAsia.SingaporeNric, SouthAndSouthEastAsia.ThaiId,
        FormerSovietUnion.KazakhIin, FormerSovietUnion.RussianNumber, FormerSovietUnion.UkrainianTaxNumber,
        MiddleEastAndAfrica.IsraeliId, MiddleEastAndAfrica.SouthAfricanId, MiddleEastAndAfrica.TurkishId,
        Americas.ArgentineCuil, Americas.BrazilianCpf, Americas.CanadianSin, Americas.ChileanRut, Americas.EcuadorianCedula,
        Mexico.Curp,
        Baltic.EstonianCode, Baltic.LatvianCode, Baltic.LithuanianCode,
        Nordic.DanishCpr, Nordic.FinnishCode, Nordic.IcelandicKennitala, Nordic.NorwegianNumber, Nordic.SwedishNumber,
        CentralEurope.AustrianInsuranceNumber, CentralEurope.CzechBirthNumber, CentralEurope.SlovakBirthNumber, CentralEurope.GermanTaxId,
        CentralEurope.PolishPesel, CentralEurope.SwissInsuranceNumber,
        WesternEurope.BelgianNumber, WesternEurope.FrenchNir, WesternEurope.IrishPps, WesternEurope.DutchBsn, WesternEurope.PortugueseNif, WesternEurope.SpanishId,
        Italy.FiscalCode,
        SouthEastEurope.BulgarianEgn, SouthEastEurope.CroatianOib, SouthEastEurope.GreekAmka, SouthEastEurope.RomanianCnp,
    }.Concat(SouthEastEurope.CitizenNumbers).ToFrozenDictionary(rule => rule.Country, StringComparer.Ordinal);

    public static NationalNumber ChinaResidentId => China.ResidentId;

    public static IEnumerable<NationalNumber> All => ByCountry.Values;

    public static NationalNumber? Of(string country) => ByCountry.GetValueOrDefault(country);
}

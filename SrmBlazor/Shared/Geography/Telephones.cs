using PhoneNumbers;

namespace SrmBlazor.Shared.Geography;

/// <summary>Checks phone numbers with the numbering plans of libphonenumber and brings them to E.164.</summary>
public static class Telephones
{
    // longer than any number with extension; the library refuses above 250 characters, we need not go there
    private const int LongestEntry = 40;

    /// <param name="typed">As typed: full-width digits, spaces, brackets, 00 or + in front are all fine.</param>
    /// <param name="country">Two-letter code of the country assumed when there is no + in front.</param>
    public static PhoneVerdict Check(string? typed, string country)
    {
        var plain = TypedText.ToPlain(typed);
        if (plain.Length == 0)
        {
            return Refused(PhoneProblem.Missing);
        }

        if (plain.Any(char.IsLetter))
        {
            return Refused(PhoneProblem.NotANumber);
        }

        if (plain.Length > LongestEntry)
        {
            return Refused(PhoneProblem.TooLong);
        }

        var library = PhoneNumberUtil.GetInstance();
        try
        {
            return Judge(library, library.Parse(plain, country.ToUpperInvariant()));
        }
        catch (NumberParseException refusal)
        {
            return Refused(refusal.ErrorType switch
            {
                ErrorType.INVALID_COUNTRY_CODE => PhoneProblem.UnknownCallingCode,
                ErrorType.TOO_LONG => PhoneProblem.TooLong,
                ErrorType.TOO_SHORT_NSN or ErrorType.TOO_SHORT_AFTER_IDD => PhoneProblem.TooShort,
                ErrorType.NOT_A_NUMBER => plain.Any(char.IsAsciiDigit) ? PhoneProblem.TooShort : PhoneProblem.NotANumber,
            });
        }
    }

    private static PhoneVerdict Judge(PhoneNumberUtil library, PhoneNumber number) => library.IsPossibleNumberWithReason(number) switch
    {
        PhoneNumberUtil.ValidationResult.TOO_SHORT or PhoneNumberUtil.ValidationResult.IS_POSSIBLE_LOCAL_ONLY => Refused(PhoneProblem.TooShort),
        PhoneNumberUtil.ValidationResult.TOO_LONG => Refused(PhoneProblem.TooLong),
        PhoneNumberUtil.ValidationResult.INVALID_COUNTRY_CODE => Refused(PhoneProblem.UnknownCallingCode),
        PhoneNumberUtil.ValidationResult.INVALID_LENGTH => Refused(PhoneProblem.NotOfThatCountry),
        PhoneNumberUtil.ValidationResult.IS_POSSIBLE => library.IsValidNumber(number)
            ? new(null, library.Format(number, PhoneNumberFormat.E164), library.GetRegionCodeForNumber(number))
            : Refused(PhoneProblem.NotOfThatCountry),
    };

    private static PhoneVerdict Refused(PhoneProblem problem) => new(problem, null, null);
}

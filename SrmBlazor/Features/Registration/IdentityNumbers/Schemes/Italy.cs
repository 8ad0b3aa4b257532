namespace SrmBlazor.Features.Registration.IdentityNumbers.Schemes;

/// <summary>Codice fiscale: letters of the name, year, letter of the month, day (plus 40 for women), place, check letter.</summary>
internal static class Italy
{
    private const string Months = "ABCDEHLMPRST";

    // stands for the digits 0 to 9 where two people would otherwise have the same code
    private const string Substitutes = "LMNPQRSTUV";

    private static readonly int[] OddValues = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

    public static readonly NationalNumber FiscalCode = new("IT", "Codice fiscale", "意大利税号（codice fiscale）", ["AAAAAA**A**A***A"], number =>
    {
        var sum = 0;
        for (var i = 0; i < 15; i++)
        {
            var value = char.IsAsciiDigit(number.Number[i]) ? number[i] : number.Number[i] - 'A';
            sum += i % 2 == 0 ? OddValues[value] : value;
        }

        number.CheckCharacter('A' + (sum % 26) == number.Number[15]);
        int[] places = [6, 7, 9, 10, 12, 13, 14];
        if (places.FirstOrDefault(place => DigitAt(number, place) < 0) is var wrong and not 0)
        {
            number.RefuseAt(wrong);
            return;
        }

        var day = (10 * DigitAt(number, 9)) + DigitAt(number, 10);
        number.BornInEitherCentury((10 * DigitAt(number, 6)) + DigitAt(number, 7), 1 + Months.IndexOf(number.Number[8], StringComparison.Ordinal), day > 40 ? day - 40 : day);
        number.IsMale(day <= 40);
    });

    private static int DigitAt(NumberReading number, int place) =>
        char.IsAsciiDigit(number.Number[place]) ? number[place] : Substitutes.IndexOf(number.Number[place], StringComparison.Ordinal);
}

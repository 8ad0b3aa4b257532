namespace SrmBlazor.Features.Registration.IdentityNumbers;

/// <summary>
/// Compares a number with its permitted forms. In a form 9 is a digit, A a letter, * a letter or digit, ? anything.
/// </summary>
internal static class Shape
{
    private const int MostProblemsShown = 3;

    public static IReadOnlyList<IdentityProblem> Compare(string number, params IReadOnlyList<string> shapes)
    {
        var candidates = shapes.Where(shape => shape.Length == number.Length).ToArray();
        return candidates.Length == 0
            ? [LengthProblem(number.Length, [.. shapes.Select(shape => shape.Length).Distinct().Order()])]
            : [.. candidates.Select(shape => Differences(number, shape)).MinBy(differences => differences.Count)!.Take(MostProblemsShown)];
    }

    private static IdentityProblem LengthProblem(int actual, int[] expected) => expected.Length switch
    {
        1 => new(IdentityProblemKind.WrongLength, expected[0], actual),
        2 => new(IdentityProblemKind.WrongLengthEither, expected[0], expected[1], actual),
        _ => new(IdentityProblemKind.WrongLengthBetween, expected[0], expected[^1], actual),
    };

    private static List<IdentityProblem> Differences(string number, string shape)
    {
        var differences = new List<IdentityProblem>();
        for (var i = 0; i < number.Length; i++)
        {
            IdentityProblemKind? problem = shape[i] switch
            {
                '9' when !char.IsAsciiDigit(number[i]) => IdentityProblemKind.NotADigit,
                'A' when !char.IsAsciiLetterUpper(number[i]) => IdentityProblemKind.NotALetter,
                '*' when !char.IsAsciiLetterUpper(number[i]) && !char.IsAsciiDigit(number[i]) => IdentityProblemKind.UnexpectedCharacter,
                _ => null,
            };
            if (problem is { } kind)
            {
                differences.Add(new(kind, i + 1));
            }
        }

        return differences;
    }
}

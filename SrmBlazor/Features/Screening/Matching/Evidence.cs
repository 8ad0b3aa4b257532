namespace SrmBlazor.Features.Screening.Matching;

/// <summary>
/// What is known beside the name. It only ever lowers a score, and never so far that the same name, a weak alias too, falls below
/// the review floor: a contradiction is for a person to judge (a second passport, a wrong year on a list).
/// </summary>
internal static class Evidence
{
    private const double OtherNationality = 0.96;
    private const double OtherBirthYear = 0.94;

    /// <summary>Lists of the field count a year or two of difference as the same person's.</summary>
    private const int CloseYears = 2;

    public static double Factor(NameQuality quality) => quality switch
    {
        NameQuality.Primary => 1,
        NameQuality.Good => 1,
        NameQuality.Weak => 0.945,
    };

    public static double Factor(Agreement nationality, Agreement birthYear) =>
        (nationality == Agreement.Contradicts ? OtherNationality : 1) * (birthYear == Agreement.Contradicts ? OtherBirthYear : 1);

    public static Agreement Nationality(string? asked, IReadOnlyList<string> listed) =>
        asked is null || listed.Count == 0 ? Agreement.Unknown
        : listed.Contains(asked, StringComparer.OrdinalIgnoreCase) ? Agreement.Agrees : Agreement.Contradicts;

    public static Agreement BirthYear(int? asked, IReadOnlyList<BirthYears> listed)
    {
        if (asked is not { } year || listed.Count == 0)
        {
            return Agreement.Unknown;
        }

        var distance = listed.Min(span => span.DistanceTo(year));
        return distance == 0 ? Agreement.Agrees : distance <= CloseYears ? Agreement.Close : Agreement.Contradicts;
    }
}

namespace SrmBlazor.Features.Registration.IdentityNumbers;

/// <summary>One number being read by its rule: hands out its parts and collects what is wrong and what it tells.</summary>
internal sealed class NumberReading(string number, DateOnly today)
{
    private const int LongestLife = 130;

    private readonly List<IdentityProblem> problems = [];
    private IReadOnlyList<int> birthYears = [];
    private DateOnly? birthDate;
    private Sex? sex;

    public string Number => number;

    public IReadOnlyList<IdentityProblem> Problems => problems;

    public NumberFacts Facts => new(birthYears, birthDate, sex);

    /// <summary>The digit at a place counted from 0.</summary>
    public int this[int place] => number[place] - '0';

    /// <summary>Some digits read as one number.</summary>
    public int Part(int start, int length)
    {
        var value = 0;
        for (var i = start; i < start + length; i++)
        {
            value = (value * 10) + this[i];
        }

        return value;
    }

    public void Require(bool fulfilled, IdentityProblemKind otherwise)
    {
        if (!fulfilled && !problems.Any(problem => problem.Kind == otherwise))
        {
            problems.Add(new(otherwise));
        }
    }

    public void CheckCharacter(bool agrees) => Require(agrees, IdentityProblemKind.CheckCharacter);

    /// <summary>For numbers in which a letter may stand for a digit: says at which place none can.</summary>
    public void RefuseAt(int place) => problems.Add(new(IdentityProblemKind.NotADigit, place + 1));

    public void Born(int year, int month, int day) => BornInOneOf([year], month, day);

    /// <summary>For numbers with a two-digit year and no sign of the century.</summary>
    public void BornInEitherCentury(int yearOfCentury, int month, int day) => BornInOneOf([1800 + yearOfCentury, 1900 + yearOfCentury, 2000 + yearOfCentury], month, day);

    /// <summary>For numbers that tell the year but no usable day.</summary>
    public void BornInYear(params IEnumerable<int> years) => birthYears = [.. years.Where(year => year <= today.Year && year >= today.Year - LongestLife)];

    public void IsMale(bool male) => sex = male ? Sex.Male : Sex.Female;

    private void BornInOneOf(int[] years, int month, int day)
    {
        var dates = years.Where(year => IsDate(year, month, day)).Select(year => new DateOnly(year, month, day)).ToArray();
        var possible = dates.Where(date => date <= today && date >= today.AddYears(-LongestLife)).ToArray();
        if (possible.Length == 0)
        {
            problems.Add(new(dates switch
            {
                [] => IdentityProblemKind.ImpossibleDate,
                [.., var last] when last > today => IdentityProblemKind.BornInFuture,
                _ => IdentityProblemKind.BornTooLongAgo,
            }));
            return;
        }

        birthYears = [.. possible.Select(date => date.Year)];
        birthDate = possible.Length == 1 ? possible[0] : null;
    }

    private static bool IsDate(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
}

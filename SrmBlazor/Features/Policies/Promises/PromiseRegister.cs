namespace SrmBlazor.Features.Policies.Promises;

public enum PromiseKeeper
{
    /// <summary>The program keeps it, and tests prove it.</summary>
    Program,

    /// <summary>The operator's people keep it by hand for now.</summary>
    People,
}

/// <summary>How one promise of the policy is kept.</summary>
/// <param name="Id">Its mark in the policy's text.</param>
/// <param name="By">The name of a <see cref="PromiseFeature"/>, or the key of the text that says what people do: <c>Hand.…</c> in <see cref="PromiseTexts"/>.</param>
/// <param name="Tests">Full names of the tests that prove it; none where people keep it.</param>
public sealed record PromiseEntry(string Id, PromiseKeeper Keeper, string By, IReadOnlyList<string> Tests);

/// <summary>
/// Every promise of the policy with its keeper. What is promised stands in the policy alone, who keeps it in <c>register.txt</c>, and
/// <c>tests.txt</c> is generated from the tests (<c>scripts/promises.sh</c>).
/// </summary>
public sealed class PromiseRegister
{
    private readonly Dictionary<string, PromiseEntry> entries;

    private PromiseRegister(IEnumerable<PromiseEntry> entries) =>
        this.entries = entries.ToDictionary(entry => entry.Id, StringComparer.Ordinal);

    public IReadOnlyCollection<PromiseEntry> Entries => entries.Values;

    public PromiseEntry? Find(string id) => entries.GetValueOrDefault(id);

    /// <summary>The register compiled into the program.</summary>
    public static PromiseRegister OfThisProgram()
    {
        using var register = Open("register.txt");
        using var tests = Open("tests.txt");
        return Read(register, tests);
    }

    /// <exception cref="InvalidDataException">A line cannot be read, or a promise stands in the register twice.</exception>
    public static PromiseRegister Read(TextReader register, TextReader tests)
    {
        var proofs = Lines(tests, cells: 2).ToLookup(line => line[0], line => line[1], StringComparer.Ordinal);
        var read = Lines(register, cells: 3).Select(line => new PromiseEntry(line[0], KeeperOf(line), line[2], [.. proofs[line[0]]])).ToList();
        var twice = read.GroupBy(entry => entry.Id, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        return twice is null ? new PromiseRegister(read) : throw new InvalidDataException($"{twice.Key} stands in the register of promises twice.");
    }

    private static StreamReader Open(string file) => new(typeof(PromiseRegister).Assembly.GetManifestResourceStream($"Promises/{file}")!);

    private static PromiseKeeper KeeperOf(string[] line) => line[1] switch
    {
        "program" => PromiseKeeper.Program,
        "people" => PromiseKeeper.People,
        _ => throw Unreadable(line),
    };

    private static IEnumerable<string[]> Lines(TextReader table, int cells)
    {
        while (table.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                yield return parts.Length == cells ? parts : throw Unreadable(parts);
            }
        }
    }

    private static InvalidDataException Unreadable(string[] line) => new($"The register of promises has a line that cannot be read: {string.Join(' ', line)}");
}

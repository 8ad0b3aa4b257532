namespace SrmBlazor.PersonalData.Map;

/// <summary>
/// Columns beside a person id that say something about the person (states, dates, outcomes). When the term ends, the person id
/// is set to null.
/// </summary>
/// <param name="Entity">The entity's type.</param>
/// <param name="Purpose">Why the columns are kept.</param>
/// <param name="Term">How long after <paramref name="Since"/>; null: as long as anything of the person is held.</param>
/// <param name="Since">The date column the term counts from; a row without that date waits.</param>
/// <param name="Columns">The columns that say something about the person.</param>
public sealed record Handling(Type Entity, Purpose Purpose, Retention? Term, string? Since, IReadOnlyList<string> Columns)
{
    public static Handling WithTerm<T>(Purpose purpose, Retention term, string since, params string[] columns) => new(typeof(T), purpose, term, since, [since, .. columns]);

    public static Handling WhileHeld<T>(Purpose purpose, params string[] columns) => new(typeof(T), purpose, null, null, columns);
}

/// <summary>An entity that declares its handling columns.</summary>
public interface IHandled
{
    static abstract Handling Handling { get; }
}

namespace SrmBlazor.PersonalData;

/// <summary>What the vault answers: a record opened, erased, refused, or never held.</summary>
public abstract record Opening<T>
    where T : SealedRecord
{
    private Opening()
    {
    }

    /// <param name="Version">To be named when saving.</param>
    public sealed record Opened(Guid Id, int Version, T Record) : Opening<T>
    {
        public override string ToString() => $"Opened {Id}";
    }

    public sealed record Erased(DateTime On) : Opening<T>;

    /// <summary>The purpose is not live for this person, does not hold this kind, or a consent it needs is missing.</summary>
    public sealed record Refused(Purpose Purpose) : Opening<T>;

    public sealed record NeverHeld : Opening<T>;

    /// <summary>The record where it was opened, else null.</summary>
    public T? OrNull => (this as Opened)?.Record;
}

public enum SaveOutcome
{
    Saved,

    /// <summary>Somebody else saved since the version named: load again.</summary>
    Conflict,

    /// <summary>The record is erased or being erased.</summary>
    Gone,

    /// <summary>No live purpose, or a sensitive value without its consent.</summary>
    Refused,
}

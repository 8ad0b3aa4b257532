using SrmBlazor.PersonalData.Map;

namespace SrmBlazor.PersonalData;

/// <summary>
/// Something personal, kept only as ciphertext under a key of its own: the unit of life. All its items share purposes and
/// source. Its text form shows nothing, so that it cannot leak through a log or a message.
/// </summary>
public abstract record SealedRecord
{
    public sealed override string ToString() => $"{GetType().Name} ***";
}

/// <summary>A sealed record declares itself: what it holds, why, and where it comes from.</summary>
public interface IDeclared
{
    static abstract RecordKind Kind { get; }
}

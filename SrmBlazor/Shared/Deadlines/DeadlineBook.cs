namespace SrmBlazor.Shared.Deadlines;

/// <summary>
/// Where everybody finds the clocks as they are now. They are kept in memory until a calendar is imported, here or on another node; then the next
/// who asks reads anew.
/// </summary>
/// <param name="shipped">What the program and the configured folder bring.</param>
/// <param name="imported">Adds what was imported; null where nothing is kept.</param>
public sealed class DeadlineBook(DeadlineLaw shipped, Func<DeadlineLaw, DeadlineLaw>? imported = null)
{
    /// <summary>A folder whose <c>rules.csv</c> and <c>windows.csv</c> take the place of ours and whose <c>days-NAME.csv</c> add to our calendars.</summary>
    public const string FolderSetting = "Deadlines:Folder";

    private readonly Lock reading = new();
    private volatile DeadlineLaw? known;
    private int changes;

    public DeadlineLaw Shipped { get; } = shipped;

    /// <summary>Take it once for one piece of work: it never changes under it.</summary>
    public DeadlineLaw Current => known ?? Read();

    /// <summary>A calendar was imported.</summary>
    public void Forget()
    {
        Interlocked.Increment(ref changes);
        known = null;
    }

    /// <inheritdoc cref="DeadlineLaw.Open"/>
    public static DeadlineBook Open(string? folder, Func<DeadlineLaw, DeadlineLaw>? imported = null) => new(DeadlineLaw.Open(folder), imported);

    private DeadlineLaw Read()
    {
        lock (reading)
        {
            var before = Volatile.Read(ref changes);
            var law = imported?.Invoke(Shipped) ?? Shipped;
            known = law;
            if (Volatile.Read(ref changes) != before)
            {
                // imported while we read
                known = null;
            }

            return law;
        }
    }
}

using System.Globalization;

namespace SrmBlazor.Features.Policies;

/// <summary>The published policy that is in force, kept in memory until a newer one is published here or on another node.</summary>
/// <param name="load">Reads it from the database.</param>
public sealed class PolicyText(Func<PublishedPolicy> load)
{
    private readonly Lock reading = new();
    private volatile PublishedPolicy? known;
    private int published;

    /// <summary>The version that a new decision refers to.</summary>
    public PolicyEdition Current => Now.Edition;

    /// <summary>The newest version that is major, or the first: who answered before it is asked again.</summary>
    public int LastMajor => Now.LastMajor;

    public PolicyDocument In(CultureInfo culture) => In(PolicyLanguage.For(culture));

    /// <param name="language">One of <see cref="PolicyLanguage.All"/>.</param>
    public PolicyDocument In(string language) => Current.In(language);

    /// <summary>What a decision made now refers to.</summary>
    /// <inheritdoc cref="In(string)"/>
    public ShownPolicy Shown(string language)
    {
        var edition = Current;
        return new(edition.Version, edition.In(language).Hash, language);
    }

    /// <summary>A version was published: the next reader reads anew.</summary>
    internal void Forget()
    {
        Interlocked.Increment(ref published);
        known = null;
    }

    private PublishedPolicy Now => known ?? Read();

    private PublishedPolicy Read()
    {
        lock (reading)
        {
            var before = Volatile.Read(ref published);
            var read = load();
            known = read;
            if (Volatile.Read(ref published) != before)
            {
                // published while we read
                known = null;
            }

            return read;
        }
    }
}

/// <param name="LastMajor">Number of the newest version that is major, or of the first.</param>
public sealed record PublishedPolicy(PolicyEdition Edition, int LastMajor);

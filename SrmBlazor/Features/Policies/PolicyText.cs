using System.Globalization;

namespace SrmBlazor.Features.Policies;

/// <summary>The published policy that is in force, kept in memory until a newer one is published here or on another node.</summary>
/// <param name="load">Reads it from the database.</param>
/// <param name="turn">Another number after each publication: whoever hears of it reads the new text, in whichever order they are told.</param>
public sealed class PolicyText(Func<PublishedPolicy> load, Func<long> turn)
{
    private readonly Lock reading = new();
    private volatile Known? known;

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

    private PublishedPolicy Now => known is { } one && one.Turn == turn() ? one.Policy : Read();

    private PublishedPolicy Read()
    {
        lock (reading)
        {
            // what is published while we read has another number, and the next reader reads anew
            var (before, read) = (turn(), load());
            known = new Known(before, read);
            return read;
        }
    }

    private sealed record Known(long Turn, PublishedPolicy Policy);
}

/// <param name="LastMajor">Number of the newest version that is major, or of the first.</param>
public sealed record PublishedPolicy(PolicyEdition Edition, int LastMajor);

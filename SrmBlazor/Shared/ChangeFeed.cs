using System.Collections.Concurrent;
using System.Globalization;

namespace SrmBlazor.Shared;

/// <summary>Tells open pages that something changed. A message names a topic and carries no data: who hears it asks again.</summary>
public sealed class ChangeFeed
{
    private readonly ConcurrentDictionary<Guid, Subscription> subscriptions = new();
    private readonly ConcurrentDictionary<string, long> turns = new(StringComparer.Ordinal);
    private long missed;

    public void Announce(string topic)
    {
        turns.AddOrUpdate(topic, 1, (_, turn) => turn + 1);
        Announce(subscription => subscription.Topic == topic);
    }

    /// <summary>Announcements may have been missed: every open page asks again.</summary>
    public void AnnounceAll()
    {
        Interlocked.Increment(ref missed);
        Announce(_ => true);
    }

    /// <summary>Another number after each announcement: what was read before it is old.</summary>
    public long TurnOf(string topic) => turns.GetValueOrDefault(topic) + Interlocked.Read(ref missed);

    /// <summary>
    /// Calls <paramref name="heard"/> on every announcement until disposed. It must only hand over to the page's own dispatcher. It runs in the
    /// language of who subscribed: an announcement comes from somebody else's circuit, and a page would answer in their language.
    /// </summary>
    public IDisposable Subscribe(string topic, Action heard)
    {
        var (culture, language) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        var subscription = new Subscription(this, Guid.NewGuid(), topic, () => InLanguage(culture, language, heard));
        subscriptions[subscription.Id] = subscription;
        return subscription;
    }

    private void Announce(Func<Subscription, bool> concerns)
    {
        foreach (var subscription in subscriptions.Values.Where(concerns))
        {
            subscription.Heard();
        }
    }

    private static void InLanguage(CultureInfo culture, CultureInfo language, Action heard)
    {
        var (before, said) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, language);
        try
        {
            heard();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, said);
        }
    }

    private sealed record Subscription(ChangeFeed Feed, Guid Id, string Topic, Action Heard) : IDisposable
    {
        public void Dispose() => Feed.subscriptions.TryRemove(Id, out _);
    }
}

public static class Topics
{
    public const string Queue = "queue";

    public const string Mail = "mail";

    /// <summary>An erasure went a step on.</summary>
    public const string Erasures = "erasures";

    /// <summary>A version of the policy was published.</summary>
    public const string Policy = "policy";

    /// <summary>The clocks of requests count with other days than before; <see cref="Deadlines.DeadlineBook.Current"/> has them already.</summary>
    public const string Calendar = "calendar";

    /// <summary>The draft of the policy was opened, changed or published.</summary>
    public const string PolicyDraft = "policy-draft";

    /// <summary>A package was asked for.</summary>
    public const string Copies = "copies";

    /// <summary>A person's package went a step on.</summary>
    public static string Copy(Guid person) => $"copy:{person:N}";

    /// <summary>The person dismissed the news of the policy, perhaps in another window.</summary>
    public static string PolicyRead(Guid person) => $"policy-read:{person:N}";

    public static string Person(Guid person) => $"person:{person:N}";
}

using System.Collections.Concurrent;
using System.Globalization;

namespace SrmBlazor.Shared;

/// <summary>Tells open pages that something changed. A message names a topic and carries no data: who hears it asks again.</summary>
public sealed class ChangeFeed(ILogger<ChangeFeed> log)
{
    /// <summary>So many pages are told in one go. Whatever they have to send goes out before the next hear of it: a thousand that answer at once would need a thousand buffers, and the first would wait for the last.</summary>
    private const int AtOnce = 16;

    private readonly ConcurrentDictionary<string, ConcurrentDictionary<Guid, Listener>> subscriptions = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, long> turns = new(StringComparer.Ordinal);
    private readonly Lock leaving = new();
    private long missed;

    public void Announce(string topic)
    {
        if (turns.ContainsKey(topic))
        {
            turns.AddOrUpdate(topic, 1, (_, turn) => turn + 1);
        }

        if (subscriptions.TryGetValue(topic, out var heard))
        {
            Tell(topic, heard.GetEnumerator());
        }
    }

    /// <summary>Announcements may have been missed: every open page asks again.</summary>
    public void AnnounceAll()
    {
        Interlocked.Increment(ref missed);
        foreach (var (topic, heard) in subscriptions)
        {
            Tell(topic, heard.GetEnumerator());
        }
    }

    /// <summary>Another number after each announcement: what was read before it is old.</summary>
    public long TurnOf(string topic) => turns.GetOrAdd(topic, 0) + Interlocked.Read(ref missed);

    /// <summary>Topics that an open page waits for.</summary>
    internal IReadOnlyCollection<string> Awaited => [.. subscriptions.Keys];

    /// <summary>
    /// Calls <paramref name="heard"/> on every announcement until disposed. It must only hand over to the page's own dispatcher. It runs in the
    /// language of who subscribed: an announcement comes from somebody else's circuit, and a page would answer in their language. If it fails, the
    /// other pages hear the announcement all the same.
    /// </summary>
    public IDisposable Subscribe(string topic, Action heard)
    {
        var subscription = new Subscription(this, topic, Guid.NewGuid());
        lock (leaving)
        {
            subscriptions.GetOrAdd(topic, _ => new ConcurrentDictionary<Guid, Listener>())[subscription.Id] = new Listener(CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture, heard);
        }

        return subscription;
    }

    private void Tell(string topic, IEnumerator<KeyValuePair<Guid, Listener>> pages)
    {
        var (culture, language) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        for (var told = 0; told < AtOnce; told++)
        {
            if (!pages.MoveNext())
            {
                Speak(culture, language);
                return;
            }

            var page = pages.Current.Value;
            Speak(page.Culture, page.Language);
            try
            {
                page.Heard();
            }
            catch (Exception failure)
            {
                log.PageUnreached(failure.GetType().Name, topic.Split(':')[0]);
            }
        }

        Speak(culture, language);
        ThreadPool.UnsafeQueueUserWorkItem(static rest => rest.Feed.Tell(rest.Topic, rest.Pages), (Feed: this, Topic: topic, Pages: pages), preferLocal: false);
    }

    /// <summary>With the last page of a person goes their topic, which names them.</summary>
    private void Leave(string topic, Guid id)
    {
        lock (leaving)
        {
            if (subscriptions.TryGetValue(topic, out var pages) && pages.TryRemove(id, out _) && pages.IsEmpty)
            {
                subscriptions.TryRemove(topic, out _);
            }
        }
    }

    /// <summary>To speak what is spoken already costs nothing.</summary>
    private static void Speak(CultureInfo culture, CultureInfo language)
    {
        if (!ReferenceEquals(CultureInfo.CurrentCulture, culture))
        {
            CultureInfo.CurrentCulture = culture;
        }

        if (!ReferenceEquals(CultureInfo.CurrentUICulture, language))
        {
            CultureInfo.CurrentUICulture = language;
        }
    }

    private readonly record struct Listener(CultureInfo Culture, CultureInfo Language, Action Heard);

    private sealed record Subscription(ChangeFeed Feed, string Topic, Guid Id) : IDisposable
    {
        public void Dispose() => Feed.Leave(Topic, Id);
    }
}

internal static partial class ChangeFeedLog
{
    [LoggerMessage(1, LogLevel.Error, "A page did not take an announcement of {Topic} ({Failure}).")]
    public static partial void PageUnreached(this ILogger log, string failure, string topic);
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

    /// <summary>Another version of a screening list is live.</summary>
    public const string ScreeningLists = "screening-lists";

    /// <summary>A package was asked for.</summary>
    public const string Copies = "copies";

    /// <summary>Somebody opened a case or left one.</summary>
    public const string Cases = "cases";

    /// <summary>The same for one, and that somebody writes in it.</summary>
    public static string Case(string reference) => $"case:{reference}";

    /// <summary>A person's package went a step on.</summary>
    public static string Copy(Guid person) => $"copy:{person:N}";

    /// <summary>The person dismissed the news of the policy, perhaps in another window.</summary>
    public static string PolicyRead(Guid person) => $"policy-read:{person:N}";

    /// <summary>Something came into the person's inbox, was read, or comes by another way from now on.</summary>
    public static string Inbox(Guid person) => $"inbox:{person:N}";

    /// <summary>An account's sessions ended.</summary>
    public static string Sessions(Guid person) => $"sessions:{person:N}";

    public static string Person(Guid person) => $"person:{person:N}";
}

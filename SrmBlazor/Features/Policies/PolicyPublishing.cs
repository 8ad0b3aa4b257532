using SrmBlazor.Data;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Policies;

/// <summary>Opening, discarding and publishing a version within the transaction of whoever does it: staff, or the program at its start.</summary>
internal static class PolicyPublishing
{
    /// <summary>From the published text; a section of which the program brings a newer text is taken from the program.</summary>
    public static void OpenDraft(this Writing work, PolicyVersion published, Act act)
    {
        work.Db.Add(PolicyVersion.Open(published.Number + 1, FreshFrom(published), act.On));
        work.Record(act, "policy.draft-opened", Guid.Empty, $"{published.Number + 1}");
        work.Announce(Topics.PolicyDraft);
    }

    /// <summary>Only a draft can be removed: the database refuses it for what is published.</summary>
    public static void Discard(this Writing work, PolicyVersion draft, Act act)
    {
        work.Db.RemoveRange(draft.Wordings);
        work.Db.Remove(draft);
        work.Record(act, "policy.draft-discarded", Guid.Empty, $"{draft.Number}");
        work.Announce(Topics.PolicyDraft);
    }

    /// <summary>Freezes the draft. The consents it names are asked again: nobody's is live from the commit on until they answer.</summary>
    public static async Task PublishAsync(this Writing work, PolicyVersion draft, PolicyPress press, Publication publication, DateOnly day, Act act)
    {
        draft.Publish(press, publication, day, act.On);
        var hashes = string.Join(' ', draft.Wordings.OrderBy(wording => wording.Language, StringComparer.Ordinal).Select(wording => $"{wording.Language} {wording.Hash[..16]}"));
        work.Record(act, "policy.published", Guid.Empty, $"{draft.Number} kinds {(int)draft.Kinds} {hashes}");
        foreach (var purpose in For.Known.Where(purpose => publication.Purposes.Contains(purpose.Key, StringComparer.Ordinal)))
        {
            await work.ReviseAsync(purpose, draft.Number, act);
        }

        work.Announce(Topics.Policy);
        work.Announce(Topics.PolicyDraft);
    }

    /// <summary>What a draft says before anybody wrote in it, by language.</summary>
    internal static IReadOnlyDictionary<string, IReadOnlyList<PolicyPart>> FreshFrom(PolicyVersion published)
    {
        var embedded = PolicyPress.Embedded();
        return PolicyLanguage.All.ToDictionary(language => language, language => Parts(embedded[language], published.In(language).Parts), StringComparer.Ordinal);
    }

    private static IReadOnlyList<PolicyPart> Parts(IReadOnlyList<PolicyPart> embedded, IReadOnlyList<PolicyPart> published) =>
        [.. embedded.Select(part => published.FirstOrDefault(known => known.Slug == part.Slug && known.Embedded == part.Embedded) ?? part)];
}

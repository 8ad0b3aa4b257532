using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.PersonalData.Map;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Policies;

/// <summary>Where staff write the policy. One draft at most is open; it is saved section by section and published as a whole.</summary>
public sealed partial class PolicyDesk(Store store, PolicyPress press, DataMap map, TimeProvider clock)
{
    public const Role Editors = Role.PrivacyOfficer | Role.Administrator;
    public const Role Readers = Editors | Role.Auditor;

    /// <summary>Every version, the newest first.</summary>
    /// <exception cref="NotAllowedException">The actor may not read drafts.</exception>
    public async Task<IReadOnlyList<PolicyRow>> ListAsync(Act act)
    {
        act.Demand(Readers);
        await using var db = store.Read();
        return await db.Set<PolicyVersion>().OrderByDescending(version => version.Number).Select(version => PolicyRow.Of(version)).ToListAsync();
    }

    /// <summary>The open draft beside the published text, or null where there is none.</summary>
    /// <exception cref="NotAllowedException">The actor may not read drafts.</exception>
    public async Task<PolicyDraft?> OpenAsync(Act act)
    {
        act.Demand(Readers);
        await using var db = store.Read();
        if (await DraftAsync(db.Set<PolicyVersion>().AsNoTracking()) is not { } draft)
        {
            return null;
        }

        var published = await PublishedAsync(db.Set<PolicyVersion>().AsNoTracking());
        var fresh = PolicyPublishing.FreshFrom(published);
        bool IsRewritten(string slug) => Plain(Written(draft, slug)!) != Plain(Both(language => fresh[language].FirstOrDefault(part => part.Slug == slug)?.Markdown ?? ""));
        return new PolicyDraft(draft.Number, draft.Stamp, [.. draft.In(PolicyLanguage.English).Parts.Select(part => Section(draft, published, part.Slug) with { IsRewritten = IsRewritten(part.Slug) })], DraftProblem.In(draft, press, map),
            PolicyDetection.Kinds(published, draft, press), [.. PolicyDetection.Consents(press.Facts)], PolicyDetection.ConsentsChanged(published, press));
    }

    /// <summary>Opens a draft from the published text; where one is open already, that is it.</summary>
    /// <exception cref="NotAllowedException">The actor may not write the policy.</exception>
    public async Task BeginAsync(Act act)
    {
        act.Demand(Editors);
        await using var work = await store.WriteAsync();
        if (await DraftAsync(work.Db.Set<PolicyVersion>()) is null)
        {
            work.OpenDraft(await PublishedAsync(work.Db.Set<PolicyVersion>()), act with { On = work.Now });
            await work.CommitAsync();
        }
    }

    /// <summary>Saves one section in both languages, unless somebody else saved another text of it since.</summary>
    /// <param name="section">Slug.</param>
    /// <param name="seen">What the page showed before the change.</param>
    /// <exception cref="NotAllowedException">The actor may not write the policy.</exception>
    public async Task<SectionSave> SaveAsync(string section, BothLanguages seen, BothLanguages wanted, Act act)
    {
        act.Demand(Editors);
        if (PolicyLanguage.All.Any(language => wanted.In(language).Length > PolicyPart.Longest))
        {
            return new SectionSave.TooLong();
        }

        await using var work = await store.WriteAsync();
        if (await DraftAsync(work.Db.Set<PolicyVersion>()) is not { } draft || Written(draft, section) is not { } stored)
        {
            return new SectionSave.Gone();
        }

        // a browser sends its own line ends
        var (before, text) = (Plain(seen), Plain(wanted));
        if (stored != before && stored != text)
        {
            return new SectionSave.Disagrees(stored);
        }

        if (stored != text)
        {
            draft.Rewrite(section, text);
            work.Record(act with { On = work.Now }, "policy.section-saved", Guid.Empty, $"{draft.Number} {section}");
            work.Announce(Topics.PolicyDraft);
            await work.CommitAsync();
        }

        return new SectionSave.Saved(text);
    }

    /// <summary>Publishes the draft: from the commit on it is the policy, on every node and every open page.</summary>
    /// <param name="stamp">Of the draft that was looked at.</param>
    /// <exception cref="NotAllowedException">The actor may not write the policy.</exception>
    public async Task<PublishResult> PublishAsync(Publication publication, Guid stamp, Act act)
    {
        act.Demand(Editors);
        await using var work = await store.WriteAsync();
        if (await DraftAsync(work.Db.Set<PolicyVersion>()) is not { } draft || draft.Stamp != stamp)
        {
            return new PublishResult.ChangedMeanwhile();
        }

        if (DraftProblem.In(draft, press, map) is { Count: > 0 } problems)
        {
            return new PublishResult.Blocked(problems);
        }

        var published = await PublishedAsync(work.Db.Set<PolicyVersion>());
        if (FaultOf(publication, PolicyDetection.Kinds(published, draft, press)) is { } fault)
        {
            return new PublishResult.Refused(fault);
        }

        var on = act with { On = work.Now };
        await work.PublishAsync(draft, press, publication with { Purposes = [.. PolicyDetection.Consents(press.Facts).Intersect(publication.Purposes, StringComparer.Ordinal)] }, DateOnly.FromDateTime(clock.Now()), on);
        await work.CommitAsync();
        return new PublishResult.Published(draft.Number);
    }

    /// <summary>Throws the draft away, with all that was saved in it. What is published stays, and the next draft begins from it.</summary>
    /// <param name="stamp">Of the draft that was looked at.</param>
    /// <returns>False where there is no draft any more, or it was changed since it was looked at.</returns>
    /// <exception cref="NotAllowedException">The actor may not write the policy.</exception>
    public async Task<bool> DiscardAsync(Guid stamp, Act act)
    {
        act.Demand(Editors);
        await using var work = await store.WriteAsync();
        if (await DraftAsync(work.Db.Set<PolicyVersion>()) is not { } draft || draft.Stamp != stamp)
        {
            return false;
        }

        work.Discard(draft, act with { On = work.Now });
        await work.CommitAsync();
        return true;
    }

    internal static Task<PolicyVersion> PublishedAsync(IQueryable<PolicyVersion> versions) =>
        versions.Include(version => version.Wordings).Where(version => version.State == PolicyState.Published).OrderByDescending(version => version.Number).FirstAsync();

    private static Task<PolicyVersion?> DraftAsync(IQueryable<PolicyVersion> versions) =>
        versions.Include(version => version.Wordings).FirstOrDefaultAsync(version => version.State == PolicyState.Draft);

    private static PublishFault? FaultOf(Publication publication, MajorKinds detected) =>
        (detected & ~publication.Kinds) != MajorKinds.None ? PublishFault.KindMissing
        : publication.Kinds == MajorKinds.None && publication.Purposes.Count > 0 ? PublishFault.AsksAndIsMinor
        : PolicyLanguage.All.Any(language => publication.Changes.In(language).Trim().Length > PolicyVersion.ChangesLength) ? PublishFault.ChangesTooLong
        : publication.Kinds != MajorKinds.None && PolicyLanguage.All.Any(language => string.IsNullOrWhiteSpace(publication.Changes.In(language))) ? PublishFault.NoChanges
        : null;

    private DraftSection Section(PolicyVersion draft, PolicyVersion published, string slug)
    {
        var today = DateOnly.FromDateTime(clock.Now());
        var now = PolicyLanguage.All.ToDictionary(language => language, language => draft.In(language).Parts.FirstOrDefault(part => part.Slug == slug) is { } part ? press.Draft(draft.Number, today, language, part) : "");
        var rendered = now.ToDictionary(text => text.Key, text => PolicyMarkdown.Render(text.Value));
        string Title(string language) => rendered[language].Title is { Length: > 0 } title ? title : slug;
        return new DraftSection(
            slug, Both(Title), Written(draft, slug)!, Both(language => Ids().Replace(rendered[language].Html, $"${{before}}{language}-")),
            now.ToDictionary(text => text.Key, text => PolicyComparison.Lines(Before(published, text.Key, slug), text.Value)));
    }

    private static string Before(PolicyVersion published, string language, string slug)
    {
        var place = published.In(language).Parts.Select(part => part.Slug).ToList().IndexOf(slug);
        return place < 0 ? "" : PolicySource.Sections(published.In(language).Text)[place];
    }

    private static BothLanguages? Written(PolicyVersion draft, string slug) =>
        draft.In(PolicyLanguage.English).Parts.Any(part => part.Slug == slug)
            ? Both(language => draft.In(language).Parts.FirstOrDefault(part => part.Slug == slug)?.Markdown ?? "") : null;

    private static BothLanguages Plain(BothLanguages text) => Both(language => text.In(language).ReplaceLineEndings("\n").TrimEnd());

    private static BothLanguages Both(Func<string, string> of) => new() { English = of(PolicyLanguage.English), Chinese = of(PolicyLanguage.Chinese) };

    /// <summary>Both languages are previewed on one page, and an id may stand there once.</summary>
    [GeneratedRegex("(?<before>\\s(id|aria-labelledby)=\")", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ids();
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmBlazor.Data;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Policies;

/// <summary>A privacy officer who writes and publishes by the program's own services.</summary>
internal sealed class PolicyStaff(IServiceProvider services)
{
    public static readonly BothLanguages Why = new() { English = "Wording is clearer.", Chinese = "表述更加清楚。" };

    public static PolicyStaff Of(House house) => new(house.Services);

    public PolicyDesk Desk => services.GetRequiredService<PolicyDesk>();

    public Act Act => new(Guid.NewGuid(), Role.PrivacyOfficer, services.GetRequiredService<TimeProvider>().Now());

    public async Task<PolicyDraft> BeginAsync()
    {
        await Desk.BeginAsync(Act);
        return (await Desk.OpenAsync(Act))!;
    }

    public async Task<DraftSection> SectionAsync(string slug) => (await Desk.OpenAsync(Act))!.Sections.Single(section => section.Slug == slug);

    public async Task<SectionSave> RewriteAsync(string slug, Func<string, string> english, Func<string, string> chinese)
    {
        var seen = (await SectionAsync(slug)).Written;
        return await Desk.SaveAsync(slug, seen, new() { English = english(seen.English), Chinese = chinese(seen.Chinese) }, Act);
    }

    /// <summary>Adds a sentence in both languages.</summary>
    public Task<SectionSave> AddAsync(string slug, string english = "One more sentence.", string chinese = "增加一句话。") =>
        RewriteAsync(slug, text => $"{text}\n\n{english}", text => $"{text}\n\n{chinese}");

    public async Task<PublishResult> PublishAsync(MajorKinds kinds, BothLanguages? changes = null, params string[] purposes) =>
        await Desk.PublishAsync(new Publication(kinds, changes ?? Why, purposes), (await Desk.OpenAsync(Act))!.Stamp, Act);

    /// <summary>A new version whose text differs in one sentence of a section that makes nothing major by itself.</summary>
    public async Task<int> PublishNewAsync(MajorKinds kinds, params string[] purposes)
    {
        await BeginAsync();
        await AddAsync("08-security");
        return Assert.IsType<PublishResult.Published>(await PublishAsync(kinds, null, purposes)).Version;
    }

    public static async Task<List<PolicyVersion>> VersionsAsync(House house)
    {
        await using var db = house.Store.Read();
        return await db.Set<PolicyVersion>().AsNoTracking().Include(version => version.Wordings).OrderBy(version => version.Number).ToListAsync();
    }
}

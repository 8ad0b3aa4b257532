using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Data.Audit;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Policies;

public sealed class PolicyDeskTests
{
    private const string Section = "08-security";

    [Fact]
    public async Task Of_two_editors_the_second_is_told_and_nothing_is_lost()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var staff = PolicyStaff.Of(house);
        await staff.BeginAsync();
        var seen = (await staff.SectionAsync(Section)).Written;
        BothLanguages mine = seen with { English = seen.English + "\n\nMine." }, theirs = seen with { Chinese = seen.Chinese + "\n\n同事的。" };

        Assert.IsType<SectionSave.Saved>(await staff.Desk.SaveAsync(Section, seen, theirs, staff.Act));
        var told = Assert.IsType<SectionSave.Disagrees>(await staff.Desk.SaveAsync(Section, seen, mine, staff.Act));

        Assert.Equal(theirs, told.Theirs);
        Assert.Equal(theirs, (await staff.SectionAsync(Section)).Written);
        Assert.IsType<SectionSave.Saved>(await staff.Desk.SaveAsync(Section, told.Theirs, mine, staff.Act));
        Assert.Equal(mine, (await staff.SectionAsync(Section)).Written);
    }

    [Fact]
    public async Task Two_editors_of_two_sections_do_not_disturb_each_other()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var staff = PolicyStaff.Of(house);
        var draft = await staff.BeginAsync();
        BothLanguages Seen(string slug) => draft.Sections.Single(section => section.Slug == slug).Written;

        var first = await staff.Desk.SaveAsync(Section, Seen(Section), Seen(Section) with { English = "# 8 Other {#security}" }, staff.Act);
        var second = await staff.Desk.SaveAsync(PolicyPart.Rights, Seen(PolicyPart.Rights), Seen(PolicyPart.Rights) with { English = "# 5 Other {#rights}" }, staff.Act);

        Assert.All([first, second], outcome => Assert.IsType<SectionSave.Saved>(outcome));
    }

    [Promise("P-0-15")]
    [Theory]
    [InlineData(DraftFlaw.MissingSection, Section, "", null, "en")]
    [InlineData(DraftFlaw.DifferentHeadings, Section, "# 8 Security {#security}\n\n## New {#security-new}", "# 8 安全 {#security}", "")]
    [InlineData(DraftFlaw.DifferentPromises, Section, "# 8 Security {#security}\n\nA promise.[[P-8.1-01]]", "# 8 安全 {#security}\n\n一项承诺。[[P-8.1-02]]", "")]
    [InlineData(DraftFlaw.Heading, Section, "Security", "# 8 安全 {#security}", "en")]
    [InlineData(DraftFlaw.UnknownPlaceholder, Section, "# 8 Security {#security}\n\n{{Operator.Fax}}", "# 8 安全 {#security}", "en")]
    [InlineData(DraftFlaw.PurposeWithoutSection, "01-collection", "# 1 Collection {#collection}", null, "en")]
    [InlineData(DraftFlaw.Contradiction, Section, "# 8 Security {#security}\n\nWithin 3 days.", "# 8 安全 {#security}\n\n5 天之内。", "")]
    public async Task A_draft_with_a_flaw_is_not_published_and_the_flaw_is_named(DraftFlaw flaw, string slug, string english, string? chinese, string language)
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var staff = PolicyStaff.Of(house);
        await staff.BeginAsync();
        await staff.RewriteAsync(slug, _ => english, text => chinese ?? text);

        var result = Assert.IsType<PublishResult.Blocked>(await staff.PublishAsync(MajorKinds.Other));

        Assert.Contains(result.Problems, problem => problem.Flaw == flaw && problem.Language == language);
        Assert.Equal(result.Problems, (await staff.Desk.OpenAsync(staff.Act))!.Problems);
        Assert.Equal(1, house.Get<PolicyText>().Current.Version);
    }

    [Fact]
    public async Task An_empty_contact_keeps_a_draft_from_being_published()
    {
        using var stores = await Stores.CreateAsync(DatabaseProvider.Sqlite);
        await using var house = await House.OpenAsync(stores, settings: ("Operator:Mailbox", ""));
        var staff = PolicyStaff.Of(house);

        var result = Assert.IsType<PublishResult.Blocked>(await staff.PublishAsync(MajorKinds.ContactChannels));

        Assert.Equal(new DraftProblem(DraftFlaw.EmptyContact, What: "Operator:Mailbox"), Assert.Single(result.Problems));
    }

    [Promise("P-9-03")]
    [Fact]
    public async Task A_kind_that_was_found_cannot_be_left_out()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var staff = PolicyStaff.Of(house);
        await staff.BeginAsync();
        await staff.AddAsync(PolicyPart.Rights);

        Assert.Equal(new PublishResult.Refused(PublishFault.KindMissing), await staff.PublishAsync(MajorKinds.None));
        Assert.Equal(new PublishResult.Refused(PublishFault.KindMissing), await staff.PublishAsync(MajorKinds.Ownership));
        Assert.IsType<PublishResult.Published>(await staff.PublishAsync(MajorKinds.Rights | MajorKinds.Other));
    }

    [Theory]
    [InlineData("", "说明", PublishFault.NoChanges)]
    [InlineData("Words", " ", PublishFault.NoChanges)]
    public async Task A_major_version_says_in_both_languages_what_changed(string english, string chinese, PublishFault fault)
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var staff = PolicyStaff.Of(house);
        await staff.BeginAsync();
        await staff.AddAsync(Section);
        var changes = new BothLanguages { English = english, Chinese = chinese };

        Assert.Equal(new PublishResult.Refused(fault), await staff.PublishAsync(MajorKinds.Other, changes));
        Assert.IsType<PublishResult.Published>(await staff.PublishAsync(MajorKinds.None, changes));
    }

    [Fact]
    public async Task What_was_not_looked_at_is_not_published()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var staff = PolicyStaff.Of(house);
        var seen = await staff.BeginAsync();
        await staff.AddAsync(Section);

        var result = await staff.Desk.PublishAsync(Publication.Quiet, seen.Stamp, staff.Act);

        Assert.IsType<PublishResult.ChangedMeanwhile>(result);
        Assert.Equal(1, house.Get<PolicyText>().Current.Version);
    }

    [Theory, BothProviders]
    public async Task A_discarded_draft_leaves_the_published_versions_as_they_were_and_a_line_in_the_audit_chain(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var staff = PolicyStaff.Of(house);
        await staff.PublishNewAsync(MajorKinds.Other);
        var before = (await PolicyStaff.VersionsAsync(house)).Select(version => (version.Number, version.Stamp, version.In("en").Hash, version.In("zh-CN").Hash)).ToList();
        await staff.BeginAsync();
        await staff.AddAsync(Section);
        var draft = (await staff.Desk.OpenAsync(staff.Act))!;
        Assert.Equal([Section], draft.Sections.Where(section => section.IsRewritten).Select(section => section.Slug));

        Assert.True(await staff.Desk.DiscardAsync(draft.Stamp, staff.Act));

        Assert.Null(await staff.Desk.OpenAsync(staff.Act));
        Assert.Equal(before, (await PolicyStaff.VersionsAsync(house)).Select(version => (version.Number, version.Stamp, version.In("en").Hash, version.In("zh-CN").Hash)));
        Assert.Equal(2, house.Get<PolicyText>().Current.Version);
        await using var db = house.Store.Read();
        Assert.Single(await db.Set<AuditEntry>().Where(entry => entry.Action == "policy.draft-discarded" && entry.Detail == "3").ToListAsync());
        Assert.Null((await AuditChain.VerifyAsync(db, house.Get<RootSecret>())).Broken);
        var anew = await staff.BeginAsync();
        Assert.Equal((3, false), (anew.Number, anew.Sections.Any(section => section.IsRewritten)));
    }

    [Theory, BothProviders]
    public async Task A_draft_that_a_colleague_changed_meanwhile_is_not_discarded_and_a_discarded_one_takes_no_text(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var staff = PolicyStaff.Of(house);
        var seen = await staff.BeginAsync();
        await staff.AddAsync(Section);
        var text = (await staff.SectionAsync(Section)).Written;

        Assert.False(await staff.Desk.DiscardAsync(seen.Stamp, staff.Act));
        var stamp = (await staff.Desk.OpenAsync(staff.Act))!.Stamp;
        Assert.True(await staff.Desk.DiscardAsync(stamp, staff.Act));

        Assert.False(await staff.Desk.DiscardAsync(stamp, staff.Act));
        Assert.IsType<SectionSave.Gone>(await staff.Desk.SaveAsync(Section, text, text with { English = "Late." }, staff.Act));
        Assert.IsType<PublishResult.ChangedMeanwhile>(await staff.Desk.PublishAsync(Publication.Quiet, stamp, staff.Act));
    }

    [Theory, BothProviders]
    public async Task Consents_that_changed_are_asked_again_and_publishing_is_in_the_audit_chain(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var staff = PolicyStaff.Of(house);

        var version = await staff.PublishNewAsync(MajorKinds.ServiceModel, "work-profile", "account");

        await using var db = house.Store.Read();
        var revision = await db.Set<PurposeRevision>().SingleAsync();
        Assert.Equal(("work-profile", version), (revision.Purpose, revision.Version));
        Assert.Equal(["work-profile"], house.Get<PolicyText>().Current.Purposes);
        Assert.Single(await db.Set<AuditEntry>().Where(entry => entry.Action == "policy.published" && entry.Detail.StartsWith("2 ")).ToListAsync());
        Assert.Null((await AuditChain.VerifyAsync(db, house.Get<RootSecret>())).Broken);
    }

    [Fact]
    public async Task Consents_are_not_asked_again_by_a_minor_version()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var staff = PolicyStaff.Of(house);
        await staff.BeginAsync();

        Assert.Equal(new PublishResult.Refused(PublishFault.AsksAndIsMinor), await staff.PublishAsync(MajorKinds.None, null, "work-profile"));
    }
}

using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SrmBlazor.Data;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Policies;

public sealed class PolicyVersionTests
{
    [Theory, BothProviders]
    public async Task An_empty_installation_publishes_its_first_version_once(DatabaseProvider provider)
    {
        using var stores = await Stores.CreateAsync(provider);
        await using (await House.OpenAsync(stores))
        {
        }

        await using var house = await House.OpenAsync(stores);

        var version = Assert.Single(await PolicyStaff.VersionsAsync(house));
        Assert.Equal((1, PolicyState.Published, new DateOnly(2026, 1, 5)), (version.Number, version.State, version.Day));
        Assert.All(version.Wordings, wording => Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(wording.Text))), wording.Hash));
        Assert.Equal(version.In("zh-CN").Hash, house.Get<PolicyText>().In("zh-CN").Hash);
    }

    [Theory, BothProviders]
    public async Task The_database_refuses_to_change_or_remove_a_published_version_and_lets_a_draft_be_written(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        await PolicyStaff.Of(house).BeginAsync();
        await using var db = house.Store.Read();
        var forbidden = new List<string>();
        foreach (var (table, key) in new[] { ("PolicyVersions", "Number"), ("PolicyTexts", "Version") })
        {
            var columns = db.Model.GetEntityTypes().Single(type => type.GetTableName() == table).GetProperties().Select(property => property.GetColumnName());
            forbidden.AddRange(columns.Select(column => $"UPDATE \"{table}\" SET \"{column}\" = \"{column}\" WHERE \"{key}\" = 1"));
            forbidden.Add($"DELETE FROM \"{table}\" WHERE \"{key}\" = 1");
            forbidden.AddRange(provider == DatabaseProvider.PostgreSql ? [$"TRUNCATE \"{table}\" CASCADE"] : []);
        }

        foreach (var statement in forbidden)
        {
            var refused = await Assert.ThrowsAnyAsync<DbException>(() => db.Database.ExecuteSqlRawAsync(statement));
            Assert.Contains("append-only", refused.Message, StringComparison.Ordinal);
        }

        Assert.Equal(2, await db.Database.ExecuteSqlRawAsync("UPDATE \"PolicyTexts\" SET \"Written\" = \"Written\" WHERE \"Version\" = 2"));
        Assert.Equal(1, await db.Database.ExecuteSqlRawAsync("UPDATE \"PolicyVersions\" SET \"OpenedOn\" = \"OpenedOn\" WHERE \"Number\" = 2"));
    }

    [Promise("P-9-04", "P-9-07")]
    [Theory]
    [InlineData("Operator:Department:en", "Data Office", MajorKinds.ContactChannels)]
    [InlineData("Operator:PostalAddress:zh-CN", "另一条路 2 号", MajorKinds.ContactChannels)]
    [InlineData("Operator:Mailbox", "data@example.com", MajorKinds.ContactChannels)]
    [InlineData("Operator:DataProtectionOfficer:Phone", "+49 30 1111111", MajorKinds.ContactChannels)]
    [InlineData("Operator:Name:en", "Another Company Ltd.", MajorKinds.Ownership)]
    [InlineData("Operator:Regions:en", "China and Singapore", MajorKinds.ServiceModel)]
    public async Task A_changed_detail_of_the_operator_opens_one_draft_of_its_kind_and_the_site_goes_on(string setting, string value, MajorKinds kind)
    {
        using var stores = await Stores.CreateAsync(DatabaseProvider.Sqlite);
        await using (await House.OpenAsync(stores, settings: (setting, value)))
        {
        }

        await using var house = await House.OpenAsync(stores, settings: (setting, value));

        var versions = await PolicyStaff.VersionsAsync(house);
        var draft = await house.Get<PolicyDesk>().OpenAsync(PolicyStaff.Of(house).Act);
        Assert.Equal([PolicyState.Published, PolicyState.Draft], versions.Select(version => version.State));
        Assert.Equal(kind, draft!.Detected);
        Assert.Equal(1, house.Get<PolicyText>().Current.Version);
        Assert.DoesNotContain(value, house.Get<PolicyText>().In("en").Source + house.Get<PolicyText>().In("zh-CN").Source, StringComparison.Ordinal);
    }

    [Promise("P-9-03")]
    [Fact]
    public async Task A_changed_map_is_a_change_of_the_service_and_a_changed_consent_is_named()
    {
        using var stores = await Stores.CreateAsync(DatabaseProvider.Sqlite);
        await using var house = await House.OpenAsync(stores, replace: services => Facts(services, facts => facts with
        {
            Purposes = [.. facts.Purposes.Select(row => row.Purpose == "work-profile" ? row with { Basic = true } : row)],
        }));

        var draft = await house.Get<PolicyDesk>().OpenAsync(PolicyStaff.Of(house).Act);

        Assert.Equal(MajorKinds.ServiceModel, draft!.Detected);
        Assert.Equal(["work-profile"], draft.ConsentsChanged);
    }

    [Promise("P-9-05")]
    [Fact]
    public async Task A_new_recipient_is_found()
    {
        using var stores = await Stores.CreateAsync(DatabaseProvider.Sqlite);
        var name = new BothLanguages { English = "Screening Partner Ltd.", Chinese = "筛查合作方" };
        await using var house = await House.OpenAsync(stores, replace: services => Facts(services, facts => facts with
        {
            Recipients = [new PolicyRecipientRow(name, ["screening"], ["identity.FullName"], new() { English = "Contract", Chinese = "合同" })],
        }));

        var draft = await house.Get<PolicyDesk>().OpenAsync(PolicyStaff.Of(house).Act);

        Assert.Equal(MajorKinds.Recipients, draft!.Detected);
    }

    [Promise("P-9-06")]
    [Theory]
    [InlineData(PolicyPart.Rights, MajorKinds.Rights)]
    [InlineData("11-definitions", MajorKinds.None)]
    public async Task What_staff_write_into_the_rights_is_major_and_wording_elsewhere_is_not(string slug, MajorKinds kind)
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var staff = PolicyStaff.Of(house);
        await staff.BeginAsync();

        await staff.AddAsync(slug);

        Assert.Equal(kind, (await staff.Desk.OpenAsync(staff.Act))!.Detected);
    }

    [Promise("P-9-01")]
    [Theory, BothProviders]
    public async Task A_published_version_is_in_force_on_every_node_and_every_earlier_one_stays_as_it_was(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var before = house.Get<PolicyText>().In("en");

        var version = await PolicyStaff.Of(house).PublishNewAsync(MajorKinds.None);

        var policy = house.Get<PolicyText>();
        Assert.Equal((2, 2, 1), (version, policy.Current.Version, policy.LastMajor));
        Assert.Contains("One more sentence.", policy.In("en").Source, StringComparison.Ordinal);
        Assert.Contains("version 2.0, published on 2 March 2026", policy.In("en").Source, StringComparison.Ordinal);
        Assert.Equal(policy.In("zh-CN").Hash, policy.Shown("zh-CN").TextHash);
        var earlier = await house.Get<PolicyHistory>().FindAsync(1, "/policy");
        Assert.Equal((before.Hash, before.Source), (earlier!.In("en").Hash, earlier.In("en").Source));
    }

    /// <summary>As after a new release of the program, whose map is another.</summary>
    private static void Facts(IServiceCollection services, Func<PolicyFacts, PolicyFacts> change)
    {
        var real = services.Single(service => service.ServiceType == typeof(PolicyFacts)).ImplementationFactory!;
        services.Replace(ServiceDescriptor.Singleton(provider => change((PolicyFacts)real(provider))));
    }
}

using System.Runtime.CompilerServices;
using FluentValidation;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;
using SrmBlazor.Support;

namespace SrmBlazor.Shared;

/// <summary>Who may know whom. The table is the map of the program: an arrow that is not in it fails here.</summary>
public sealed class ArchitectureTests
{
    /// <summary>Every feature may use the three below it; a feature uses another only as listed.</summary>
    private static readonly Dictionary<string, string[]> MayUse = new(StringComparer.Ordinal)
    {
        ["Shared"] = [],
        ["Data"] = ["Shared"],
        ["PersonalData"] = ["Data", "Shared"],
        ["Features.Policies"] = [],
        ["Features.Consents"] = ["Features.Policies"],
        ["Features.Notifications"] = ["Features.Policies"],
        ["Features.Accounts"] = ["Features.Notifications"],
        ["Features.Registration"] = ["Features.Accounts", "Features.Consents", "Features.Notifications", "Features.Policies"],
        ["Features.Calendars"] = [],
        ["Features.Cookies"] = ["Features.Policies"],
        ["Features.PolicyNews"] = ["Features.Accounts", "Features.Notifications", "Features.Policies"],
        ["Features.News"] = ["Features.Accounts", "Features.Consents", "Features.Notifications"],
        ["Features.ChildApprovals"] = [],
        ["Features.Verification"] = ["Features.Accounts", "Features.ChildApprovals", "Features.Notifications", "Features.Registration"],
        ["Features.Home"] = ["Features.Accounts", "Features.Consents", "Features.Disclosures", "Features.Policies", "Features.Registration", "Features.Screening", "Features.Verification"],
        ["Features.PrivacyCenter"] = ["Features.Accounts", "Features.Consents", "Features.Disclosures", "Features.Erasures", "Features.Home", "Features.Policies", "Features.RightsRequests"],
        ["Features.Guardians"] = ["Features.Accounts", "Features.Consents", "Features.Home", "Features.Notifications", "Features.Policies", "Features.PolicyNews", "Features.Registration", "Features.RightsRequests"],
        ["Features.Erasures"] = ["Features.Accounts", "Features.Consents", "Features.Disclosures", "Features.Home", "Features.Notifications", "Features.Policies", "Features.Registration", "Features.RightsRequests"],
        ["Features.RightsRequests"] = ["Features.Accounts", "Features.ChildApprovals", "Features.Home", "Features.Notifications", "Features.Registration"],
        ["Features.Transfers"] = ["Features.Accounts", "Features.Notifications", "Features.Policies", "Features.PrivacyCenter", "Features.Registration", "Features.RightsRequests"],
        ["Features.Cessations"] = ["Features.Accounts", "Features.Notifications"],
        ["Features.Accuracy"] = ["Features.Accounts", "Features.Consents", "Features.Disclosures", "Features.Home", "Features.Notifications", "Features.Policies", "Features.Registration", "Features.RightsRequests", "Features.Verification"],
        ["Features.Insight"] = ["Features.RightsRequests"],
        ["Features.Intake"] = ["Features.Accounts", "Features.ChildApprovals", "Features.Guardians", "Features.Notifications", "Features.Registration", "Features.RightsRequests"],
        ["Features.Triage"] = ["Features.Accounts", "Features.ChildApprovals", "Features.Registration", "Features.RightsRequests", "Features.Screening", "Features.Verification"],
        ["Features.Screening"] = ["Features.Accounts", "Features.ChildApprovals", "Features.Notifications", "Features.Registration", "Features.Verification"],
        ["Features.Disclosures"] = ["Features.Accounts", "Features.Consents", "Features.Notifications", "Features.Policies", "Features.Registration", "Features.Screening"],
    };

    private static readonly string[] Pure = [".Deadlines.", ".IdentityNumbers.", ".Matching.", ".PersonalData.Map."];

    /// <summary>FluentValidation and the names of texts: what a rule is said with.</summary>
    private static readonly string[] BesideTheBase = ["FluentValidation", "Microsoft.Extensions.Localization.Abstractions"];

    private static readonly string[] Below = ["PersonalData", "Data", "Shared"];

    private static readonly Type[] Program = [.. typeof(Store).Assembly.GetTypes().Where(type => type.Namespace?.StartsWith(nameof(SrmBlazor), StringComparison.Ordinal) == true)];

    [Fact]
    public void Nobody_uses_what_the_table_does_not_allow()
    {
        var arrows = Program.SelectMany(type => Uses.Of(type).Select(used => (From: PlaceOf(type), To: PlaceOf(used), Type: type, Used: used)))
            .Where(arrow => arrow.From is not (null or "Shell") && arrow.To is not null && arrow.To != arrow.From);

        var forbidden = arrows.Where(arrow => !Allowed(arrow.From!).Contains(arrow.To, StringComparer.Ordinal))
            .Select(arrow => $"{arrow.From} uses {arrow.To}: {arrow.Type.FullName} uses {arrow.Used.FullName}");

        Assert.Empty(forbidden.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Components_never_see_the_database()
    {
        var components = Program.Where(type => Outermost(type).IsAssignableTo(typeof(IComponent)));

        var forbidden = components.SelectMany(type => Uses.Of(type)
            .Where(used => IsEntityFramework(used) || used.IsAssignableTo(typeof(DbContext)) || used == typeof(Store) || used == typeof(Writing))
            .Select(used => $"{type.FullName} uses {used.FullName}"));

        Assert.Empty(forbidden);
    }

    [Fact]
    public void Rules_numbers_and_the_map_stand_on_the_base_library_alone()
    {
        var pure = Program.Where(type => Outermost(type).IsAssignableTo(typeof(IValidator))
            || Pure.Any(place => $"{type.Namespace}.".Contains(place, StringComparison.Ordinal)));

        var forbidden = pure.SelectMany(type => Uses.Of(type).Where(used => !IsBase(used)).Select(used => $"{type.FullName} uses {used.FullName}"));

        Assert.Empty(forbidden);
    }

    [Fact]
    [Promise("P-2-03")]
    public void Every_sealed_record_declares_itself_and_shows_nothing()
    {
        var records = Program.Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(SealedRecord))).ToList();

        Assert.All(records, record =>
        {
            Assert.True(record.IsAssignableTo(typeof(IDeclared)), $"{record.Name} declares nothing.");
            Assert.Equal($"{record.Name} ***", RuntimeHelpers.GetUninitializedObject(record).ToString());
        });
        Assert.All(records.SelectMany(Sections).Distinct(), section =>
            Assert.True(section.GetMethod(nameof(ToString), [])!.DeclaringType == typeof(object) || !HasPrinting(section), $"{section.Name} prints what it holds."));
    }

    [Fact]
    [Promise("P-2-03", "P-D-02")]
    public void No_column_beside_a_person_is_left_undeclared()
    {
        using var db = new SqliteDesign().CreateDbContext([]);
        var handlings = DataMap.OfThisProgram().Handlings.ToDictionary(handling => handling.Entity, handling => handling.Columns);

        var undeclared = db.Model.GetEntityTypes().Where(entity => entity.FindProperty("PersonId") is not null)
            .SelectMany(entity => entity.GetProperties()
                .Where(property => property.Name != "PersonId" && !property.IsKey() && !property.IsForeignKey())
                .Where(property => handlings.GetValueOrDefault(entity.ClrType)?.Contains(property.Name, StringComparer.Ordinal) != true)
                .Select(property => $"{entity.ClrType.Name}.{property.Name}"))
            .Except(NotPersonal, StringComparer.Ordinal);

        Assert.Empty(undeclared.Order(StringComparer.Ordinal));
    }

    /// <summary>Columns beside a person id that say nothing about the person, and why.</summary>
    private static readonly string[] NotPersonal =
    [
        "Draft.KeyHash", "MailedLink.Hash", // of random bits
        "SupplierRegistration.Stamp", // random, new with every save
        "SealedRow.Schema", "SealedRow.Version", // of the program and of the row
        "SealedRow.Ciphertext", // declared item by item in the record's own kind
    ];

    private static string[] Allowed(string place) =>
        place.StartsWith("Features.", StringComparison.Ordinal) ? [.. Below, .. MayUse.GetValueOrDefault(place, [])] : MayUse[place];

    /// <summary>Shared, Data, PersonalData, Shell, or one feature; null outside the program. What has no folder is the shell's.</summary>
    private static string? PlaceOf(Type type)
    {
        var parts = type.Assembly == typeof(Store).Assembly ? type.Namespace?.Split('.') ?? [] : [];
        return parts is not [nameof(SrmBlazor), ..] ? null : parts.Length == 1 ? "Shell" : parts[1] == "Features" ? $"Features.{parts[2]}" : parts[1];
    }

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static bool IsEntityFramework(Type type) => type.Namespace?.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal) == true;

    private static bool IsBase(Type type) =>
        type.Assembly == typeof(Store).Assembly
            ? PlaceOf(type) is not "Data" and not "Shell" && !type.IsAssignableTo(typeof(IComponent))
            : type.Assembly == typeof(object).Assembly || type.Assembly.GetName().Name is { } name && (name.StartsWith("System.", StringComparison.Ordinal) || BesideTheBase.Contains(name, StringComparer.Ordinal));

    private static IEnumerable<Type> Sections(Type type) =>
        type.GetProperties().Select(property => property.PropertyType).Where(type => type.IsClass && type != typeof(string) && type.Assembly == typeof(Store).Assembly)
            .SelectMany(section => Sections(section).Append(section));

    /// <summary>A record prints all it holds unless it says otherwise.</summary>
    private static bool HasPrinting(Type type) =>
        type.GetMethod("PrintMembers", System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)?.IsDefined(typeof(CompilerGeneratedAttribute), false) == true
        && type.GetMethod(nameof(ToString), [])!.IsDefined(typeof(CompilerGeneratedAttribute), false);
}

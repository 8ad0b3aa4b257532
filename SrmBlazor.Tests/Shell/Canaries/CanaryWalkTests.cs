using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SrmBlazor.Data;
using SrmBlazor.Data.Audit;
using SrmBlazor.Data.Signing;
using SrmBlazor.Features.Erasures;
using SrmBlazor.Features.Notifications;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Keys;
using SrmBlazor.PersonalData.Map;
using SrmBlazor.Support;

namespace SrmBlazor.Shell.Canaries;

/// <summary>What was planted through every feature is nowhere in the bytes of the installation once its person is deleted.</summary>
public sealed class CanaryWalkTests
{
    /// <summary>The log tells all it can, but for what is nothing but noise.</summary>
    private static readonly (string Key, string Value)[] Talkative = [("Logging:LogLevel:Default", "Debug"), ("Logging:LogLevel:Microsoft.EntityFrameworkCore", "Information")];

    /// <summary>Items in which nobody types, and why.</summary>
    private static readonly Dictionary<string, string[]> Wordless = new()
    {
        ["a choice from a list, whose code is found by chance"] =
        [
            .. Of("registration-draft", "Nationality", "Country", "Cooperation", "Gender", "BirthYear", "IdType", "IdCountry", "AgeBand", "GuardianChoices"),
            .. Of("correction-proposal", "Before.Nationality", "Before.Country", "Before.IdType", "Before.IdCountry", "After.Nationality", "After.Country", "After.IdType", "After.IdCountry"),
            .. Of("identity", "Nationality"), .. Of("identity-document", "Type", "Country"), .. Of("residence", "Country", "AgeBand"), .. Of("leasing-profile", "Gender", "BirthYear"),
            .. Of("guardian-invitation", "Country", "AgeBand"), .. Of("guardianship", "Relation", "Agreed"), .. Of("typed-request", "Wish", "Right"),
            .. Of("transfer-target", "Country", "AgreedAbroad"), .. Of("deletion-wish", "Reach", "Ground"),
        ],
        ["the program's own: an id, a number, a day, a hash"] =
        [
            .. Of("correction-proposal", "Request"), .. Of("transfer-target", "Request"), .. Of("transfer-part", "Transfer", "Number"), .. Of("copy-part", "Number"), .. Of("guardianship", "Guardian"),
            .. Of("typed-request", "ArrivedOn"), .. Of("deletion-wish", "Request", "Records", "Shown", "Proposed"),
        ],
        ["the program's own words and links in a letter"] = [.. Of("outgoing-mail", "Language", "Subject", "LinkLabel", "Link", "Unsubscribe", "Picture")],
    };

    [Fact]
    public async Task A_person_goes_through_every_feature_is_deleted_and_no_byte_of_them_is_left()
    {
        using var stores = await Stores.CreateAsync(DatabaseProvider.Sqlite);
        await using var house = await House.OpenAsync(stores, settings: Talkative);
        var walk = new CanaryWalk(house);
        await walk.WalkAsync();
        // the letters that lie in the folder and the package name the person: the search would find them
        Assert.NotEmpty(Canary.Search([stores.Folder], CanaryWalk.Mailbox));
        Assert.NotEmpty(Canary.Search([stores.Folder], CanaryWalk.Name));
        Assert.Contains(CanaryWalk.NewName, walk.Copy, StringComparison.Ordinal);

        var reference = await walk.DeleteAsync();
        var doomed = await GoingAsync(house, walk.Person);
        Assert.NotEmpty(Canary.Pieces([stores.Folder], doomed[0]));
        // between the erasure and its check the values to search for are kept, sealed like all else
        await house.Get<Execution>().ExecuteAsync(await RunAsync(house, walk.Person));
        await walk.GlanceAsync();
        await Deletions.RoundAsync(house);

        var one = new Applicant(house, walk.Person);
        Assert.Equal(RequestState.PartlyFulfilled, await one.StateAsync(reference));
        AssertClean(stores.Folder, walk);
        Assert.All(walk.Pictures, picture => Assert.Empty(Canary.Pieces([stores.Folder], picture)));
        Assert.All(doomed, secret => Assert.Empty(Canary.Pieces([stores.Folder], secret)));
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(stores.Folder, "logs")));
        await AssertCertifiedAsync(house, walk, reference);
        await AssertLedgersAsync(house, walk);

        // the last letter lies in the folder for its reader, and names the mailbox alone
        await house.Get<MailRound>().RunAsync();
        AssertClean(stores.Folder, walk, CanaryWalk.Mailbox);
        Assert.Single(house.Get<MailFolder>().List(), letter => letter.To == CanaryWalk.Mailbox);

        AssertLeaksAreFound(stores.Folder, house, walk);
        AssertWhole(house, walk, await KindsAsync(house));
    }

    /// <summary>Nothing is found but the mailboxes of others, in letters that left for them.</summary>
    private static void AssertClean(string folder, CanaryWalk walk, params string[] readers) =>
        Assert.All(Canary.Search([folder], [.. walk.Planted]), finding => Assert.True(
            finding.File.EndsWith(".eml", StringComparison.Ordinal) && walk.Others.Concat(readers).Contains(finding.Value), finding.ToString()));

    /// <summary>Ciphertexts and wrapped keys of what will go, as they lie in the files.</summary>
    private static async Task<IReadOnlyList<byte[]>> GoingAsync(House house, Guid person)
    {
        await using var db = house.Store.Read();
        await using var keys = house.Get<KeyStore>().Read();
        var going = (await db.Set<ErasureRun>().SingleAsync(run => run.PersonId == person)).AsPlanned.Goes.Select(one => one.Record).ToList();
        var rows = await db.Set<SealedRow>().Where(row => going.Contains(row.Id)).Select(row => row.Ciphertext!).ToListAsync();
        return [.. rows, .. await keys.Keys.Where(key => going.Contains(key.RecordId)).Select(key => key.Wrapped).ToListAsync()];
    }

    private static async Task AssertCertifiedAsync(House house, CanaryWalk walk, string reference)
    {
        var one = new Applicant(house, walk.Person);
        var id = (await one.RequestAsync(reference)).LastDecision!.CertificateId;
        await using var db = house.Store.Read();
        var file = Assert.Single((await db.Set<IssuedCertificate>().AsNoTracking().SingleAsync(issued => issued.Id == id)).Versions).File;
        var keys = await house.Get<SigningKeys>().PublishedAsync();
        var json = SignedDocument.Verify(file, ErasureCertificate.MediaType, keys);
        Assert.NotNull(json);
        Assert.Empty(Canary.Search("certificate", json, [.. walk.Planted, walk.Person.ToString("N"), walk.Person.ToString("D")]));
        Assert.True(ErasureCertificate.Read(json).Check.Values > 3);
    }

    /// <summary>Of what was done everything is told, and no word of what it was done to.</summary>
    private static async Task AssertLedgersAsync(House house, CanaryWalk walk)
    {
        await using var db = house.Store.Read();
        var told = string.Join('\n', (await db.Set<AuditEntry>().ToListAsync()).Select(entry => $"{entry.Action} {entry.Detail}"));
        Assert.All(["record.revealed", "profile.disclosed", "request.submitted", "screening.contested", "erasure.clean"], action => Assert.Contains(action, told, StringComparison.Ordinal));
        Assert.Empty(Canary.Search("audit", Encoding.UTF8.GetBytes(told), [.. walk.Planted]));
        Assert.Null((await AuditChain.VerifyAsync(db, house.Get<RootSecret>())).Broken);
    }

    /// <summary>What careless lines of code would do: a name in a log, a file beside the data.</summary>
    private static void AssertLeaksAreFound(string folder, House house, CanaryWalk walk)
    {
        house.Get<ILoggerFactory>().CreateLogger<CanaryWalkTests>().Log(LogLevel.Information, default, walk.Planted[^1], null, (words, _) => $"Asked for {words}");
        var export = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "exports")).FullName, "suppliers.csv");
        File.WriteAllText(export, $"name\n{CanaryWalk.NewName}\n");

        var found = Canary.Search([folder], walk.Planted[^1], CanaryWalk.NewName);

        Assert.Contains(found, finding => finding.File.EndsWith(".log", StringComparison.Ordinal));
        Assert.Contains(found, finding => finding.File == export);
    }

    private static IEnumerable<string> Of(string kind, params IEnumerable<string> items) => items.Select(item => $"{kind}.{item}");

    private static async Task<Guid> RunAsync(House house, Guid person)
    {
        await using var db = house.Store.Read();
        return (await db.Set<ErasureRun>().SingleAsync(run => run.PersonId == person)).Id;
    }

    private static async Task<IReadOnlyList<string>> KindsAsync(House house)
    {
        await using var db = house.Store.Read();
        return await db.Set<SealedRow>().Select(row => row.Kind).Distinct().ToListAsync();
    }

    /// <summary>Every kind of the map was sealed by a feature, and every item that holds words held planted ones.</summary>
    private static void AssertWhole(House house, CanaryWalk walk, IReadOnlyList<string> kinds)
    {
        var map = house.Get<DataMap>();
        Assert.Equal(map.Kinds.Select(kind => kind.Name).Order(StringComparer.Ordinal), kinds.Order(StringComparer.Ordinal));
        var items = map.Kinds.SelectMany(kind => kind.Items.Select(item => $"{kind.Name}.{item.Property}")).ToList();
        var wordless = Wordless.Values.SelectMany(all => all).ToList();
        Assert.True(items.Except(walk.Seen).Except(wordless).ToList() is [], $"No planted value was in {string.Join(", ", items.Except(walk.Seen).Except(wordless))}.");
        Assert.True(wordless.Except(items.Except(walk.Seen)).ToList() is [], $"Planted after all, or not in the map: {string.Join(", ", wordless.Except(items.Except(walk.Seen)))}.");
    }
}

using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Json.Schema;
using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Data.Signing;
using SrmBlazor.Features.PrivacyCenter.Contents;
using SrmBlazor.Features.PrivacyCenter.Formats;
using SrmBlazor.Features.Verification;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;
using SrmBlazor.Shared;
using SrmBlazor.Support;
using UglyToad.PdfPig;

namespace SrmBlazor.Features.PrivacyCenter;

public sealed partial class PackageTests : IAsyncLifetime
{
    private House house = default!;
    private Planted mine = default!;
    private Planted theirs = default!;

    public async Task InitializeAsync()
    {
        house = await House.BuildAsync(DatabaseProvider.Sqlite);
        mine = await Planted.InAsync(house, "mine");
        theirs = await Planted.InAsync(house, "others");
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    [Promise("P-5.1-02")]
    public async Task Every_value_of_the_map_is_in_every_form_of_its_persons_package()
    {
        var package = await Fetched.MakeAsync(house, mine.Act(house));

        var (json, page, table, paper) = (package.Text(DossierJson.Name), package.Text(DossierHtml.Name), package.Text(DossierCsv.Values), PaperOf(package));
        var secret = house.Get<DataMap>().Kinds.SelectMany(kind => kind.Items.Where(item => item.IsSecret).Select(item => $"{kind.Name}.{item.Property}")).ToHashSet();
        Assert.NotEmpty(secret);
        Assert.True(mine.Values.Count > 25);
        foreach (var (item, value) in mine.Values.Where(planted => !secret.Contains(planted.Key)))
        {
            Assert.True(new[] { json, page, table, paper }.All(form => form.Contains(value, StringComparison.Ordinal)), $"{item} is missing in one of the forms.");
        }

        Assert.All(mine.Values.Where(planted => secret.Contains(planted.Key)), planted => Assert.Empty(Canary.Search("package", package.Package, planted.Value)));
        Assert.Contains(package.Files, file => file.Bytes.AsSpan().SequenceEqual(mine.Picture));
        Assert.Contains(Convert.ToBase64String(mine.Picture), page, StringComparison.Ordinal);
    }

    [Fact]
    [Promise("P-5.7-06")]
    public async Task Nothing_of_anybody_else_and_nothing_that_opens_a_door_is_in_it()
    {
        var staff = await ColleagueAsync();
        await house.Get<AccessLedger>().RevealAsync<Registration.Records.Identity>(mine.Person, Guid.NewGuid(), For.IdentityCheck, RevealReason.PersonAsked, house.ActOf(staff, Role.Verifier));
        var package = await Fetched.MakeAsync(house, mine.Act(house));

        await using var db = house.Store.Read();
        var account = await db.Set<Accounts.Account>().SingleAsync(account => account.Id == mine.Person);
        string[] foreign = [.. theirs.Values.Values, theirs.Person.ToString("D"), theirs.Person.ToString("N"), staff.ToString("D"), staff.ToString("N"), account.PasswordHash!, account.SecurityStamp!];
        Assert.Empty(Canary.Search("package", package.Package, foreign));
        Assert.DoesNotContain(package.Files, file => file.Bytes.AsSpan().SequenceEqual(theirs.Picture));
        Assert.Contains("the person asked", package.Text(DossierJson.Name), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Every_kind_and_every_table_of_the_map_is_reported_and_a_record_that_does_not_open_stops_the_package()
    {
        var map = house.Get<DataMap>();
        using var json = JsonDocument.Parse((await Fetched.MakeAsync(house, mine.Act(house)))[DossierJson.Name]);

        Assert.Equal(map.Kinds.Select(kind => kind.Name).Order(StringComparer.Ordinal), json.RootElement.GetProperty("counts").EnumerateArray().Select(count => count.GetProperty("kind").GetString()));
        Assert.Equal(map.Handlings.Select(handling => handling.Entity.Name).Order(StringComparer.Ordinal), json.RootElement.GetProperty("tables").EnumerateArray().Select(table => table.GetProperty("entity").GetString()));

        await using (var keys = house.Get<PersonalData.Keys.KeyStore>().Read())
        await using (var db = house.Store.Read())
        {
            var lost = await db.Set<SealedRow>().Where(row => row.PersonId == mine.Person && row.Kind == "city" && row.State == RowState.Live).Select(row => row.Id).FirstAsync();
            await keys.Keys.Where(key => key.RecordId == lost).ExecuteDeleteAsync();
        }

        Assert.Equal(CopyAsked.Asked, await house.Get<MyCopies>().AskAsync("en", mine.Act(house)));
        await Assert.ThrowsAsync<InvalidOperationException>(() => house.Get<CopyMaker>().MakeNextAsync());
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public async Task The_json_is_valid_by_its_schema_and_the_schema_refuses_what_is_not(string language)
    {
        var package = await Fetched.MakeAsync(house, mine.Act(house), language);
        var schema = JsonSchema.FromText(package.Text(DossierJson.SchemaName));
        var options = new EvaluationOptions { OutputFormat = OutputFormat.List, RequireFormatValidation = true };
        var json = JsonNode.Parse(package[DossierJson.Name])!;

        var result = schema.Evaluate(json, options);
        json["information"]!.AsArray().RemoveAt(3);

        Assert.True(result.IsValid, string.Join('\n', result.Details.Where(detail => detail.HasErrors).Select(detail => $"{detail.InstanceLocation} {string.Join(' ', detail.Errors!.Values)}")));
        Assert.False(schema.Evaluate(json, options).IsValid);
    }

    /// <summary>Strict readers (ajv) take a schema of properties for a mistake unless it says that it is about an object.</summary>
    [Fact]
    public void Every_part_of_the_schema_that_has_properties_says_that_it_is_an_object()
    {
        var parts = Below(JsonNode.Parse(DossierJson.Schema())!).OfType<JsonObject>().Where(part => part["properties"] is JsonObject || part["required"] is JsonArray).ToList();

        Assert.True(parts.Count > 20);
        Assert.All(parts, part => Assert.Equal("object", part["type"]?.GetValue<string>()));

        static IEnumerable<JsonNode> Below(JsonNode node) => (node switch
        {
            JsonObject one => one.Select(member => member.Value),
            JsonArray many => many,
            _ => [],
        }).OfType<JsonNode>().SelectMany(Below).Prepend(node);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public async Task No_form_asks_anything_of_another_place(string language)
    {
        var package = await Fetched.MakeAsync(house, mine.Act(house), language);

        var page = package.Text(DossierHtml.Name);
        Assert.DoesNotMatch(Asking(), page);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith("\uFEFF", package.Text(DossierCsv.Values), StringComparison.Ordinal);
        Assert.Contains(language == "en" ? "A copy of my data" : "我的信息副本", page, StringComparison.Ordinal);
        foreach (var form in new[] { page, package.Text(DossierCsv.Values), package.Text(DossierCsv.Handling), package.Text(DossierJson.Name) })
        {
            Assert.DoesNotContain("http://", form, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("https://", form, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void A_cell_that_looks_like_a_formula_is_text()
    {
        var words = house.Get<DossierWords>();
        string[] typed = ["=1+1", "+8613800000000", "-2", "@SUM(A1)", "\t=1", " =1", "＝1", "a \"quoted\" word"];
        var items = typed.Select(text => new DossierItem("city.Name", "City", "Location", "Place", false, text, text, null, false, []));
        var dossier = new Dossier(mine.Person, "", "en", DateTime.UnixEpoch, [], [new DossierRecord(Guid.Empty, "city", "City", DateTime.UnixEpoch, "Person", "you", null, "because", [.. items], [])], [], [], []);

        var csv = Encoding.UTF8.GetString(DossierCsv.WriteValues(dossier, words));

        Assert.All(typed[..^1], text => Assert.Contains($",\"'{text}\",", csv, StringComparison.Ordinal));
        Assert.Contains("\"a \"\"quoted\"\" word\"", csv, StringComparison.Ordinal);
    }

    [Fact]
    [Promise("P-5.6-02")]
    public async Task A_package_is_an_ordinary_zip_and_one_changed_byte_anywhere_in_it_is_noticed()
    {
        var whole = await Fetched.MakeAsync(house, mine.Act(house));
        using var zip = new ZipArchive(new MemoryStream(whole.Package));
        Assert.Equal(whole.Files.Select(file => file.Name), zip.Entries.Select(entry => entry.FullName));
        Assert.All(zip.Entries, entry =>
        {
            using var content = entry.Open();
            using var bytes = new MemoryStream();
            content.CopyTo(bytes);
            Assert.Equal(whole[entry.FullName], bytes.ToArray());
        });
        Assert.True(await whole.VerifiesAsync(house));

        // the same packing with less in it, so that every byte can have its turn
        PackageFile[] few = [new("a.txt", "one"u8.ToArray()), new("files/b.bin", [0, 255, 7])];
        var manifest = PackageManifest.Of(few, "en", house.Clock.Now()).ToJson();
        var keys = house.Get<SigningKeys>();
        var small = PackageZip.Write([new(PackageManifest.Name, manifest), new(PackageManifest.SignatureName, await keys.SignAsync(manifest, PackageManifest.MediaType)), .. few]);
        var published = await keys.PublishedAsync();
        Assert.NotNull(PackageManifest.Verify(small, published));
        for (var at = 0; at < small.Length; at++)
        {
            small[at] ^= 1;
            Assert.True(PackageManifest.Verify(small, published) is null, $"Nobody noticed byte {at}.");
            small[at] ^= 1;
        }

        Assert.Null(PackageManifest.Verify(small.AsSpan(0, small.Length - 1), published));
        Assert.Null(PackageManifest.Verify([.. small, 0], published));
    }

    [Theory]
    [InlineData("en", "Why it is still here")]
    [InlineData("zh-CN", "为何仍在保留")]
    public async Task The_paper_carries_its_typeface_and_its_text_can_be_read_out(string language, string label)
    {
        var package = await Fetched.MakeAsync(house, mine.Act(house), language);

        await SaveAsync($"copy-{language}", package);
        using var pdf = PdfDocument.Open(package[DossierPdf.Name]);
        var text = string.Concat(pdf.GetPages().Select(page => page.Text));

        Assert.Contains(label, text, StringComparison.Ordinal);
        Assert.True(pdf.NumberOfPages > 3);
        Assert.All(pdf.GetPages().SelectMany(page => page.Letters).Select(letter => letter.FontName).Distinct(), font => Assert.Contains("Noto", font, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_table_and_every_column_has_a_name_in_both_languages()
    {
        var texts = new System.Resources.ResourceManager(typeof(PrivacyCenterTexts));
        var keys = house.Get<DataMap>().Handlings.SelectMany(handling => handling.Columns.Select(column => $"Column.{column}").Append($"Table.{handling.Entity.Name}")).Distinct();

        var missing = keys.SelectMany(key => new[] { "", "zh-CN" }.Where(language => texts.GetResourceSet(CultureInfo.GetCultureInfo(language), true, false)?.GetString(key) is null).Select(language => $"{key} {language}"));

        Assert.Empty(missing);
    }

    private async Task<Guid> ColleagueAsync()
    {
        var colleague = Person.Create("en");
        await using var work = await house.Store.WriteAsync();
        work.Db.Add(colleague);
        await work.CommitAsync();
        return colleague.Id;
    }

    private static string PaperOf(Fetched package)
    {
        using var pdf = PdfDocument.Open(package[DossierPdf.Name]);
        return string.Concat(pdf.GetPages().Select(page => page.Text));
    }

    /// <summary>To be looked at, when <c>SRM_PICTURES</c> names a folder.</summary>
    private static async Task SaveAsync(string name, Fetched package)
    {
        if (Environment.GetEnvironmentVariable("SRM_PICTURES") is { Length: > 0 } folder)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, $"{name}.zip"), package.Package);
        }
    }

    [GeneratedRegex("(?:src|href|srcset|action|poster)\\s*=\\s*\"(?!#|data:)|url\\(|@import|<(?:link|base|iframe|object|embed)", RegexOptions.IgnoreCase)]
    private static partial Regex Asking();
}

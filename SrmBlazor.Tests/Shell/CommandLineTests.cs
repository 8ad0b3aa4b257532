using System.Diagnostics;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using SrmBlazor.Data;
using SrmBlazor.Features.Notifications;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;
using SrmBlazor.Support;

namespace SrmBlazor.Shell;

/// <summary>The built program, run as a person or a script runs it.</summary>
public sealed class CommandLineTests : IAsyncLifetime
{
    private const string Good = "11010519491231002X";
    private const string Bad = "110105194912310021";
    private Stores stores = null!;

    public async Task InitializeAsync() => stores = await Stores.EmptyAsync(DatabaseProvider.Sqlite);

    public Task DisposeAsync()
    {
        stores.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData(0, "resident-id", Good)]
    [InlineData(1, "resident-id", Bad)]
    [InlineData(0, "resident-id", Good, "--birth-year", "1949", "--gender", "female")]
    [InlineData(1, "resident-id", Good, "--birth-year", "1950")]
    [InlineData(1, "resident-id", Good, "--gender", "male")]
    [InlineData(0, "national-id", "44051401359", "--country", "PL")]
    [InlineData(1, "passport", "!", "--country", "DE")]
    public async Task An_identity_number_is_judged_and_not_repeated(int code, string type, string number, params string[] more)
    {
        var (exit, output, error) = await RunAsync(["check-id", "--type", type, "--number", number, .. more]);

        Assert.Equal((code, ""), (exit, error));
        Assert.NotEmpty(output.Trim());
        Assert.DoesNotContain(number, output, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_judgement_comes_in_Chinese_and_as_json()
    {
        var (exit, output, _) = await RunAsync("check-id", "--type", "resident-id", "--number", Bad, "--json", "--lang", "zh-CN");

        var report = JsonDocument.Parse(output).RootElement;
        Assert.Equal(1, exit);
        Assert.False(report.GetProperty("accepted").GetBoolean());
        Assert.Equal("CheckCharacter", report.GetProperty("problems")[0].GetString());
        Assert.Contains(report.GetProperty("messages")[0].GetString()!, letter => letter is >= '一' and <= '龥');
        Assert.DoesNotContain(Bad, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_receipt_is_checked_offline_and_one_changed_byte_is_a_no()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var decider = await Features.Consents.Decider.BeginAsync(house);
        var receipts = house.Get<Features.Consents.ConsentReceipts>();
        var (file, keys) = (Path.Combine(stores.Folder, "receipt.json"), Path.Combine(stores.Folder, "keys.json"));
        var signed = (await receipts.SignAsync((await decider.EventsAsync())[0].Id, decider.Act))!;
        await File.WriteAllBytesAsync(file, signed);
        await File.WriteAllBytesAsync(keys, JsonSerializer.SerializeToUtf8Bytes(await receipts.KeysAsync()));

        var (good, output, _) = await RunAsync("verify-receipt", file, "--keys", keys);
        signed[signed.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(file, signed);
        var (changed, _, _) = await RunAsync("verify-receipt", file, "--keys", keys);
        var (noKeys, _, error) = await RunAsync("verify-receipt", file, "--keys", file);

        Assert.Equal((0, 1, 1), (good, changed, noKeys));
        Assert.Contains("\"event_state\": \"given\"", output, StringComparison.Ordinal);
        Assert.NotEmpty(error);
    }

    [Fact]
    public async Task A_certificate_is_checked_offline_with_its_code_and_one_changed_byte_is_a_no()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var leaver = await Features.Erasures.Leaver.BeginAsync(house);
        var run = await leaver.EraseAsync(Features.Erasures.ErasureScope.All);
        await house.Get<Features.Erasures.ErasureRound>().RunAsync();
        await house.Get<Features.Notifications.MailRound>().RunAsync();
        var letter = house.Get<Features.Notifications.MailFolder>().List()[0].Text;
        var code = letter.Split([' ', '\n', '\r']).Single(word => word.StartsWith(leaver.Person.ToString("N"), StringComparison.Ordinal));
        var (file, keys) = (Path.Combine(stores.Folder, "certificate.json"), Path.Combine(stores.Folder, "keys.json"));
        var signed = (await Features.Erasures.Leaver.CertificateAsync(house, run)).Versions[0].File;
        await File.WriteAllBytesAsync(file, signed);
        await File.WriteAllBytesAsync(keys, JsonSerializer.SerializeToUtf8Bytes(await house.Get<Data.Signing.SigningKeys>().PublishedAsync()));

        var (good, output, _) = await RunAsync("verify-certificate", file, "--keys", keys, "--code", code);
        var (another, _, _) = await RunAsync("verify-certificate", file, "--keys", keys, "--code", code + "x");
        var (receipt, _, _) = await RunAsync("verify-receipt", file, "--keys", keys);
        signed[signed.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(file, signed);
        var (changed, _, _) = await RunAsync("verify-certificate", file, "--keys", keys);

        Assert.Equal((0, 1, 1, 1), (good, another, receipt, changed));
        Assert.Contains("\"result\": \"clean\"", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_package_is_checked_offline_and_one_changed_byte_is_a_no()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var supplier = await Features.Registration.Activation.Registrant.ActivateAsync(house);
        var package = await Features.PrivacyCenter.Fetched.MakeAsync(house, supplier.Act(house) with { ConfirmedOn = house.Clock.GetUtcNow().UtcDateTime });
        var (file, keys) = (Path.Combine(stores.Folder, "package.zip"), Path.Combine(stores.Folder, "keys.json"));
        await File.WriteAllBytesAsync(file, package.Package);
        await File.WriteAllBytesAsync(keys, JsonSerializer.SerializeToUtf8Bytes(await house.Get<Features.Consents.ConsentReceipts>().KeysAsync()));

        var (good, output, _) = await RunAsync("verify-package", file, "--keys", keys);
        package.Package[package.Package.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(file, package.Package);
        var (changed, no, _) = await RunAsync("verify-package", file, "--keys", keys, "--lang", "zh-CN");

        Assert.Equal((0, 1), (good, changed));
        Assert.Contains("my-data.html", output, StringComparison.Ordinal);
        Assert.StartsWith("否", no, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_can_be_read_from_standard_input()
    {
        var (exit, _, _) = await RunAsync(["check-id", "--type", "resident-id", "--number", "-"], input: Good);

        Assert.Equal(0, exit);
    }

    [Theory]
    [InlineData("check-id")]
    [InlineData("check-id", "--type", "resident-id")]
    [InlineData("check-id", "--type", "library-card", "--number", Good)]
    [InlineData("check-id", "--type", "passport", "--number", Good)]
    [InlineData("check-id", "--type", "passport", "--number", Good, "--country", "XX")]
    [InlineData("check-id", "--type", "resident-id", "--number", Good, "--birth-year", Good)]
    [InlineData("check-id", "--type", "resident-id", "--numbr", Good)]
    [InlineData("check-id", "--type", "resident-id", "--numbr=" + Good)]
    [InlineData("check-id", "--type", "resident-id", Good)]
    [InlineData("check-id", "--type", "resident-id", "--number", Good, "--lang", "fr")]
    [InlineData("chekc-id", "--number", Good)]
    [InlineData("audit")]
    [InlineData("backup")]
    [InlineData("cessation")]
    [InlineData("cessation", "--dry-run", "--execute")]
    [InlineData("cessation", "--dry-run", "--service", "laundry")]
    [InlineData("restore", "--replace")]
    [InlineData("mail", "send")]
    [InlineData("policy", "--json")]
    [InlineData("map", "--json")]
    public async Task Misuse_is_told_apart_from_no_and_repeats_nothing(params string[] arguments)
    {
        var (exit, output, error) = await RunAsync(arguments);

        Assert.Equal((2, ""), (exit, output));
        Assert.Contains("--help", error, StringComparison.Ordinal);
        Assert.DoesNotContain(Good, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "identity document")]
    [InlineData("zh-CN", "核对证件号码")]
    public async Task The_help_lists_every_command(string language, string about)
    {
        var (exit, output, _) = await RunAsync("--help", "--lang", language);

        Assert.Equal(0, exit);
        Assert.All(["migrate", "map", "audit", "backup", "restore", "cessation", "check-id", "mail", "policy", "--lang", about], word => Assert.Contains(word, output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_help_of_a_command_documents_every_option()
    {
        var (exit, output, _) = await RunAsync("check-id", "--help");

        Assert.Equal(0, exit);
        Assert.All(["--type", "--number", "--country", "--birth-year", "--gender", "--json"], option => Assert.Contains(option, output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_map_is_written_as_json_and_always_the_same()
    {
        var (_, output, _) = await RunAsync("map");

        var map = JsonDocument.Parse(output).RootElement;
        var mail = map.GetProperty("kinds").EnumerateArray().Single(kind => kind.GetProperty("name").GetString() == "outgoing-mail");
        Assert.Equal("deliver-message", Assert.Single(mail.GetProperty("heldBy").EnumerateArray()).GetString());
        var deliver = map.GetProperty("purposes").EnumerateArray().Single(purpose => purpose.GetProperty("key").GetString() == "deliver-message");
        Assert.Equal((30, "Contract"), (deliver.GetProperty("termDays").GetInt32(), deliver.GetProperty("basis").GetString()));
        Assert.Contains(map.GetProperty("handlings").EnumerateArray(), handling => handling.GetProperty("entity").GetString() == nameof(OutboxMail));
        Assert.Equal(CommandLineMap.Write(DataMap.OfThisProgram()), output.TrimEnd());
    }

    [Fact]
    public async Task A_map_that_is_not_sound_is_a_no()
    {
        var (exit, _, error) = await RunAsync("map");

        var problems = MapCheck.Problems(DataMap.OfThisProgram(), PersonalDataFeature.HasText).ToList();
        Assert.Equal(problems.Count == 0 ? 0 : 1, exit);
        Assert.Equal(problems, error.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("en", "The policy has no problems", "The setting Operator:Mailbox is empty.")]
    [InlineData("zh-CN", "政策没有问题", "设置 Operator:Mailbox 为空。")]
    public async Task The_policy_is_sound_and_a_blank_contact_is_a_no(string language, string sound, string blank)
    {
        var good = await RunAsync("policy", "lint", "--lang", language);
        var bad = await RunAsync(["policy", "lint", "--lang", language], setting: ("Operator__Mailbox", ""));

        Assert.Equal((0, ""), (good.Exit, good.Error));
        Assert.StartsWith(sound, good.Output, StringComparison.Ordinal);
        Assert.Equal((1, blank), (bad.Exit, bad.Output.Trim()));
        Assert.Empty(Directory.EnumerateFiles(stores.Folder));
    }

    [Fact]
    public async Task Where_no_store_is_there_is_nothing_to_verify_and_nothing_is_made()
    {
        var (exit, _, error) = await RunAsync("audit", "verify");

        Assert.Equal(1, exit);
        Assert.Contains("migrate", error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(stores.Folder));
    }

    [Fact]
    public async Task Stores_are_made_verified_after_an_erasure_and_a_changed_entry_is_found()
    {
        var migrated = await RunAsync("migrate");
        await using (var sink = new SmtpSink())
        await using (var house = await MailHouse.OpenAsync(stores, new FakeTimeProvider(DateTimeOffset.UtcNow), sink.Port))
        {
            await house.QueueAsync(LetterSamples.Activation() with { UsefulUntil = null });
            await house.Round.RunAsync();
        }

        var whole = await RunAsync("audit", "verify");
        await using (var house = await MailHouse.OpenAsync(stores, new FakeTimeProvider(), port: 25))
        await using (var db = house.Store.Read())
        {
            await db.Database.ExecuteSqlRawAsync("""DROP TRIGGER "AuditEntries_frozen"; UPDATE "AuditEntries" SET "Detail" = 'another' WHERE "Number" = 2;""");
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        var broken = await RunAsync("audit", "verify");
        var chinese = await RunAsync("audit", "verify", "--lang", "zh-CN");

        Assert.Equal((0, "Both stores are up to date."), (migrated.Exit, migrated.Output.Trim()));
        Assert.Equal((0, "The audit chain is whole: 4 entries."), (whole.Exit, whole.Output.Trim()));
        Assert.Equal((1, "The audit chain breaks at entry 2; the 1 entries before it fit."), (broken.Exit, broken.Output.Trim()));
        Assert.Equal((1, "审计链在第 2 条处断开，之前的 1 条完好。"), (chinese.Exit, chinese.Output.Trim()));
    }

    [Fact]
    public async Task A_root_secret_that_does_not_fit_is_a_no_with_a_reason()
    {
        await RunAsync("migrate");
        File.Delete(Path.Combine(stores.Folder, "root.secret"));

        var (exit, _, error) = await RunAsync("migrate");

        Assert.Equal(1, exit);
        Assert.Contains("root secret", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_is_taken_while_the_program_runs_and_restored_when_it_does_not()
    {
        var folder = Path.Combine(stores.Folder, "backup");
        (int Exit, string Output, string Error) backup, busy;
        await using (var server = new Support.Processes.ServerProcess(stores))
        {
            await server.StartAsync();
            backup = await RunAsync("backup", folder);
            busy = await RunAsync("restore", folder, "--replace");
        }

        var unasked = await RunAsync("restore", folder);
        var restored = await RunAsync("restore", folder, "--replace", "--tombstones", Path.Combine(folder, "keys"));
        var chinese = await RunAsync("restore", Path.Combine(folder, "data"), "--replace", "--lang", "zh-CN");
        var whole = await RunAsync("audit", "verify");
        File.Delete(Path.Combine(stores.Folder, "root.secret"));
        var secretless = await RunAsync("restore", folder, "--replace");
        var nowhere = await RunAsync("restore", Path.Combine(folder, "nowhere"));

        Assert.Equal((0, ""), (backup.Exit, backup.Error));
        Assert.Contains("The root secret is not in the backup", backup.Output, StringComparison.Ordinal);
        Assert.Equal((1, "The program is running on these stores. Stop every node of it first."), (busy.Exit, busy.Error.Trim()));
        Assert.Equal((1, ""), (unasked.Exit, unasked.Output));
        Assert.Contains("--replace", unasked.Error, StringComparison.Ordinal);
        Assert.Equal((0, ""), (restored.Exit, restored.Error));
        Assert.EndsWith("The restore is complete.", restored.Output.TrimEnd(), StringComparison.Ordinal);
        Assert.Equal((0, ""), (chinese.Exit, chinese.Error));
        Assert.EndsWith("恢复完成。", chinese.Output.TrimEnd(), StringComparison.Ordinal);
        Assert.Equal(0, whole.Exit);
        Assert.Equal(1, secretless.Exit);
        Assert.Contains("root secret is missing", secretless.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(stores.Folder, "root.secret")));
        Assert.Equal(1, nowhere.Exit);
    }

    [Theory]
    [InlineData("en", "Ending portal now would end purposes of 0 persons.", "the earliest day")]
    [InlineData("zh-CN", "如果现在终止 portal，将结束 0 人的处理目的。", "最早日期")]
    public async Task The_end_of_the_service_is_rehearsed_announced_and_waited_for(string language, string plan, string early)
    {
        await RunAsync("migrate");
        var day = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(60).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        var rehearsed = await RunAsync("cessation", "--dry-run", "--lang", language);
        var soon = await RunAsync("cessation", "--execute", "--on", "2020-01-01", "--lang", language);
        var announced = await RunAsync("cessation", "--execute", "--on", day, "--lang", language);
        var again = await RunAsync("cessation", "--execute", "--lang", language);

        Assert.Equal((0, ""), (rehearsed.Exit, rehearsed.Error));
        Assert.StartsWith(plan, rehearsed.Output, StringComparison.Ordinal);
        Assert.Equal(1, soon.Exit);
        Assert.Contains(early, soon.Output, StringComparison.Ordinal);
        Assert.All([announced, again], answer => Assert.Equal((0, true), (answer.Exit, answer.Output.Contains(day, StringComparison.Ordinal))));
        Assert.NotEqual(announced.Output, again.Output);
    }

    [Fact]
    public async Task Where_no_store_is_there_is_nothing_to_back_up_and_nothing_is_made()
    {
        var (exit, _, error) = await RunAsync("backup", Path.Combine(stores.Folder, "backup"));

        Assert.Equal(1, exit);
        Assert.Contains("migrate", error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(stores.Folder));
    }

    [Fact]
    public async Task Letters_in_the_development_folder_are_listed()
    {
        var folder = Path.Combine(stores.Folder, "mail");
        await new MailFolder(LetterSamples.Options(folder: folder), TimeProvider.System).SendAsync(LetterSamples.Activation("zh-CN"), new MessageId("0f3a@operator.test"));

        var (exit, output, _) = await RunAsync("mail", "list");
        var elsewhere = await RunAsync(["mail", "list"], environment: "Production");

        Assert.Equal(0, exit);
        Assert.Equal(["reader@supplier.test", "示例贸易公司：请确认您的邮箱", Path.Combine(folder, "0f3a.eml")], output.TrimEnd().Split('\t')[1..]);
        Assert.Equal((1, ""), (elsewhere.Exit, elsewhere.Output));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(false, "--Urls", "http://127.0.0.1:0")]
    [InlineData(false, "--environment", "Development")]
    [InlineData(false, "--Urls=http://127.0.0.1:0")]
    [InlineData(false, "Storage:Folder=/srv/data")]
    [InlineData(true, "migrate")]
    [InlineData(true, "chekc-id")]
    [InlineData(true, "--help")]
    [InlineData(true, "--lang", "zh-CN", "map")]
    public void Settings_go_to_the_web_server_and_words_to_the_commands(bool command, params string[] arguments) =>
        Assert.Equal(command, CommandLine.Asks(arguments));

    private Task<(int Exit, string Output, string Error)> RunAsync(params string[] arguments) => RunAsync(arguments, input: "");

    private async Task<(int Exit, string Output, string Error)> RunAsync(string[] arguments, string input = "", string environment = "Development", (string Name, string Value)? setting = null)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "SrmBlazor.dll"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["Storage__Folder"] = stores.Folder;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        if (setting is { } one)
        {
            start.Environment[one.Name] = one.Value;
        }

        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}

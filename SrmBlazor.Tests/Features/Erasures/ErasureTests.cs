using System.Text;
using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Data.Audit;
using SrmBlazor.Data.Signing;
using SrmBlazor.Features.Notifications;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Keys;
using SrmBlazor.PersonalData.Map;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Erasures;

public sealed class ErasureTests
{
    public static TheoryData<ErasureGround> Grounds => [.. Enum.GetValues<ErasureGround>()];

    [Theory, BothProviders]
    public async Task A_person_with_a_value_in_every_item_is_erased_and_no_byte_of_it_is_found(DatabaseProvider provider)
    {
        using var stores = await Stores.CreateAsync(provider);
        await using var house = await House.OpenAsync(stores);
        var leaver = await Leaver.BeginAsync(house);
        var places = await stores.PlacesAsync();
        Assert.NotEmpty(Canary.Search(places, Leaver.Mailbox));

        var id = await leaver.EraseAsync(ErasureScope.All);
        await house.Get<ErasureRound>().RunAsync();

        var run = await Leaver.RunAsync(house, id);
        Assert.Equal((ErasureState.Certified, ""), (run.State, run.Found));
        Assert.Empty(Canary.Search(places, [.. leaver.Planted]));
        var certificate = await Leaver.CertificateAsync(house, id);
        var keys = await house.Get<SigningKeys>().PublishedAsync();
        var json = SignedDocument.Verify(Assert.Single(certificate.Versions).File, ErasureCertificate.MediaType, keys)!;
        var document = ErasureCertificate.Read(json);
        Assert.Equal(run.AsPlanned.Goes.Count, document.KeysDestroyed.Count);
        var bound = document.Records.Where(kind => house.Get<DataMap>()[kind.Kind].Holders.Any(purpose => purpose.OutlastsErasure)).ToList();
        Assert.All(document.Records.Except(bound), kind => Assert.Equal(0, kind.After));
        Assert.All(bound, kind => Assert.Equal(kind.Before, kind.After));
        Assert.Contains(document.Kept, kept => kept.Kind == "case-message" && kept.Purpose == For.ExplainDecision.Key);
        Assert.Equal(bound.Select(kind => kind.Kind).Order(), document.Kept.Select(kept => kept.Kind).Order());
        Assert.True(document.Check.Values > 5);
        // what lies with the server is said not to have been read
        Assert.Equal(provider == DatabaseProvider.PostgreSql, document.Check.Searched.Contains("not-read postgresql-server-files 2"));
        Assert.DoesNotContain("canary", Encoding.UTF8.GetString(json), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(leaver.Person.ToString("N"), Encoding.UTF8.GetString(json), StringComparison.OrdinalIgnoreCase);
        await using var db = house.Store.Read();
        var entry = await db.Set<AuditEntry>().SingleAsync(one => one.Number == document.Audit.Number);
        Assert.Equal(("erasure.clean", document.Audit.Hash), (entry.Action, Convert.ToHexStringLower(entry.Hash)));
        Assert.Null((await AuditChain.VerifyAsync(db, house.Get<RootSecret>())).Broken);
    }

    [Theory]
    [InlineData(14)]
    [InlineData(31)]
    public async Task The_destroyed_keys_may_lie_in_backups_as_long_as_backups_of_keys_are_kept_and_no_day_longer(int days)
    {
        using var stores = await Stores.CreateAsync(DatabaseProvider.Sqlite);
        await using var house = await House.OpenAsync(stores, settings: ("Backup:KeyDays", $"{days}"));
        var leaver = await Leaver.BeginAsync(house);
        var id = await leaver.EraseAsync(ErasureScope.All);

        await house.Get<ErasureRound>().RunAsync();

        var keys = await house.Get<SigningKeys>().PublishedAsync();
        var document = ErasureCertificate.Read(SignedDocument.Verify(Assert.Single((await Leaver.CertificateAsync(house, id)).Versions).File, ErasureCertificate.MediaType, keys));
        Assert.Equal(DateOnly.FromDateTime(document.ErasedOn).AddDays(days), document.KeysInBackupsUntil);
    }

    [Fact]
    public async Task The_letter_leaves_with_the_certificate_and_its_code_and_link_open_it()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var leaver = await Leaver.BeginAsync(house);
        var id = await leaver.EraseAsync(ErasureScope.All);

        await house.Get<ErasureRound>().RunAsync();
        await house.Get<MailRound>().RunAsync();

        var letter = Assert.Single(house.Get<MailFolder>().List());
        var token = letter.Text.Split("token=")[1].Split('\n')[0].Trim();
        var read = Assert.Single(await house.Get<Certificates>().FindAsync(token));
        Assert.Equal((await Leaver.CertificateAsync(house, id)).Id, read.Document.CertificateId);
        var code = letter.Text.Split([' ', '\n', '\r']).Single(word => word.StartsWith(leaver.Person.ToString("N"), StringComparison.Ordinal));
        Assert.Equal(read.Document.Commitment, IssuedCertificate.CommitmentOf(code));
        Assert.Empty(await house.Get<Certificates>().FindAsync(token + "x"));
    }

    [Theory, BothProviders]
    public async Task A_value_in_a_column_that_nobody_declared_is_found_and_nothing_says_deleted(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var leaver = await Leaver.BeginAsync(house);
        await using (var db = house.Store.Read())
        {
            await db.Database.ExecuteSqlRawAsync("CREATE TABLE \"Stray\" (\"Note\" text)");
            await db.Database.ExecuteSqlRawAsync("INSERT INTO \"Stray\" VALUES ({0})", $"called {Leaver.Mailbox.ToUpperInvariant()} today");
        }

        await AssertDirtyUntilAsync(house, leaver, "table main.Stray", async () =>
        {
            await using var db = house.Store.Read();
            await db.Database.ExecuteSqlRawAsync("DELETE FROM \"Stray\"");
        });
    }

    [Theory]
    [InlineData("logs/leak.log")]
    [InlineData("exports/suppliers.csv")]
    [InlineData("mail/draft.txt")]
    public async Task A_value_in_a_file_is_found_and_nothing_says_deleted(string file)
    {
        using var stores = await Stores.CreateAsync(DatabaseProvider.Sqlite);
        await using var house = await House.OpenAsync(stores);
        var leaver = await Leaver.BeginAsync(house);
        var leak = Path.Combine(stores.Folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(leak)!);
        await File.WriteAllTextAsync(leak, new string('x', 65530) + Convert.ToBase64String(Encoding.UTF8.GetBytes($"to {Leaver.Mailbox}"), Base64FormattingOptions.InsertLineBreaks));

        await AssertDirtyUntilAsync(house, leaver, $"file {file}", () =>
        {
            File.Delete(leak);
            return Task.CompletedTask;
        });
    }

    private static async Task AssertDirtyUntilAsync(House house, Leaver leaver, string where, Func<Task> clean)
    {
        var id = await leaver.EraseAsync(ErasureScope.All);

        await house.Get<ErasureRound>().RunAsync();
        await house.Get<MailRound>().RunAsync();

        var dirty = await Leaver.RunAsync(house, id);
        Assert.Equal(ErasureState.Dirty, dirty.State);
        Assert.Contains(where, dirty.Found.Split("; "));
        Assert.DoesNotContain("canary", dirty.Found, StringComparison.OrdinalIgnoreCase);
        Assert.Empty((await Leaver.CertificateAsync(house, id)).Versions);
        Assert.Empty(house.Get<MailFolder>().List());
        Assert.Equal(dirty.Id, Assert.Single(await leaver.Desk.OpenAsync(house.ActOf(Guid.NewGuid(), Role.PrivacyOfficer))).Id);

        await clean();
        house.Clock.Advance(TimeSpan.FromMinutes(11));
        await house.Get<ErasureRound>().RunAsync();
        await house.Get<MailRound>().RunAsync();
        Assert.Equal((ErasureState.Certified, 2), ((await Leaver.RunAsync(house, id)).State, (await Leaver.RunAsync(house, id)).Tries));
        Assert.Single(house.Get<MailFolder>().List());
    }

    [Theory]
    [MemberData(nameof(Grounds))]
    public async Task Each_of_the_six_grounds_leads_to_a_plan_and_stands_in_the_certificate(ErasureGround ground)
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var leaver = await Leaver.BeginAsync(house);

        var id = await leaver.EraseAsync(ErasureScope.All, ground);
        await house.Get<ErasureRound>().RunAsync();

        var file = Assert.Single((await Leaver.CertificateAsync(house, id)).Versions).File;
        var keys = await house.Get<SigningKeys>().PublishedAsync();
        var document = ErasureCertificate.Read(SignedDocument.Verify(file, ErasureCertificate.MediaType, keys));
        Assert.Equal((ground, (await Leaver.RunAsync(house, id)).AsPlanned.Hash), (document.Ground, document.PlanSha256));
    }

    [Theory]
    [InlineData(ErasureGround.PurposeOver, false)]
    [InlineData(ErasureGround.Unlawful, true)]
    public async Task Of_chosen_records_the_account_keeps_what_it_needs_unless_it_was_held_unlawfully(ErasureGround ground, bool goes)
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var leaver = await Leaver.BeginAsync(house);
        var (phone, document, identity) = (await IdAsync<Phone>(leaver), await IdAsync<IdentityDocument>(leaver), await IdAsync<Identity>(leaver));

        var id = await leaver.EraseAsync(ErasureScope.Of(phone, document), ground);
        await house.Get<ErasureRound>().RunAsync();

        Assert.Equal(ErasureState.Certified, (await Leaver.RunAsync(house, id)).State);
        Assert.Null(await IdOrNullAsync<Phone>(leaver));
        Assert.Equal(goes ? null : document, await IdOrNullAsync<IdentityDocument>(leaver));
        Assert.Equal(identity, await IdAsync<Identity>(leaver));
        await using var db = house.Store.Read();
        Assert.True(await db.Set<Accounts.Account>().AnyAsync(account => account.Id == leaver.Person && account.ClosedOn == null));
    }

    [Fact]
    public async Task Of_two_erasures_of_one_person_one_waits_for_the_other()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var leaver = await Leaver.BeginAsync(house);
        var (first, second) = (await leaver.EraseAsync(ErasureScope.Of(await IdAsync<Phone>(leaver))), await leaver.EraseAsync(ErasureScope.All));

        await house.Get<Execution>().ExecuteAsync(first);
        await house.Get<Execution>().ExecuteAsync(second);

        Assert.Equal((ErasureState.Executing, ErasureState.Planned), ((await Leaver.RunAsync(house, first)).State, (await Leaver.RunAsync(house, second)).State));
        await house.Get<ErasureRound>().RunAsync();
        Assert.Equal((ErasureState.Certified, ErasureState.Certified), ((await Leaver.RunAsync(house, first)).State, (await Leaver.RunAsync(house, second)).State));
    }

    [Fact]
    public async Task A_plan_of_what_is_no_longer_so_begins_nothing()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var leaver = await Leaver.BeginAsync(house);
        var plan = await leaver.Desk.PlanAsync(leaver.Person, ErasureScope.All, ErasureGround.Unlawful, leaver.Act);
        await leaver.EraseAsync(ErasureScope.Of(await IdAsync<Phone>(leaver)));
        await house.Get<ErasureRound>().RunAsync();

        await using var work = await house.Store.WriteAsync();

        Assert.Null(await leaver.Desk.BeginAsync(work, plan, leaver.Act));
    }

    [Fact]
    public async Task Who_waits_for_the_end_of_a_request_is_told_with_the_certificate()
    {
        var told = new List<(Guid, bool)>();
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite, services => Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton(services, new ErasureEnded((_, request, certificate, _) =>
        {
            told.Add((request, certificate.Complete));
            return Task.CompletedTask;
        })));
        var leaver = await Leaver.BeginAsync(house);
        var request = Guid.NewGuid();

        await leaver.EraseAsync(ErasureScope.All, request: request);
        await house.Get<ErasureRound>().RunAsync();
        await house.Get<ErasureRound>().RunAsync();

        Assert.Equal([(request, false)], told);
    }

    [Fact]
    public async Task A_certificate_with_one_changed_byte_is_none()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var leaver = await Leaver.BeginAsync(house);
        var id = await leaver.EraseAsync(ErasureScope.All);
        await house.Get<ErasureRound>().RunAsync();
        var file = Assert.Single((await Leaver.CertificateAsync(house, id)).Versions).File;
        var keys = await house.Get<SigningKeys>().PublishedAsync();

        for (var place = 0; place < file.Length; place++)
        {
            var changed = file.ToArray();
            changed[place] ^= (byte)(1 + place % 7);
            Assert.Null(SignedDocument.Verify(changed, ErasureCertificate.MediaType, keys));
        }

        Assert.NotNull(SignedDocument.Verify(file, ErasureCertificate.MediaType, keys));
    }

    private static async Task<Guid> IdAsync<T>(Leaver leaver)
        where T : SealedRecord, IDeclared => (await IdOrNullAsync<T>(leaver))!.Value;

    private static async Task<Guid?> IdOrNullAsync<T>(Leaver leaver)
        where T : SealedRecord, IDeclared => (await leaver.House.Vault.OpenAllAsync<T>(leaver.Person, For.Access)) is [.., var newest] ? newest.Id : null;
}

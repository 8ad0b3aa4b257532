using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Data.Signing;
using SrmBlazor.PersonalData;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Consents;

public sealed class ReceiptTests
{
    [Promise("P-5.4-X1")]
    [Theory, BothProviders]
    public async Task A_receipt_verifies_and_says_what_was_decided_about_which_notice(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var decider = await Decider.BeginAsync(house);

        var panel = await decider.OpenAsync(For.KeepLonger, "zh-CN");
        await decider.Consents.DecideAsync(For.KeepLonger.Key, give: true, panel.Served, decider.Act);
        var made = (await decider.EventsAsync())[^1];
        var file = (await house.Get<ConsentReceipts>().SignAsync(made.Id, decider.Act))!;

        var keys = await house.Get<SigningKeys>().PublishedAsync();
        var json = SignedDocument.Verify(file, ConsentReceipt.MediaType, keys);
        Assert.NotNull(json);
        var receipt = ConsentReceipt.Read(json);
        Assert.Equal((made.Id, decider.Person, "zh-CN"), (receipt.ReceiptId, receipt.PiiPrincipalId, receipt.Language));
        Assert.Equal((ConsentState.Given, ConsentActor.Person, "P730D"), (receipt.Event.EventState, receipt.Event.EntityType, receipt.Event.ValidityDuration));
        Assert.Equal((panel.Notice.Hash, panel.Notice.PolicyHash), (receipt.PrivacyNotice.TextSha256, receipt.PrivacyNotice.PolicySha256));
        Assert.Equal(["identity.FullName", "identity.Nationality", "mailbox.Address", "phone.Number"], receipt.Purpose.PiiInformation.Select(item => item.AttributeId));
        Assert.All(Mandatory, field => Assert.True(Has(JsonNode.Parse(json)!, field), field));
    }

    /// <summary>The fields that ISO/IEC TS 27560 makes mandatory, and where they stand.</summary>
    private static readonly string[] Mandatory =
    [
        "schema_version", "receipt_id", "record_id", "pii_principal_id", "privacy_notice.text_sha256", "language", "purpose.purpose_id", "purpose.lawful_basis", "purpose.pii_information.0.pii_type",
        "pii_controller.name", "pii_controller.address", "pii_controller.email", "purpose.storage_locations", "purpose.retention_period", "purpose.jurisdiction", "purpose.recipient_third_parties",
        "purpose.withdrawal_method", "purpose.privacy_rights", "purpose.collection_method", "event.event_time", "event.validity_duration", "event.entity_id", "event.event_type", "event.event_state",
    ];

    [Promise("P-5.4-04")]
    [Fact]
    public async Task What_was_consented_to_before_it_was_taken_back_is_still_on_record_and_its_receipt_still_verifies()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var decider = await Decider.BeginAsync(house);
        var given = (await decider.EventsAsync())[^1];
        var before = (await house.Get<ConsentReceipts>().FindAsync(given.Id, decider.Act))!;

        await decider.DecideAsync(For.SensitiveIdentity, give: false);

        var file = (await house.Get<ConsentReceipts>().SignAsync(given.Id, decider.Act))!;
        var keys = await house.Get<SigningKeys>().PublishedAsync();
        Assert.Equal(Encoding.UTF8.GetString(before.ToJson()), Encoding.UTF8.GetString(SignedDocument.Verify(file, ConsentReceipt.MediaType, keys)!));
        Assert.Equal([ConsentState.Withdrawn, ConsentState.Given], (await decider.Consents.HistoryAsync(decider.Act)).Select(one => one.State));
    }

    [Fact]
    public async Task Every_address_in_a_receipt_is_of_this_site()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var decider = await Decider.BeginAsync(house);

        var json = Encoding.UTF8.GetString((await house.Get<ConsentReceipts>().FindAsync((await decider.EventsAsync())[0].Id, decider.Act))!.ToJson());

        var addresses = System.Text.RegularExpressions.Regex.Matches(json, @"https?://[^\s""]+").Select(match => new Uri(match.Value)).ToList();
        Assert.Equal(3, addresses.Count);
        Assert.All(addresses, address => Assert.Equal(house.Get<SrmBlazor.Shared.Web.SiteAddress>().Root.Authority, address.Authority));
    }

    [Fact]
    public async Task One_changed_byte_and_it_is_no_receipt()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var (_, file, keys) = await SignedAsync(house);

        for (var place = 0; place < file.Length; place++)
        {
            var changed = file.ToArray();
            changed[place] ^= (byte)(1 + place % 7);
            Assert.Null(SignedDocument.Verify(changed, ConsentReceipt.MediaType, keys));
        }

        Assert.Null(SignedDocument.Verify([.. file, (byte)'\n'], ConsentReceipt.MediaType, keys));
        Assert.Null(SignedDocument.Verify(file, "erasure-certificate+json", keys));
        Assert.NotNull(SignedDocument.Verify(file, ConsentReceipt.MediaType, keys));
    }

    [Fact]
    public async Task After_the_key_was_rotated_old_and_new_receipts_verify_and_another_installations_do_not()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        await using var elsewhere = await House.BuildAsync(DatabaseProvider.Sqlite);
        var (_, old, _) = await SignedAsync(house);

        house.Clock.Advance(TimeSpan.FromSeconds(1));
        await house.Get<SigningKeys>().RotateAsync();
        var (_, young, keys) = await SignedAsync(house);
        var (_, foreign, _) = await SignedAsync(elsewhere);

        Assert.Equal(2, keys.Keys.Count);
        Assert.NotEqual(KeyOf(old), KeyOf(young));
        Assert.NotNull(SignedDocument.Verify(old, ConsentReceipt.MediaType, keys));
        Assert.NotNull(SignedDocument.Verify(young, ConsentReceipt.MediaType, keys));
        Assert.Null(SignedDocument.Verify(foreign, ConsentReceipt.MediaType, keys));
    }

    [Theory]
    [InlineData("HS256")]
    [InlineData("none")]
    public async Task A_header_that_names_another_algorithm_is_not_believed(string algorithm)
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var (_, file, keys) = await SignedAsync(house);
        var envelope = JsonNode.Parse(file)!;
        var header = JsonNode.Parse(Decode(envelope, "protected"))!;

        header["alg"] = algorithm;
        envelope["protected"] = System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header.ToJsonString()));

        Assert.Null(SignedDocument.Verify(Encoding.UTF8.GetBytes(envelope.ToJsonString()), ConsentReceipt.MediaType, keys));
    }

    /// <summary>openssl knows nothing of our code: it is given the bytes that RFC 7515 says are signed, the key as PEM, and the signature in DER.</summary>
    [Fact]
    public async Task A_second_implementation_agrees()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var (_, file, keys) = await SignedAsync(house);
        var envelope = JsonNode.Parse(file)!;
        var folder = Directory.CreateTempSubdirectory("srm-receipt-").FullName;
        var signature = System.Buffers.Text.Base64Url.DecodeFromChars((string)envelope["signature"]!);
        await File.WriteAllTextAsync(Path.Combine(folder, "key.pem"), PemOf(keys.Keys[0]));
        await File.WriteAllBytesAsync(Path.Combine(folder, "signature.der"), Der(signature));
        await File.WriteAllTextAsync(Path.Combine(folder, "signed"), $"{envelope["protected"]}.{envelope["payload"]}");
        await File.WriteAllTextAsync(Path.Combine(folder, "changed"), $"{envelope["protected"]}.{envelope["payload"]}x");

        Assert.Equal(0, await OpensslAsync(folder, "signed"));
        Assert.NotEqual(0, await OpensslAsync(folder, "changed"));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task The_private_key_is_sealed_and_opens_with_the_root_secret_alone()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        await SignedAsync(house);

        await using var db = house.Store.Read();
        var key = await db.Set<SigningKey>().AsNoTracking().SingleAsync();

        Assert.Equal(key.Public, Assert.Single((await house.Get<SigningKeys>().PublishedAsync()).Keys));
        Assert.DoesNotContain("\"d\"", JsonSerializer.Serialize(await house.Get<SigningKeys>().PublishedAsync()), StringComparison.Ordinal);
        var path = Path.Combine(Directory.CreateTempSubdirectory("srm-root-").FullName, "root.secret");
        var other = RootSecret.Load(path, mayCreate: true);
        Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => key.Open(other));
    }

    private static async Task<(Guid Decision, byte[] File, PublicKeys Keys)> SignedAsync(House house)
    {
        var decider = await Decider.BeginAsync(house);
        var decision = (await decider.EventsAsync())[^1].Id;
        return (decision, (await house.Get<ConsentReceipts>().SignAsync(decision, decider.Act))!, await house.Get<SigningKeys>().PublishedAsync());
    }

    private static string KeyOf(byte[] file) => (string)JsonNode.Parse(Decode(JsonNode.Parse(file)!, "protected"))!["kid"]!;

    private static byte[] Decode(JsonNode envelope, string part) => System.Buffers.Text.Base64Url.DecodeFromChars((string)envelope[part]!);

    private static bool Has(JsonNode json, string path) =>
        path.Split('.').Aggregate((JsonNode?)json, (node, part) => int.TryParse(part, out var place) ? node?[place] : node?[part]) is { } value && value.ToJsonString() is not ("\"\"" or "null");

    /// <summary>SubjectPublicKeyInfo of a P-256 point: fixed bytes, then the point.</summary>
    private static string PemOf(PublicKey key)
    {
        byte[] info = [.. Convert.FromHexString("3059301306072A8648CE3D020106082A8648CE3D030107034200"), 4, .. System.Buffers.Text.Base64Url.DecodeFromChars(key.X), .. System.Buffers.Text.Base64Url.DecodeFromChars(key.Y)];
        return $"-----BEGIN PUBLIC KEY-----\n{Convert.ToBase64String(info, Base64FormattingOptions.InsertLineBreaks)}\n-----END PUBLIC KEY-----\n";
    }

    /// <summary>SEQUENCE of two INTEGERs (RFC 3279), from the 64 bytes of RFC 7518.</summary>
    private static byte[] Der(byte[] signature)
    {
        byte[] body = [.. Integer(signature.AsSpan(0, 32)), .. Integer(signature.AsSpan(32))];
        return [0x30, (byte)body.Length, .. body];
    }

    private static byte[] Integer(ReadOnlySpan<byte> bytes)
    {
        byte[] value = bytes.TrimStart((byte)0).ToArray();
        value = value[0] >= 0x80 ? [0, .. value] : value;
        return [2, (byte)value.Length, .. value];
    }

    private static async Task<int> OpensslAsync(string folder, string file)
    {
        using var process = Process.Start(new ProcessStartInfo("openssl", ["dgst", "-sha256", "-verify", "key.pem", "-signature", "signature.der", file])
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}

using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Notifications;
using SrmBlazor.PersonalData;
using SrmBlazor.Support;

namespace SrmBlazor.Shell;

public sealed class VerifyCertificateCommandTests : CommandRun
{
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
}

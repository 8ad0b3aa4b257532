using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.PersonalData;
using SrmBlazor.Support;

namespace SrmBlazor.Shell;

public sealed class VerifyPackageCommandTests : CommandRun
{
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
}

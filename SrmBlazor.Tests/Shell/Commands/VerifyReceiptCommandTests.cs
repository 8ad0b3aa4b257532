using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.PersonalData;
using SrmBlazor.Support;

namespace SrmBlazor.Shell;

public sealed class VerifyReceiptCommandTests : CommandRun
{
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

        Assert.Equal((0, 1, 2), (good, changed, noKeys));
        Assert.Contains("\"event_state\": \"given\"", output, StringComparison.Ordinal);
        Assert.NotEmpty(error);
    }
}

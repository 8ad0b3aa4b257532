using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts.KeyRing;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Accounts;

public sealed class KeyRingTests
{
    [Theory]
    [BothProviders]
    public async Task A_restart_signs_nobody_out(DatabaseProvider provider)
    {
        using var stores = await Stores.CreateAsync(provider);
        string cookie;
        await using (var before = await House.OpenAsync(stores))
        {
            cookie = before.Get<IDataProtectionProvider>().CreateProtector("test").Protect("text");
        }

        await using var after = await House.OpenAsync(stores);

        Assert.Equal("text", after.Get<IDataProtectionProvider>().CreateProtector("test").Unprotect(cookie));
    }

    [Theory]
    [BothProviders]
    public async Task The_keys_lie_in_the_database_and_open_only_with_the_root_secret(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        house.Get<IDataProtectionProvider>().CreateProtector("test").Protect("text");

        await using var db = house.Store.Read();
        var elements = await db.Set<KeyRingElement>().Select(element => element.Xml).ToListAsync();

        Assert.NotEmpty(elements);
        Assert.All(elements, xml =>
        {
            Assert.Contains("<sealed ", xml, StringComparison.Ordinal);
            Assert.DoesNotContain("masterKey", xml, StringComparison.OrdinalIgnoreCase);
        });
    }
}

using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Support;

namespace SrmBlazor.PersonalData;

public sealed class AuditedVersionsTests
{
    [Theory, BothProviders]
    public async Task An_older_row_put_back_opens_and_is_found_by_the_audit(DatabaseProvider provider)
    {
        await using var heart = await Heart.BuildAsync(provider);
        var person = await heart.PersonAsync(Why.Account);
        var record = await heart.SealAsync(person, new Card { Value = "as first stated" }, Why.Account);
        var first = await heart.RowAsync(record);
        await SaveAsync(heart, person, record, new Card { Value = "as corrected" });
        var before = await OlderAsync(heart);

        await using (var db = heart.Store.Read())
        {
            await db.Set<SealedRow>().Where(row => row.Id == record)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Ciphertext, first.Ciphertext).SetProperty(row => row.Version, first.Version));
        }

        Assert.Empty(before);
        Assert.Equal("as first stated", (await heart.Vault.OpenAsync<Card>(person, Why.Account)).OrNull!.Value);
        Assert.Equal([record], await OlderAsync(heart));
    }

    [Theory, BothProviders]
    public async Task A_row_that_is_missing_is_found_and_one_that_was_erased_is_not(DatabaseProvider provider)
    {
        await using var heart = await Heart.BuildAsync(provider);
        var (erased, robbed) = (await heart.PersonAsync(Why.Account), await heart.PersonAsync(Why.Account));
        var gone = await heart.SealAsync(erased, new Card { Value = "to be erased" }, Why.Account);
        var missing = await heart.SealAsync(robbed, new Card { Value = "to be taken" }, Why.Account);
        await SaveAsync(heart, erased, gone, new Card { Value = "saved once more" });
        await SaveAsync(heart, robbed, missing, new Card { Value = "saved once more" });

        await heart.EndAsync(erased, Why.Account);
        await using (var db = heart.Store.Read())
        {
            await db.Set<SealedRow>().Where(row => row.Id == missing).ExecuteDeleteAsync();
        }

        Assert.Equal([missing], await OlderAsync(heart));
    }

    private static async Task SaveAsync(Heart heart, Guid person, Guid record, Card card)
    {
        await using var work = await heart.Store.WriteAsync();
        Assert.Equal(SaveOutcome.Saved, await heart.Vault.SaveAsync(work, person, record, 1, card, Why.Account, heart.System));
        await work.CommitAsync();
    }

    private static async Task<IReadOnlyList<Guid>> OlderAsync(Heart heart)
    {
        await using var db = heart.Store.Read();
        return await AuditedVersions.OlderAsync(db);
    }
}

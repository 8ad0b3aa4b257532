using Microsoft.EntityFrameworkCore;
using SrmBlazor.Shared;

namespace SrmBlazor.Data.Signing;

/// <summary>The keys of this installation: the newest signs, all of them are published.</summary>
public sealed class SigningKeys(Store store, RootSecret root, TimeProvider clock)
{
    /// <summary>Signs with the newest key; the first is made when it is needed.</summary>
    /// <returns>The file (see <see cref="SignedDocument"/>).</returns>
    public async Task<byte[]> SignAsync(byte[] document, string type)
    {
        var newest = await NewestAsync() ?? await RotateAsync(onlyTheFirst: true);
        using var key = newest.Open(root);
        return SignedDocument.Sign(document, type, newest.Id, key);
    }

    public async Task<PublicKeys> PublishedAsync()
    {
        await using var db = store.Read();
        var keys = await db.Set<SigningKey>().AsNoTracking().OrderBy(key => key.MadeOn).ToListAsync();
        return new PublicKeys(keys.ConvertAll(key => key.Public));
    }

    /// <summary>From here on a new key signs; the earlier ones stay published.</summary>
    public Task<SigningKey> RotateAsync() => RotateAsync(onlyTheFirst: false);

    private async Task<SigningKey> RotateAsync(bool onlyTheFirst)
    {
        var made = SigningKey.Make(root, clock.Now());
        await using var work = await store.WriteAsync();
        if (onlyTheFirst && await work.Db.Set<SigningKey>().AsNoTracking().OrderByDescending(key => key.MadeOn).FirstOrDefaultAsync() is { } another)
        {
            return another;
        }

        work.Db.Add(made);
        work.Record(Act.OfSystem(clock), "signing-key.made", Guid.Empty, made.Id);
        await work.CommitAsync();
        return made;
    }

    private async Task<SigningKey?> NewestAsync()
    {
        await using var db = store.Read();
        return await db.Set<SigningKey>().AsNoTracking().OrderByDescending(key => key.MadeOn).FirstOrDefaultAsync();
    }
}

using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.PrivacyCenter;

/// <summary>The sealed pieces of a package that is ready.</summary>
public sealed class CopyParts(Vault vault, Collector collector)
{
    /// <summary>A piece is one ciphertext, made and opened in memory.</summary>
    internal const int PieceBytes = 4 * 1024 * 1024;

    internal async Task SealAsync(Writing work, Guid person, byte[] package, Act act)
    {
        foreach (var (number, piece) in package.Chunk(PieceBytes).Index())
        {
            await vault.SealAsync(work, person, new CopyPart(number, piece), For.CopyDelivery, act, "copy.made");
        }
    }

    /// <summary>In order.</summary>
    internal static async Task<IReadOnlyList<Guid>> OfAsync(SrmDbContext db, Guid person) =>
        await db.Set<SealedRow>().Where(row => row.PersonId == person && row.Kind == CopyPart.Kind.Name && row.State == RowState.Live).OrderBy(row => row.Id).Select(row => row.Id).ToListAsync();

    /// <summary>Commits the caller's work and erases every piece that waits for the person.</summary>
    internal async Task DropAsync(Writing work, Guid person, Act act, string cause) => await DropAsync(work, person, await OfAsync(work.Db, person), act, cause);

    /// <summary>The same for these pieces.</summary>
    internal Task DropAsync(Writing work, Guid person, IReadOnlyList<Guid> records, Act act, string cause)
    {
        foreach (var record in records)
        {
            work.End(person, For.CopyDelivery, act, cause, record);
        }

        return collector.CommitAsync(work, person, act, cause);
    }
}

using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Erasures;

/// <summary>An erasure that is certified, as its person sees it.</summary>
/// <param name="Number">Of the certificate.</param>
/// <param name="IsComplete">False where law keeps something back that goes later.</param>
public sealed record PastErasure(Guid Number, DateTime ErasedOn, bool IsComplete);

/// <summary>What a supplier had erased and kept the account: the person is always the one who acts, and another's certificate is not found.</summary>
public sealed class MyErasures(Store store, Certificates certificates)
{
    /// <summary>The newest first.</summary>
    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public async Task<IReadOnlyList<PastErasure>> ListAsync(Act act)
    {
        act.Demand(Role.Supplier);
        await using var db = store.Read();
        var issued = await db.Set<IssuedCertificate>().AsNoTracking()
            .Where(one => db.Set<ErasureRun>().Any(run => run.CertificateId == one.Id && run.PersonId == act.Who) && one.Versions.Any()).OrderByDescending(one => one.MadeOn).ToListAsync();
        var past = new List<PastErasure>();
        foreach (var certificate in issued)
        {
            var newest = (await certificates.ReadAsync(certificate))[0].Document;
            past.Add(new PastErasure(newest.CertificateId, newest.ErasedOn, newest.Complete));
        }

        return past;
    }

    /// <summary>Every version of one's own certificate, the newest first; none where it is another's or there is none.</summary>
    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public async Task<IReadOnlyList<ReadCertificate>> OpenAsync(Guid number, Act act)
    {
        act.Demand(Role.Supplier);
        await using var db = store.Read();
        return await certificates.ReadAsync(await db.Set<IssuedCertificate>().AsNoTracking()
            .FirstOrDefaultAsync(one => one.Id == number && db.Set<ErasureRun>().Any(run => run.CertificateId == number && run.PersonId == act.Who)));
    }
}

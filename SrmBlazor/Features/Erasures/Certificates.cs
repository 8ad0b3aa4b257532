using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SrmBlazor.Data;
using SrmBlazor.Data.Audit;
using SrmBlazor.Data.Signing;
using SrmBlazor.Features.Disclosures;
using SrmBlazor.Features.Notifications;
using SrmBlazor.Features.Policies;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Keys;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Erasures;

/// <summary>Writes and signs certificates, and finds them again for who has the link.</summary>
public sealed class Certificates(Store store, KeyStore keys, SigningKeys signing, Collector collector, Outbox outbox, RecipientNotices recipients, IOptions<OperatorOptions> company, IEnumerable<ErasureEnded> ended, FailPoints faults, TimeProvider clock)
{
    /// <summary>Every version of the certificate that a letter's link leads to, the newest first; none for a link that leads nowhere, or not yet.</summary>
    public async Task<IReadOnlyList<ReadCertificate>> FindAsync(string? token)
    {
        if (string.IsNullOrEmpty(token))
        {
            return [];
        }

        var hash = IssuedCertificate.HashOf(token);
        await using var db = store.Read();
        return await ReadAsync(await db.Set<IssuedCertificate>().AsNoTracking().FirstOrDefaultAsync(one => one.TokenHash == hash));
    }

    internal async Task<IReadOnlyList<ReadCertificate>> ReadAsync(IssuedCertificate? found)
    {
        var published = await signing.PublishedAsync();
        return [.. (found?.Versions ?? []).OrderByDescending(version => version.Number)
            .Select(version => new ReadCertificate(ErasureCertificate.Read(SignedDocument.Verify(version.File, ErasureCertificate.MediaType, published)), version.File))];
    }

    /// <summary>Signs, and in one transaction: the certificate stands, the letter may leave, and who waits for it is told.</summary>
    internal async Task IssueAsync(ErasureRun run)
    {
        var (document, rest) = await WriteAsync(run);
        var file = await signing.SignAsync(document.ToJson(), ErasureCertificate.MediaType);
        await using var work = await store.WriteAsync();
        var (act, now) = (new Act(Guid.Empty, Role.None, work.Now), await work.Db.Set<ErasureRun>().SingleAsync(one => one.Id == run.Id));
        if (now.State != ErasureState.Clean)
        {
            return;
        }

        (await work.Db.Set<IssuedCertificate>().SingleAsync(one => one.Id == run.CertificateId)).Add(file, act.On);
        now.Certify(rest, act.On);
        if (run.MailId is { } mail)
        {
            await outbox.ReleaseAsync(work, mail, act);
        }

        foreach (var one in run.RequestId is null ? [] : ended)
        {
            await one.Tell(work, run.RequestId!.Value, document, act);
        }

        work.Record(act, "erasure.certified", run.PersonId!.Value, $"{run.CertificateId:N} {document.Version}");
        await ForgetAsync(work.Db, now);
        work.Announce(Topics.Erasures);
        faults.Reach("erasure.before-certified");
        // what was shown to prove who asked goes with the decision
        await collector.CommitAsync(work, run.PersonId!.Value, act, "erasure.certified");
        faults.Reach("erasure.after-certified");
    }

    /// <summary>Certificates are kept for three years from their last version.</summary>
    internal async Task<int> DropAsync()
    {
        var before = clock.Now().AddYears(-IssuedCertificate.KeptYears);
        return await store.UpdateAsync(db => db.Set<IssuedCertificate>()
            .Where(one => one.Versions.Any() && one.Versions.All(version => version.IssuedOn < before) && !db.Set<ErasureRun>().Any(run => run.CertificateId == one.Id && run.EndedOn == null))
            .ExecuteDeleteAsync());
    }

    /// <summary>Who left, and of whom nothing is held, is not to be found through what was done.</summary>
    private static async Task ForgetAsync(SrmDbContext db, ErasureRun run)
    {
        var all = await db.Set<ErasureRun>().Where(one => one.CertificateId == run.CertificateId).ToListAsync();
        if (run.EndedOn is not null && all.Exists(one => one.Reach is ErasureReach.All or ErasureReach.Closing))
        {
            all.ForEach(one => one.Forget());
        }
    }

    private async Task<(ErasureCertificate Document, DateTime? Next)> WriteAsync(ErasureRun run)
    {
        var plan = run.AsPlanned;
        var going = plan.Goes.Select(one => one.Record).ToList();
        var all = going.Concat(plan.Stays.Select(one => one.Record)).ToList();
        await using var db = store.Read();
        var live = (await db.Set<SealedRow>().Where(row => all.Contains(row.Id) && row.State == RowState.Live).Select(row => row.Id).ToListAsync()).ToHashSet();
        var issued = await db.Set<IssuedCertificate>().AsNoTracking().SingleAsync(one => one.Id == run.CertificateId);
        var former = issued.Versions.MaxBy(version => version.Number);
        var said = $"{run.Id:N}";
        var entry = await db.Set<AuditEntry>().AsNoTracking().FirstAsync(one => one.Action == "erasure.clean" && one.Detail == said);
        await using var keyDb = keys.Read();
        var destroyed = await keyDb.Tombstones.Where(stone => going.Contains(stone.RecordId)).OrderBy(stone => stone.RecordId).Select(stone => stone.RecordId).ToListAsync();
        var kinds = plan.Goes.Select(one => (one.Record, one.Kind)).Concat(plan.Stays.Select(one => (one.Record, one.Kind))).GroupBy(one => one.Kind, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal);
        var stays = plan.Stays.Where(one => live.Contains(one.Record)).ToList();
        var searched = run.Searched.Split("; ");
        var document = new ErasureCertificate(ErasureCertificate.Schema, issued.Id, (former?.Number ?? 0) + 1, stays.Count == 0, former is null ? null : Convert.ToHexStringLower(SHA256.HashData(former.File)),
            company.Value.Name.In("en"), issued.Commitment, run.Reach, run.Ground, plan.Hash, run.PlannedOn, run.ErasedOn!.Value,
            [.. kinds.Select(group => new CertifiedKind(group.Key, group.Count(), group.Count(one => live.Contains(one.Record))))],
            destroyed, new CertifiedCheck(run.CheckedOn!.Value, "clean", int.Parse(searched[0], System.Globalization.CultureInfo.InvariantCulture), [.. searched[1..].Where(one => one.Length > 0)]),
            [.. stays.GroupBy(one => (one.Kind, one.Purpose, one.Until)).Select(group => new CertifiedRest(group.Key.Kind, group.Count(), group.Key.Purpose, group.Key.Until))],
            await RecipientsAsync(db, run),
            new CertifiedAudit(entry.Number, Convert.ToHexStringLower(entry.Hash)), DateOnly.FromDateTime(run.ErasedOn.Value.AddDays(plan.KeyBackupDays)));
        return (document, stays.Min(one => one.Until));
    }

    /// <summary>Everybody who was told since the first erasure that this certificate is about, as they stand now.</summary>
    private async Task<IReadOnlyList<CertifiedRecipient>> RecipientsAsync(SrmDbContext db, ErasureRun run)
    {
        var told = new List<CertifiedRecipient>();
        foreach (var cause in await db.Set<ErasureRun>().Where(one => one.CertificateId == run.CertificateId).Select(one => one.Id).ToListAsync())
        {
            told.AddRange((await recipients.OfAsync(cause)).Select(notice => new CertifiedRecipient(notice.RecipientKey, notice.Reason is { } reason ? $"{notice.State}: {reason}" : $"{notice.State}")));
        }

        return told;
    }
}

/// <param name="File">As signed.</param>
public sealed record ReadCertificate(ErasureCertificate Document, byte[] File);

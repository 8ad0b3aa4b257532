using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Transfers;

/// <summary>A package that waits, as the page for the other controller says it.</summary>
public sealed record WaitingPackage(string Reference, long Bytes, DateTime UsefulUntil);

/// <summary>The package, once.</summary>
public sealed record FetchedPackage(string Reference, byte[] Bytes)
{
    public override string ToString() => $"Package {Reference}";
}

/// <summary>The other controller's side: whoever has the link of the letter fetches the package once.</summary>
public sealed class TransferPickups(Store store, Vault vault, MailedLinks links, Collector collector, FailPoints faults)
{
    /// <summary>Null for a link that is unknown, used or too old: which of them it is, is not told.</summary>
    public async Task<WaitingPackage?> PeekAsync(string? token)
    {
        if (await links.PeekAsync(LinkKind.TransferPickup, token) is not LinkState.Good { Person: var id })
        {
            return null;
        }

        await using var db = store.Read();
        return await db.Set<Transfer>().Where(one => one.Id == id && one.PersonId != null && one.State == TransferState.Mailed
                && db.Set<SealedRow>().Any(row => row.PersonId == one.PersonId && row.Kind == TransferPart.Kind.Name && row.State == RowState.Live))
            .Join(db.Set<RightsRequest>(), one => one.RequestId, request => request.Id, (one, request) => new WaitingPackage(RightsRequest.ReferenceOf(request.Number), one.Bytes, one.UsefulUntil!.Value))
            .FirstOrDefaultAsync();
    }

    /// <summary>Hands the package out, once: with the same save it is erased here. If the line breaks off then, the person asks for another one.</summary>
    /// <returns>Null as for <see cref="PeekAsync"/>.</returns>
    public async Task<FetchedPackage?> FetchAsync(string? token)
    {
        await using var work = await store.WriteAsync();
        if (await links.ConsumeAsync(work, LinkKind.TransferPickup, token) is not LinkState.Good { Person: var id }
            || await work.Db.Set<Transfer>().FirstOrDefaultAsync(one => one.Id == id) is not { PersonId: { } person } transfer || !transfer.TryFetch(work.Now))
        {
            return null;
        }

        var parts = await PartsAsync(vault, person, id);
        var package = parts.OrderBy(part => part.Record.Number).SelectMany(part => part.Record.Bytes).ToArray();
        if (package.Length != transfer.Bytes)
        {
            // erased meanwhile, with the account perhaps
            return null;
        }

        var act = new Act(Guid.Empty, Role.None, work.Now);
        var number = await work.Db.Set<RightsRequest>().Where(one => one.Id == transfer.RequestId).Select(one => one.Number).FirstAsync();
        foreach (var part in parts)
        {
            work.End(person, For.TransferDelivery, act, "transfer.fetched", part.Id);
        }

        work.Record(act, "transfer.fetched", person, RightsRequest.ReferenceOf(number));
        work.Announce(Topics.Person(person));
        faults.Reach("transfer.before-fetched");
        await collector.CommitAsync(work, person, act, "transfer.fetched");
        return new FetchedPackage(RightsRequest.ReferenceOf(number), package);
    }

    internal static async Task<IReadOnlyList<Opening<TransferPart>.Opened>> PartsAsync(Vault vault, Guid person, Guid transfer) =>
        [.. (await vault.OpenAllAsync<TransferPart>(person, For.TransferDelivery)).Where(one => one.Record.Transfer == transfer.ToString())];
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SrmBlazor.Data;
using SrmBlazor.Features.Policies;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Transfers;

/// <summary>One value that would be sent.</summary>
public sealed record Transferable(string Label, string Shown)
{
    public override string ToString() => nameof(Transferable);
}

/// <summary>One record that would be sent.</summary>
public sealed record TransferableRecord(string Name, IReadOnlyList<Transferable> Values);

/// <summary>A transfer of one's own. Until it has left, the state of its request says how far it is.</summary>
/// <param name="Controller">Null where the name is not kept any more.</param>
public sealed record MyTransfer(string Reference, RequestState Request, string? Controller, string Country, TransferWay Way, TransferState State, DateTime AskedOn, DateTime? LeftOn, DateTime? UsefulUntil, DateTime? EndedOn)
{
    public override string ToString() => $"Transfer {Reference}";
}

/// <summary>A supplier has their data sent to a controller they name (PIPL 45(3), GDPR 20). The person is always the one who acts.</summary>
public sealed class MyTransfers(Store store, Vault vault, TransferPress press, RequestBook book, IOptions<OperatorOptions> company, IOptions<TransferOptions> options)
{
    /// <summary>What would be sent now.</summary>
    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public async Task<IReadOnlyList<TransferableRecord>> ContentsAsync(Act act)
    {
        act.Demand(Role.Supplier);
        var dossier = await press.ReadAsync(act.Who, act.On);
        return [.. dossier.Records.Select(record => new TransferableRecord(record.Name, [.. record.Items.Select(item => new Transferable(item.Label, item.Shown))]))];
    }

    /// <summary>All of one's own, newest first.</summary>
    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public async Task<IReadOnlyList<MyTransfer>> ListAsync(Act act)
    {
        act.Demand(Role.Supplier);
        await using var db = store.Read();
        var rows = await db.Set<Transfer>().AsNoTracking().Where(one => one.PersonId == act.Who)
            .Join(db.Set<RightsRequest>(), one => one.RequestId, request => request.Id, (one, request) => new { Transfer = one, request.Number, request.State })
            .OrderByDescending(row => row.Transfer.AskedOn).ToListAsync();
        var targets = (await vault.OpenAllAsync<TransferTarget>(act.Who, For.Access)).ToDictionary(one => one.Record.Request, one => one.Record, StringComparer.Ordinal);
        return [.. rows.Select(row =>
        {
            var (one, target) = (row.Transfer, targets.GetValueOrDefault(row.Transfer.RequestId.ToString()));
            return new MyTransfer(RightsRequest.ReferenceOf(row.Number), row.State, target?.Controller, target?.Country ?? "", one.Way, one.State, one.AskedOn, one.LeftOn, one.UsefulUntil, one.EndedOn);
        })];
    }

    /// <summary>What is missing from a wish, or cannot be used.</summary>
    public IReadOnlyList<WishFault> FaultsOf(Wish wish) => wish.Faults(company.Value.Country, options.Value.AllowLoopback);

    /// <summary>Whether sending to this country crosses a border.</summary>
    public bool IsAbroad(string country) => country.Length > 0 && country != company.Value.Country;

    /// <summary>Asks for a transfer. Staff look at the conditions before anything leaves.</summary>
    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public async Task<WishResult> SubmitAsync(Wish wish, Act act)
    {
        act.Demand(Role.Supplier);
        if (!act.IsConfirmed)
        {
            return new WishResult.NotConfirmed();
        }

        if (FaultsOf(wish) is [_, ..] faults)
        {
            return new WishResult.Incomplete(faults);
        }

        if ((await press.ReadAsync(act.Who, act.On)).Records.Count == 0)
        {
            return new WishResult.Nothing();
        }

        var way = wish.Way!.Value;
        await using var work = await store.WriteAsync();
        var on = act with { On = work.Now };
        var language = await work.Db.Set<Person>().Where(one => one.Id == act.Who).Select(one => one.Language).FirstAsync();
        var said = TransfersTexts.Say(language, $"Message.{way}", wish.Controller.Trim(), wish.Mailbox.Trim());
        var request = await book.OpenAsync(work, new Asked(act.Who, RequestKind.Transfer, RequestChannel.Dashboard, RequestClock.Today(on.On), said, Proved: true), on);
        var address = way == TransferWay.Push ? wish.Address.Trim() : "";
        var target = new TransferTarget(request.Id.ToString(), wish.Controller.Trim(), wish.Country, wish.Mailbox.Trim(), address, IsAbroad(wish.Country) && wish.AgreesAbroad);
        await vault.SealAsync(work, act.Who, target, For.RightsRequest, on, "transfer.asked");
        work.Db.Add(Transfer.Ask(act.Who, request.Id, way, on.On));
        await book.CommitAsync(work, request, on);
        return new WishResult.Done(request.Reference);
    }
}

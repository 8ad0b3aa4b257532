using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Notifications;
using SrmBlazor.Features.Policies;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.Features.Transfers.Pages;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Transfers;

/// <summary>
/// Carries an approved transfer out. What was mailed is sealed, linked and noted in one transaction; what was pushed may be pushed again after a crash,
/// under the same key. What has left before is not sent again.
/// </summary>
public sealed class Transferring(Store store, Vault vault, TransferPress press, TransferCourier courier, Outbox outbox, Letterhead letterhead, IOptions<TransferOptions> options, FailPoints faults, TimeProvider clock) : IRequestWork
{
    public RequestKind Kind => RequestKind.Transfer;

    public Type CasePart => typeof(TransferCase);

    public bool HasOwnPage => true;

    public async Task<bool> HasToDoAsync(Guid person, Guid request) => await FindAsync(vault, person, request) is not null;

    public async Task<bool> IsReadyAsync(Guid request)
    {
        await using var db = store.Read();
        return await db.Set<Transfer>().AnyAsync(one => one.RequestId == request && one.CheckedOn != null);
    }

    public async Task<WorkResult> CarryOutAsync(RequestToDo work, CancellationToken stop)
    {
        if (await FindAsync(vault, work.Person, work.Id) is not { Record: var target } || await ReadAsync(work.Id) is not { } transfer)
        {
            return new WorkResult.Failed("NothingToTransfer");
        }

        if (transfer is { HasLeft: false, State: not TransferState.Checked })
        {
            return new WorkResult.Failed("NotChecked");
        }

        if (!transfer.HasLeft && await SendAsync(work, transfer, target, stop) is { } trouble)
        {
            return new WorkResult.Failed(trouble);
        }

        return new WorkResult.Done(Whole: true, TransfersTexts.Say(work.Language, $"Answer.{transfer.Way}", target.Controller, (int)For.TransferDelivery.Term!.Value.TotalDays));
    }

    /// <summary>To whom it went is kept as long as what was written in the request.</summary>
    public async Task EndedAsync(Writing work, RightsRequest request, Act act)
    {
        var person = request.PersonId!.Value;
        if (request.State == RequestState.Closed && await FindAsync(vault, person, request.Id) is { Id: var record })
        {
            work.End(person, For.RightsRequest, act, "request.closed", record);
        }
    }

    internal static async Task<Opening<TransferTarget>.Opened?> FindAsync(Vault vault, Guid person, Guid request) =>
        (await vault.OpenAllAsync<TransferTarget>(person, For.RightsRequest)).LastOrDefault(one => one.Record.Request == request.ToString());

    /// <summary>In which language a controller is written to.</summary>
    internal static string LanguageOf(TransferTarget target) => target.Country == "CN" ? PolicyLanguage.Chinese : PolicyLanguage.English;

    private async Task<Transfer?> ReadAsync(Guid request)
    {
        await using var db = store.Read();
        return await db.Set<Transfer>().AsNoTracking().FirstOrDefaultAsync(one => one.RequestId == request);
    }

    /// <returns>Null where it has left.</returns>
    private async Task<string?> SendAsync(RequestToDo todo, Transfer transfer, TransferTarget target, CancellationToken stop)
    {
        if (await press.MakeAsync(todo.Person, todo.Language, clock.Now()) is not { } package)
        {
            return "NothingToTransfer";
        }

        if (package.Length > options.Value.BytesMost)
        {
            return "TooLarge";
        }

        if (transfer.Way == TransferWay.Push && await courier.BringAsync(target.Address, package, todo.Id, stop) is { } trouble)
        {
            return trouble;
        }

        faults.Reach("transfer.pushed");
        await using var work = await store.WriteAsync(stop);
        var now = work.Now;
        if (await work.Db.Set<Transfer>().FirstOrDefaultAsync(one => one.Id == transfer.Id && one.PersonId != null, stop) is not { HasLeft: false } row)
        {
            // somebody was faster
            return null;
        }

        if (row.Way == TransferWay.Push)
        {
            row.Deliver(package.Length, now);
        }
        else
        {
            row.Mail(package.Length, now);
            await MailAsync(work, todo, row, target, package, Act.OfSystem(clock) with { On = now });
        }

        // it left on the word of the second person who agreed
        var decider = await work.Db.Set<RightsRequest>().Where(one => one.Id == todo.Id).Select(one => one.ReviewedBy).FirstOrDefaultAsync(stop);
        work.Db.Add(AccessEntry.Of(todo.Person, new Act(decider ?? Guid.Empty, Role.PrivacyOfficer, now), todo.Id, TransferPart.Kind.Name, RevealReason.PersonAsked));
        work.Record(Act.OfSystem(clock), "transfer.sent", todo.Person, $"{todo.Reference} {row.Way} {row.Bytes}");
        work.Announce(Topics.Person(todo.Person));
        faults.Reach("transfer.before-commit");
        await work.CommitAsync(stop);
        faults.Reach("transfer.sent");
        return null;
    }

    private async Task MailAsync(Writing work, RequestToDo todo, Transfer row, TransferTarget target, byte[] package, Act act)
    {
        foreach (var (number, piece) in package.Chunk(TransferPart.PieceBytes).Index())
        {
            await vault.SealAsync(work, todo.Person, new TransferPart(row.Id.ToString(), number, piece), For.TransferDelivery, act, "transfer.sent");
        }

        var token = MailedLinks.IssueAnother(work, LinkKind.TransferPickup, row.Id, row.UsefulUntil!.Value - act.On);
        var language = LanguageOf(target);
        var letter = Letters.TransferReady(
            new Addressee(target.Mailbox, language), letterhead.In(language), letterhead.Link($"/transfer/{token}"), todo.Reference, row.UsefulUntil.Value);
        await outbox.SendAsync(work, todo.Person, letter, act);
    }
}

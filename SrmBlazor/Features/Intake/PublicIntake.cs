using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Notifications;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Keys;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Intake;

/// <summary>What became of the link in the letter.</summary>
public abstract record IntakeResult
{
    private IntakeResult()
    {
    }

    /// <param name="Follow">The secret of the page where it is followed; null where an account has the mailbox, and it is followed there.</param>
    public sealed record Made(string Reference, string? Follow) : IntakeResult
    {
        public override string ToString() => "***";
    }

    public sealed record Dead(LinkState Why) : IntakeResult;
}

/// <summary>
/// Requests of people without an account. What is typed is sealed for a person of its own, and nobody is looked up until the mailbox has answered: what
/// is answered, and how long it takes, is the same for every mailbox because the same is done.
/// </summary>
public sealed class PublicIntake(
    Store store, Vault vault, Collector collector, KeyStore keys, MailedLinks links, Outbox outbox, Letterhead letterhead, AccountRegister accounts, RequestBook book, RequestWorks works, RequestWindows windows)
{
    /// <summary>What can be asked for at the form. By the next of kin is asked in another way.</summary>
    public IReadOnlyList<RequestKind> Kinds() => [.. works.OfferedInWords.Where(kind => kind != RequestKind.NextOfKin)];

    /// <summary>Keeps what was typed and writes to the mailbox.</summary>
    public async Task TypeAsync(Typed typed)
    {
        await using var work = await store.WriteAsync();
        var typist = Person.Create(typed.Language, typed.Region);
        work.Db.Add(typist);
        var act = new Act(typist.Id, Role.None, work.Now);
        var kind = typed.Right == RepresentationKind.NextOfKin ? RequestKind.NextOfKin : typed.Kind;
        var arrived = RequestClock.Today(act.On).ToString("O", CultureInfo.InvariantCulture);
        var record = new TypedRequest(kind.ToString(), typed.Right?.ToString() ?? "", typed.Text.Trim(), typed.Mailbox, typed.Name, typed.ForName, typed.ForMailbox, arrived);
        await vault.SealAsync(work, typist.Id, record, For.RequestIntake, act, "request.typed");
        var life = For.RequestIntake.Term!.Value;
        var token = await links.IssueAsync(work, LinkKind.RightsRequest, typist.Id, life);
        var letter = Letters.RequestTyped(new Addressee(typed.Mailbox, typed.Language), letterhead.In(typed.Language), letterhead.Link($"/rights/confirm/{token}"), act.On + life);
        await outbox.SendAsync(work, typist.Id, letter, act);
        work.Record(act, "request.typed", typist.Id);
        await work.CommitAsync();
    }

    public Task<LinkState> PeekAsync(string? token) => links.PeekAsync(LinkKind.RightsRequest, token);

    /// <summary>The mailbox answered: the request exists. One's own goes to the account of the mailbox, or to the person of an earlier request from it.</summary>
    public async Task<IntakeResult> ConfirmAsync(string? token)
    {
        await using var work = await store.WriteAsync();
        var state = await links.ConsumeAsync(work, LinkKind.RightsRequest, token);
        if (state is not LinkState.Good { Person: var typist } || await vault.OpenAsync<TypedRequest>(typist, For.RequestIntake) is not Opening<TypedRequest>.Opened(var record, _, var typed))
        {
            return new IntakeResult.Dead(state is LinkState.Good ? new LinkState.Expired() : state);
        }

        var right = typed.Right.Length == 0 ? (RepresentationKind?)null : Enum.Parse<RepresentationKind>(typed.Right);
        var account = right is null ? await accounts.FindByMailboxAsync(typed.Mailbox) : null;
        var person = account ?? (right is null ? await EarlierAsync(work.Db, typed.Mailbox) : null) ?? typist;
        var act = new Act(person, right is null ? Role.None : Role.Representative, work.Now);
        var request = await book.OpenAsync(work, await AskedAsync(work.Db, typed, right, person, typist, account is not null), act);
        var follow = account is null ? await FollowAsync(work, request, person) : null;
        work.End(typist, For.RequestIntake, act, "request.submitted", record);
        var erasure = await collector.IntendAsync(work, typist, act, "request.submitted");
        await book.CommitAsync(work, request, act);
        if (erasure is { } id)
        {
            await collector.CarryOutAsync(id);
        }

        return new IntakeResult.Made(request.Reference, follow);
    }

    /// <summary>The mailbox proves who asks where nothing is handed out or destroyed; for the rest staff or a fresh sign-in do.</summary>
    private static async Task<Asked> AskedAsync(SrmDbContext db, TypedRequest typed, RepresentationKind? right, Guid person, Guid typist, bool hasAccount)
    {
        var kind = Enum.Parse<RequestKind>(typed.Wish);
        var spoke = await db.Set<Person>().AsNoTracking().FirstAsync(one => one.Id == typist);
        return new Asked(person, kind, RequestChannel.Form, DateOnly.ParseExact(typed.ArrivedOn, "O", CultureInfo.InvariantCulture), typed.Text, Proved: right is null && !kind.NeedsConfirmation())
        {
            Region = hasAccount ? null : spoke.Region,
            Contact = hasAccount ? null : new RequestContact(typed.Name, typed.Mailbox, ""),
            Claim = right is { } by ? new Claim(by, new RepresentedPerson(typed.ForName, typed.ForMailbox), IntakeTexts.Say(spoke.Language, $"Evidence.{by}")) : null,
        };
    }

    private async Task<Guid?> EarlierAsync(SrmDbContext db, string mailbox)
    {
        var earlier = (await keys.LookUpAsync(LookUp.RequestMailbox, mailbox)).Select(index => (Guid?)index.PersonId).ToList();
        return await db.Set<RightsRequest>().Where(one => one.ClosedOn == null && earlier.Contains(one.PersonId)).OrderBy(one => one.Number).Select(one => one.PersonId).FirstOrDefaultAsync();
    }

    private async Task<string> FollowAsync(Writing work, RightsRequest request, Guid person)
    {
        var representation = await Representation.OfAsync(work.Db, request.Id);
        return MailedLinks.IssueAnother(work, representation is null ? LinkKind.RightsStatus : LinkKind.Representation, representation?.Id ?? person, windows.Follow);
    }
}

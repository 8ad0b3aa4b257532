using System.IO.Pipelines;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SrmBlazor.Data;
using SrmBlazor.Features.Notifications;
using SrmBlazor.Features.Verification;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.RightsRequests;

/// <summary>A supplier who asks, and the privacy officers who answer, by the program's own services.</summary>
internal sealed record Applicant(House House, Guid Person)
{
    public const string Words = "Canary-of-the-request: please look into the pelican affair.";

    public static readonly Guid Officer = Guid.NewGuid();

    public static readonly Guid Second = Guid.NewGuid();

    public static async Task<Applicant> BeginAsync(House house, string region = "CN", string language = "en", string number = WaitingCase.Number)
    {
        var waiting = await WaitingCase.BeginAsync(house, language, number);
        await using var work = await house.Store.WriteAsync();
        (await work.Db.Set<Person>().SingleAsync(one => one.Id == waiting.Person)).LivesIn(region);
        await work.CommitAsync();
        return new Applicant(house, waiting.Person);
    }

    public MyRequests Mine => House.Get<MyRequests>();

    public RequestDesk Desk => House.Get<RequestDesk>();

    public RequestDecisions Decisions => House.Get<RequestDecisions>();

    /// <summary>Signed in just now.</summary>
    public Act Act => House.ActOf(Person, Role.Supplier) with { ConfirmedOn = House.Clock.Now() };

    public Act ActOf(Guid officer) => House.ActOf(officer, Role.PrivacyOfficer);

    public async Task<string> SubmitAsync(RequestKind kind = RequestKind.Other, string text = Words) => Done(await Mine.SubmitAsync(kind, text, "", cooling: false, Act)).Reference;

    /// <summary>Submitted and taken in hand by an officer.</summary>
    public async Task<string> InHandAsync(RequestKind kind = RequestKind.Other)
    {
        var reference = await SubmitAsync(kind);
        Done(await Desk.ClaimAsync(reference, await StampAsync(reference), ActOf(Officer)));
        return reference;
    }

    public async Task<string> RefusedAsync(RequestKind kind = RequestKind.Other)
    {
        var reference = await InHandAsync(kind);
        Done(await Decisions.ProposeAsync(reference, await StampAsync(reference), RequestOutcome.Refused, DenialGround.NotCovered, "It is not covered.", ActOf(Officer)));
        Done(await Decisions.ApproveAsync(reference, await StampAsync(reference), ActOf(Second)));
        return reference;
    }

    public async Task<RightsRequest> RequestAsync(string reference)
    {
        await using var db = House.Store.Read();
        var number = RightsRequest.NumberOf(reference);
        return await db.Set<RightsRequest>().AsNoTracking().Include(one => one.Events.OrderBy(step => step.Turn)).Include(one => one.Pauses).Include(one => one.Decisions).SingleAsync(one => one.Number == number);
    }

    public async Task<Guid> StampAsync(string reference) => (await RequestAsync(reference)).Stamp;

    public async Task<RequestState> StateAsync(string reference) => (await RequestAsync(reference)).State;

    /// <summary>The letters about requests, oldest first.</summary>
    public async Task<IReadOnlyList<string>> LettersAsync()
    {
        await using var db = House.Store.Read();
        return await db.Set<OutboxMail>().Where(mail => mail.PersonId == Person && mail.Letter.StartsWith("Request")).OrderBy(mail => mail.QueuedOn).ThenBy(mail => mail.Id).Select(mail => mail.Letter).ToListAsync();
    }

    /// <summary>The last letter as it was written.</summary>
    public async Task<Letter> LetterAsync() => (await House.Vault.OpenAsync<OutgoingMail>(Person, For.DeliverMessage)).OrNull!.Letter;

    public static RequestResult.Done Done(RequestResult result) => Assert.IsType<RequestResult.Done>(result);

    public static RequestFault FaultOf(RequestResult result) => Assert.IsType<RequestResult.Invalid>(result).Fault;

    public static async Task<PipeReader> PictureAsync(int width)
    {
        var pipe = new Pipe();
        await pipe.Writer.WriteAsync(Pictures.Jpeg(width, 240));
        await pipe.Writer.CompleteAsync();
        return pipe.Reader;
    }

    /// <summary>A house with somebody who carries out deletions and closures.</summary>
    public static Task<House> HouseWithAsync(params Shredder[] shredders) =>
        House.BuildAsync(DatabaseProvider.Sqlite, services =>
        {
            // one kind is carried out by one
            services.RemoveAll<IRequestWork>();
            shredders.ToList().ForEach(one => services.AddSingleton<IRequestWork>(one));
        });
}

/// <summary>Carries out one kind as it is told to.</summary>
internal sealed class Shredder(RequestKind kind) : IRequestWork
{
    private readonly List<RequestToDo> asked = [];

    public RequestKind Kind => kind;

    public IReadOnlyList<RequestToDo> Asked => asked;

    public Func<RequestToDo, WorkResult> Answers { get; set; } = _ => new WorkResult.Done(true, "All of it is gone.", Guid.NewGuid());

    public Task<WorkResult> CarryOutAsync(RequestToDo work, CancellationToken stop)
    {
        asked.Add(work);
        return Task.FromResult(Answers(work));
    }
}

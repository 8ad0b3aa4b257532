using SrmBlazor.Data;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.RightsRequests;

/// <summary>What a feature is given to carry out.</summary>
/// <param name="Id">The same at each try.</param>
/// <param name="Language">In which the person is answered.</param>
public sealed record RequestToDo(Guid Id, string Reference, Guid Person, RequestKind Kind, string Language, int Try);

/// <summary>What became of it.</summary>
public abstract record WorkResult
{
    private WorkResult()
    {
    }

    /// <summary>Done and checked.</summary>
    /// <param name="Whole">False where something had to stay.</param>
    /// <param name="Answer">What the person is told, in their language.</param>
    /// <param name="Certificate">Of an erasure; without one no erasure is said to be done.</param>
    public sealed record Done(bool Whole, string Answer, Guid? Certificate = null) : WorkResult
    {
        public override string ToString() => $"Done {Certificate}";
    }

    /// <summary>The check found something left: it is carried out again.</summary>
    public sealed record Left : WorkResult;

    /// <summary>It takes its time: whoever carries it out takes the request on with every step, and finds it done when asked again.</summary>
    public sealed record GoesOn : WorkResult;

    /// <summary>It could not be done now.</summary>
    /// <param name="Reason">A code, nothing that names a person.</param>
    public sealed record Failed(string Reason) : WorkResult;
}

/// <summary>
/// A feature that carries requests of one kind out. It registers itself: <c>services.AddScoped&lt;IRequestWork, Erasing&gt;()</c>. It is asked after the
/// decision is kept, and again after a crash: what was done before must not be done twice.
/// </summary>
public interface IRequestWork
{
    RequestKind Kind { get; }

    /// <summary>A component that shows staff what is to be decided, in the case of the request; it is given its <c>Reference</c>. Null for none.</summary>
    Type? CasePart => null;

    /// <summary>It is asked for on a page of the feature and not in the general form.</summary>
    bool HasOwnPage => false;

    /// <summary>It can also be asked for in words alone, by whoever has no account: staff choose what is meant.</summary>
    bool TakesWords => false;

    /// <summary>It writes to the mailbox of the account itself when it is done.</summary>
    bool TellsAccount => false;

    /// <summary>False where the request came without what could be carried out, by letter perhaps: then staff answer it.</summary>
    Task<bool> HasToDoAsync(Guid person, Guid request) => Task.FromResult(true);

    /// <summary>Within the transaction in which it is proposed to give the right effect: what the second person decides about is taken down.</summary>
    Task ProposedAsync(Writing work, RightsRequest request, Act act) => Task.CompletedTask;

    /// <summary>Whether what would be carried out now is what was proposed.</summary>
    Task<bool> StandsAsync(Writing work, RightsRequest request, Act act) => Task.FromResult(true);

    /// <summary>Whether staff have looked at all that has to be looked at before it may be carried out.</summary>
    Task<bool> IsReadyAsync(Guid request) => Task.FromResult(true);

    /// <summary>Within the transaction of each step after which the request is decided: what was kept or set aside for it is let go.</summary>
    Task EndedAsync(Writing work, RightsRequest request, Act act) => Task.CompletedTask;

    /// <summary>Within the transaction of an appeal: what the decision let go may be needed again.</summary>
    Task AppealedAsync(Writing work, RightsRequest request, Act act) => Task.CompletedTask;

    Task<WorkResult> CarryOutAsync(RequestToDo work, CancellationToken stop);
}

/// <summary>Who carries out what. A kind that nobody registered for is answered by staff.</summary>
public sealed class RequestWorks(IEnumerable<IRequestWork> works)
{
    public IRequestWork? Find(RequestKind kind) => works.SingleOrDefault(work => work.Kind == kind);

    /// <summary>Who carries this one out; null where staff answer it.</summary>
    public async Task<IRequestWork?> FindAsync(RightsRequest request) =>
        Find(request.Kind) is { } work && await work.HasToDoAsync(request.PersonId!.Value, request.Id) ? work : null;

    /// <summary>What a supplier can ask for: what staff cannot do by hand is there only with somebody who carries it out.</summary>
    public IReadOnlyList<RequestKind> Offered => Those(work => !work.HasOwnPage);

    /// <summary>What can be asked for without an account.</summary>
    public IReadOnlyList<RequestKind> OfferedInWords => Those(work => !work.HasOwnPage || work.TakesWords);

    private IReadOnlyList<RequestKind> Those(Func<IRequestWork, bool> offers) =>
        [.. Enum.GetValues<RequestKind>().Where(kind => Find(kind) is { } work ? offers(work) : !NeedsWork(kind))];

    private static bool NeedsWork(RequestKind kind) => kind is RequestKind.Transfer or RequestKind.Correct or RequestKind.Delete or RequestKind.CloseAccount;
}

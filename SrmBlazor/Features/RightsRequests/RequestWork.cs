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

    Task<WorkResult> CarryOutAsync(RequestToDo work, CancellationToken stop);
}

/// <summary>Who carries out what. A kind that nobody registered for is answered by staff.</summary>
public sealed class RequestWorks(IEnumerable<IRequestWork> works)
{
    public IRequestWork? Find(RequestKind kind) => works.SingleOrDefault(work => work.Kind == kind);

    /// <summary>What a supplier can ask for: what staff cannot do by hand is there only with somebody who carries it out.</summary>
    public IReadOnlyList<RequestKind> Offered =>
        [.. Enum.GetValues<RequestKind>().Where(kind => !NeedsWork(kind) || Find(kind) is not null)];

    private static bool NeedsWork(RequestKind kind) => kind is RequestKind.Transfer or RequestKind.Correct or RequestKind.Delete or RequestKind.CloseAccount;
}

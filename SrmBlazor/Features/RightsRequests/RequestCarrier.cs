using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.RightsRequests;

/// <summary>Has what was decided carried out by the feature that can, and tells the person when it is done and not before.</summary>
public sealed class RequestCarrier(Store store, RequestBook book, RequestLetters letters, RequestWorks works, TimeProvider clock)
{
    /// <summary>Safe to repeat: whoever comes second finds nothing to do.</summary>
    public async Task CarryOutAsync(Guid id, CancellationToken stop = default)
    {
        if (await ToDoAsync(id) is not { } todo || works.Find(todo.Kind) is not { } who)
        {
            return;
        }

        var result = await ResultAsync(who, todo, stop);
        if (result is WorkResult.GoesOn)
        {
            return;
        }

        await ChangeAsync(id, RequestState.Executing, async (work, request, act) =>
        {
            switch (result)
            {
                case WorkResult.Failed failed:
                    request.Fail(failed.Reason, act);
                    break;
                case WorkResult.Left:
                    request.BeginCheck(act);
                    request.FailCheck(act);
                    break;
                case WorkResult.Done done:
                    request.BeginCheck(act);
                    var message = await book.SealAsync(work, request.PersonId!.Value, done.Answer, act);
                    request.Finish(done.Whole, new RequestAnswer(message, request.Language, done.Whole ? "" : ComplaintRoutes.Of(request.Region)), done.Certificate, act);
                    if (request.LetterId is { } letter)
                    {
                        await letters.ReleaseAsync(work, letter, act);
                    }

                    break;
            }
        });
    }

    /// <summary>Begins again what failed; gives up to staff after some tries.</summary>
    public async Task RetryAsync(Guid id, int tries, CancellationToken stop)
    {
        await ChangeAsync(id, RequestState.Failed, (_, request, act) =>
        {
            if (request.Tries < tries)
            {
                request.Retry(act);
            }
            else
            {
                request.Escalate(act);
            }

            return Task.CompletedTask;
        });
        await CarryOutAsync(id, stop);
    }

    /// <summary>The time to think is over: what it was about begins, unless another erasure of the person runs.</summary>
    public async Task EndCoolingAsync(Guid id, CancellationToken stop)
    {
        await ChangeAsync(id, RequestState.CoolingOff, (_, request, act) =>
        {
            request.EndCooling(act);
            return Task.CompletedTask;
        });
        await CarryOutAsync(id, stop);
    }

    private static async Task<WorkResult> ResultAsync(IRequestWork who, RequestToDo todo, CancellationToken stop)
    {
        try
        {
            return await who.CarryOutAsync(todo, stop);
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException)
        {
            return new WorkResult.Failed(trouble.GetType().Name[..Math.Min(trouble.GetType().Name.Length, RequestEvent.ReasonLength)]);
        }
    }

    private async Task<RequestToDo?> ToDoAsync(Guid id)
    {
        await using var db = store.Read();
        return await db.Set<RightsRequest>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == id && one.State == RequestState.Executing && one.PersonId != null) is { } request
            ? new RequestToDo(request.Id, request.Reference, request.PersonId!.Value, request.Kind, request.Language, request.Tries)
            : null;
    }

    private async Task ChangeAsync(Guid id, RequestState state, Func<Writing, RightsRequest, Act, Task> change)
    {
        await using var work = await store.WriteAsync();
        if (await work.Db.Set<RightsRequest>().Include(one => one.Pauses).Include(one => one.Decisions).AsSplitQuery()
            .FirstOrDefaultAsync(one => one.Id == id && one.State == state && one.PersonId != null) is not { } request)
        {
            return;
        }

        var act = Act.OfSystem(clock);
        await change(work, request, act);
        await book.CommitAsync(work, request, act);
    }
}

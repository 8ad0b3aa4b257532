using System.Linq.Expressions;
using SrmBlazor.Data;
using SrmBlazor.Features.Notifications;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.RightsRequests;

/// <summary>What whoever asked does with a request, on the dashboard or by a link. Which requests are theirs the caller says.</summary>
public sealed class RequestThread(RequestBook book, RequestLetters letters, RequestWorks works)
{
    internal Task<RequestResult> WriteAsync(string reference, Expression<Func<RightsRequest, bool>> whose, string text, Act act) =>
        WithTextAsync(reference, whose, RequestStep.Wrote, text, act, (_, request, message, on) =>
        {
            if (request.Allows(RequestStep.Clarified))
            {
                request.Clarify(message, on);
            }
            else if (request.Allows(RequestStep.Reopened))
            {
                request.Reopen(message, on);
            }
            else
            {
                request.Write(message, on);
            }

            return Task.FromResult<RequestFault?>(null);
        });

    internal Task<RequestResult> WithdrawAsync(string reference, Expression<Func<RightsRequest, bool>> whose, Act act) =>
        book.ChangeAsync(reference, whose, null, RequestStep.Withdrawn, act, async (work, request, person, on) =>
        {
            var message = await book.SealAsync(work, person, RightsRequestsTexts.Say(request.Language, "Message.Withdrawn"), on);
            request.Withdraw(new RequestAnswer(message, request.Language), on);
            await letters.SendAsync(work, request, (to, from, link) => Letters.RequestWithdrawn(to, from, link, request.Reference), on);
            return null;
        });

    internal Task<RequestResult> AppealAsync(string reference, Expression<Func<RightsRequest, bool>> whose, string text, Act act) =>
        WithTextAsync(reference, whose, RequestStep.Appealed, text, act, async (work, request, message, on) =>
        {
            if (on.On > request.AppealUntil)
            {
                return RequestFault.TooLate;
            }

            request.Appeal(message, on);
            await (works.Find(request.Kind)?.AppealedAsync(work, request, on) ?? Task.CompletedTask);
            return null;
        });

    private Task<RequestResult> WithTextAsync(string reference, Expression<Func<RightsRequest, bool>> whose, RequestStep step, string text, Act act,
        Func<Writing, RightsRequest, Guid, Act, Task<RequestFault?>> change) =>
        RequestBook.FaultOf(text) is { } fault
            ? Task.FromResult<RequestResult>(new RequestResult.Invalid(fault))
            : book.ChangeAsync(reference, whose, null, step, act, async (work, request, person, on) => await change(work, request, await book.SealAsync(work, person, text, on), on));
}

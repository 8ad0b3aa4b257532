using Microsoft.EntityFrameworkCore;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Notifications;
using SrmBlazor.PersonalData;
using SrmBlazor.Data;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.RightsRequests;

/// <summary>One of <see cref="Letters"/> about a request.</summary>
public delegate Letter RequestLetter(Addressee to, LetterSender from, Uri link);

/// <summary>Tells whoever asked, by mail where a mailbox is known. What was written is read after signing in.</summary>
public sealed class RequestLetters(Vault vault, Outbox outbox, Letterhead letterhead)
{
    /// <summary>Where the person follows a request.</summary>
    public static string PlaceOf(string reference) => $"/privacy/requests/{reference}";

    /// <summary>Within the caller's transaction.</summary>
    /// <param name="contact">Where it is not saved yet.</param>
    public async Task SendAsync(Writing work, RightsRequest request, RequestLetter letter, Act act, RequestContact? contact = null)
    {
        if (await WriteAsync(work.Db, request, letter, contact) is { } written)
        {
            await outbox.SendAsync(work, request.PersonId!.Value, written, act);
        }
    }

    /// <summary>The same for a letter that leaves later; null where no mailbox is known.</summary>
    public async Task<Guid?> PrepareAsync(Writing work, RightsRequest request, RequestLetter letter, Act act) =>
        await WriteAsync(work.Db, request, letter, null) is { } written ? await outbox.PrepareAsync(work, request.PersonId!.Value, written, act) : null;

    public Task ReleaseAsync(Writing work, Guid letter, Act act) => outbox.ReleaseAsync(work, letter, act);

    private async Task<Letter?> WriteAsync(SrmDbContext db, RightsRequest request, RequestLetter letter, RequestContact? contact)
    {
        var person = request.PersonId!.Value;
        var account = (await vault.OpenAsync<Mailbox>(db, person, For.Account)).OrNull?.Address;
        contact ??= request.ContactId is { } id ? (await vault.OpenAsync<RequestContact>(person, id, For.RightsRequest)).OrNull : null;
        if ((account ?? contact?.Mailbox) is not { Length: > 0 } mailbox)
        {
            return null;
        }

        return letter(new Addressee(mailbox, request.Language), letterhead.In(request.Language), letterhead.Link(account is null ? "/policy" : PlaceOf(request.Reference)));
    }
}

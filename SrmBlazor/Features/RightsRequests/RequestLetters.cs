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
public sealed class RequestLetters(Vault vault, Outbox outbox, Letterhead letterhead, RequestWindows windows)
{
    /// <summary>Where the person follows a request.</summary>
    public static string PlaceOf(string reference) => $"/privacy/requests/{reference}";

    /// <summary>Where who has no account follows a request.</summary>
    public static string FollowOf(string token) => $"/rights/{token}";

    /// <summary>Within the caller's transaction.</summary>
    /// <param name="contact">Where it is not saved yet.</param>
    public async Task SendAsync(Writing work, RightsRequest request, RequestLetter letter, Act act, RequestContact? contact = null)
    {
        if (await WriteAsync(work, request, letter, contact) is { } written)
        {
            await outbox.SendAsync(work, request.PersonId!.Value, written, act);
        }
    }

    /// <summary>The same for a letter that leaves later; null where no mailbox is known.</summary>
    public async Task<Guid?> PrepareAsync(Writing work, RightsRequest request, RequestLetter letter, Act act) =>
        await WriteAsync(work, request, letter, null) is { } written ? await outbox.PrepareAsync(work, request.PersonId!.Value, written, act) : null;

    /// <summary>Whether who asked has an account and is written to there.</summary>
    internal async Task<bool> GoToAccountAsync(Writing work, RightsRequest request) =>
        (await vault.OpenAsync<Mailbox>(work.Db, request.PersonId!.Value, For.Account)).OrNull is not null
        && (await Representation.OfAsync(work.Db, request.Id))?.Hears(request, work.Now) != true;

    public Task ReleaseAsync(Writing work, Guid letter, Act act) => outbox.ReleaseAsync(work, letter, act);

    private async Task<Letter?> WriteAsync(Writing work, RightsRequest request, RequestLetter letter, RequestContact? contact)
    {
        if (await ToAsync(work, request, contact) is not (var mailbox, var place) || mailbox.Length == 0)
        {
            return null;
        }

        return letter(new Addressee(mailbox, request.Language), letterhead.In(request.Language), letterhead.Link(place()));
    }

    /// <summary>A representative who may hear it, else the account, else the mailbox that was given for the person.</summary>
    private async Task<(string Mailbox, Func<string> Place)?> ToAsync(Writing work, RightsRequest request, RequestContact? contact)
    {
        var person = request.PersonId!.Value;
        contact ??= request.ContactId is { } id ? (await vault.OpenAsync<RequestContact>(person, id, For.RightsRequest)).OrNull : null;
        var representation = await Representation.OfAsync(work.Db, request.Id);
        if (representation?.Hears(request, work.Now) == true)
        {
            return contact is null ? null : (contact.Mailbox, () => FollowOf(work, LinkKind.Representation, representation.Id));
        }

        if ((await vault.OpenAsync<Mailbox>(work.Db, person, For.Account)).OrNull is { Address: var account })
        {
            return (account, () => PlaceOf(request.Reference));
        }

        var mailbox = representation is null ? contact?.Mailbox
            : representation.ForId is { } about ? (await vault.OpenAsync<RepresentedPerson>(person, about, For.RightsRequest)).OrNull?.Mailbox : null;
        return mailbox is null ? null : (mailbox, () => FollowOf(work, LinkKind.RightsStatus, person));
    }

    private string FollowOf(Writing work, LinkKind kind, Guid whose) => FollowOf(MailedLinks.IssueAnother(work, kind, whose, windows.Follow));
}

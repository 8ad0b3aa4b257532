using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.RightsRequests;

/// <summary>What staff copy from a letter, a mail or a call.</summary>
/// <param name="ArrivedOn">The clock starts on this day, not on the day of the entry.</param>
/// <param name="Account">The mailbox of the account it is about; empty where there is none or it is not known.</param>
/// <param name="Language">Of the answer, where there is no account.</param>
/// <param name="Region">Whose clock runs; empty for the account's own.</param>
/// <param name="About">The reference of the request that is complained about; empty for none.</param>
public sealed record EntryForm(
    RequestKind Kind, RequestChannel Channel, DateOnly ArrivedOn, string Account, string Name, string Mailbox, string Address, string Language, string Region, string Text, string About)
{
    public override string ToString() => $"{Kind} by {Channel}";
}

/// <summary>Requests that came by letter, mail or phone.</summary>
public sealed class RequestEntry(Store store, RequestBook book, AccountRegister accounts)
{
    /// <summary>Writes a request down with the day on which it arrived. Who has no account becomes a person of whom only this is kept.</summary>
    /// <exception cref="NotAllowedException">The actor is no privacy officer.</exception>
    public async Task<RequestResult> RegisterAsync(EntryForm form, Act act)
    {
        act.Demand(Role.PrivacyOfficer);
        var account = form.Account.Trim().Length > 0 ? await accounts.FindByMailboxAsync(form.Account.Trim()) : null;
        if (FaultOf(form, account, act) is { } fault)
        {
            return new RequestResult.Invalid(fault);
        }

        await using var work = await store.WriteAsync();
        var on = act with { On = work.Now };
        if (account is not { } person)
        {
            var newcomer = Person.Create(form.Language, form.Region);
            work.Db.Add(newcomer);
            person = newcomer.Id;
        }

        var contact = HasContact(form) || account is null ? new RequestContact(form.Name.Trim(), form.Mailbox.Trim(), form.Address.Trim()) : null;
        var about = form.About.Length == 0 ? null : await RequestBook.FindAsync(work.Db, form.About, one => one.PersonId == person);
        var request = await book.OpenAsync(work, new Asked(person, form.Kind, form.Channel, form.ArrivedOn, form.Text, Proved: false)
        {
            Region = form.Region.Length > 0 ? form.Region : null,
            Contact = contact,
            About = about?.Id,
        }, on);
        await book.CommitAsync(work, request, on);
        return new RequestResult.Done(request.Reference, request.Stamp);
    }

    private static RequestFault? FaultOf(EntryForm form, Guid? account, Act act) =>
        RequestBook.FaultOf(form.Text)
        ?? (form.ArrivedOn > RequestClock.Today(act.On) ? RequestFault.NotArrived : account is null && !HasContact(form) ? RequestFault.NoContact : null);

    private static bool HasContact(EntryForm form) => form.Mailbox.Trim().Length > 0 || form.Address.Trim().Length > 0;
}

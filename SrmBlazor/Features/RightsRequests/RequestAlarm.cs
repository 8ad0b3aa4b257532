using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Notifications;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.RightsRequests;

/// <summary>Warns staff of a day that comes near, by inbox and mail: who has the request in hand, and the nearer the day the more people.</summary>
public sealed class RequestAlarm(Vault vault, Outbox outbox, Letterhead letterhead, IOptions<WarningOptions> options)
{
    /// <summary>Where officers work on a request.</summary>
    public const string Cases = "/staff/requests";

    /// <summary>Where who may open no case still sees that one is late.</summary>
    public const string Late = "/staff/requests/late";

    /// <summary>Within the caller's transaction.</summary>
    internal async Task GiveAsync(Writing work, RightsRequest request, WarningLevel level, DateOnly due, Act act)
    {
        work.Db.Add(RequestWarning.Of(request, level, act.On));
        work.Record(act, "warning.given", request.PersonId!.Value, $"{request.Reference} {level}");
        await TellAsync(work, request, level, (to, from, link) => LetterOf(level, to, from, link, request.Reference, due), act);
    }

    /// <summary>Another day is due: whoever has it in hand is told, or all officers. Within the caller's transaction.</summary>
    internal Task MovedAsync(Writing work, RightsRequest request, Act act) =>
        TellAsync(work, request, level: null, (to, from, link) => Letters.StaffDueChanged(to, from, link, request.Reference, request.DueOn!.Value), act);

    private async Task TellAsync(Writing work, RightsRequest request, WarningLevel? level, RequestLetter letter, Act act)
    {
        foreach (var (staff, opens) in await ToAsync(work.Db, request, level))
        {
            if ((await vault.OpenAsync<Mailbox>(work.Db, staff, For.StaffWork)).OrNull is { } mailbox)
            {
                var language = await work.Db.Set<Person>().Where(person => person.Id == staff).Select(person => person.Language).SingleAsync();
                var link = letterhead.Link(opens ? $"{Cases}/{request.Reference}" : $"{Late}#{request.Reference}");
                await outbox.SendAsync(work, staff, letter(new Addressee(mailbox.Address, language), letterhead.In(language), link), act);
            }
        }
    }

    /// <summary>Whoever has it in hand; all officers where nobody has, or from a level on; administrators from a later one on.</summary>
    /// <param name="level">Null where nothing presses.</param>
    /// <returns>Each with whether they may open the case.</returns>
    private async Task<IReadOnlyList<(Guid Staff, bool Opens)>> ToAsync(SrmDbContext db, RightsRequest request, WarningLevel? level)
    {
        var open = db.Set<Account>().AsNoTracking().Where(account => account.ActivatedOn != null && account.ClosedOn == null);
        var held = request.Assignee is { } holder && await open.AnyAsync(account => account.Id == holder);
        var roles = (!held || level >= options.Value.OfficersFrom ? Role.PrivacyOfficer : Role.None) | (level >= options.Value.AdministratorsFrom ? Role.Administrator : Role.None);
        var found = await open.Where(account => account.Id == request.Assignee || (account.Roles & roles) != Role.None).OrderBy(account => account.Id).Select(account => new { account.Id, account.Roles }).ToListAsync();
        return [.. found.Select(account => (account.Id, account.Roles.HasFlag(Role.PrivacyOfficer)))];
    }

    private Letter LetterOf(WarningLevel level, Addressee to, LetterSender from, Uri link, string reference, DateOnly due) => level switch
    {
        WarningLevel.First => Letters.FirstWarning(to, from, link, reference, due, $"{options.Value.FirstPercent}"),
        WarningLevel.Second => Letters.SecondWarning(to, from, link, reference, due, $"{options.Value.SecondPercent}"),
        WarningLevel.DayBefore => Letters.DayBeforeWarning(to, from, link, reference, due),
        WarningLevel.LastDay => Letters.LastDayWarning(to, from, link, reference, due),
    };
}

using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Notifications;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Intake;

/// <summary>Somebody at the public form, and the letters that reach their mailbox.</summary>
internal sealed record Stranger(House House)
{
    public const string Mailbox = "stranger.pelagia@harbour.test";
    public const string Words = "Canary of the form: the albatross in your list is me.";
    public const string WardMailbox = "ward.florimund@harbour.test";
    public const string WardName = "Florimund Quillfeather";

    public static readonly Typed Own = new(RequestKind.Other, null, Words, Mailbox, "", "", "", "", "en");

    public static readonly Typed ByLawyer = Own with { Right = RepresentationKind.Lawyer, Name = "Pelagia Inkwell", ForName = WardName, ForMailbox = WardMailbox };

    public PublicIntake Intake => House.Get<PublicIntake>();

    public FollowedRequests Followed => House.Get<FollowedRequests>();

    /// <returns>The secret in the letter.</returns>
    public async Task<string> TypeAsync(Typed typed)
    {
        await Intake.TypeAsync(typed);
        House.Clock.Advance(TimeSpan.FromSeconds(1));
        return (await LetterAsync("RequestTyped")).Link!.Segments[^1];
    }

    public async Task<IntakeResult.Made> AskAsync(Typed typed) => Assert.IsType<IntakeResult.Made>(await Intake.ConfirmAsync(await TypeAsync(typed)));

    /// <summary>The newest letter of a name, whoever it went to.</summary>
    public async Task<OutgoingMail> LetterAsync(string name)
    {
        await using var db = House.Store.Read();
        var person = await db.Set<OutboxMail>().Where(mail => mail.Letter == name).OrderByDescending(mail => mail.QueuedOn).ThenByDescending(mail => mail.Id).Select(mail => mail.PersonId).FirstAsync();
        return (await Letterbox.OfAsync(House, person!.Value))[^1];
    }

    public async Task<IReadOnlyList<RightsRequest>> RequestsAsync()
    {
        await using var db = House.Store.Read();
        return await db.Set<RightsRequest>().AsNoTracking().Include(one => one.Events.OrderBy(step => step.Turn)).Include(one => one.Decisions).AsSplitQuery().OrderBy(one => one.Number).ToListAsync();
    }

    public async Task<RightsRequest> RequestAsync(string reference) => (await RequestsAsync()).Single(one => one.Reference == reference);

    public async Task<FollowedRequest> SeenAsync(string? token) => (await Followed.ListAsync(token))[0];

    public Act ActOf(Guid officer) => House.ActOf(officer, Role.PrivacyOfficer);
}

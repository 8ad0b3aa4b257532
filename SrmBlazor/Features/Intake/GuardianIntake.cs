using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Guardians;
using SrmBlazor.Features.RightsRequests;
using ComingOfAge = SrmBlazor.Features.Registration.ComingOfAge;

namespace SrmBlazor.Features.Intake;

/// <summary>What a guardian asks about a child's data by the link to the child's page: the guardianship stands for any other evidence (MIN-2).</summary>
public sealed class GuardianIntake(Store store, Guardianships guardianships, RequestBook book, RequestWorks works, RequestWindows windows, ComingOfAge majority)
{
    /// <summary>What is held stands on the child's page, and taking the consent back there closes everything.</summary>
    public IReadOnlyList<RequestKind> Kinds() => [.. works.Offered.Where(kind => kind is not (RequestKind.NextOfKin or RequestKind.Access or RequestKind.CloseAccount))];

    public Task<LinkState> PeekAsync(string? token) => guardianships.PeekAsync(token);

    /// <summary>What guardians asked for the child, newest first.</summary>
    public async Task<IReadOnlyList<MyRequestRow>> ListAsync(string? token)
    {
        if (await guardianships.WardAsync(token) is not { } ward)
        {
            return [];
        }

        await using var db = store.Read();
        var asked = await db.Set<RightsRequest>().AsNoTracking()
            .Where(one => one.PersonId == ward.Child && db.Set<Representation>().Any(other => other.RequestId == one.Id && other.Kind == RepresentationKind.Guardian))
            .OrderByDescending(one => one.Number).ToListAsync();
        return [.. asked.Select(MyRequests.RowOf)];
    }

    /// <exception cref="ArgumentException">Nothing is said, or not what is offered: the page asks first.</exception>
    public async Task<IntakeResult> AskAsync(string? token, RequestKind kind, string text)
    {
        if (RequestBook.FaultOf(text) is not null || !Kinds().Contains(kind))
        {
            throw new ArgumentException("A request says what is wanted, of what is offered.", nameof(kind));
        }

        if (await guardianships.WardAsync(token) is not { } ward)
        {
            return new IntakeResult.Dead(await PeekAsync(token) is var state and not LinkState.Good ? state : new LinkState.Used());
        }

        await using var work = await store.WriteAsync();
        var act = ward.Act(work.Now);
        var (longest, grown) = (act.On + Representation.Longest, (await majority.FindAsync(work.Db, ward.Child))?.GuardianUntil);
        var request = await book.OpenAsync(work, new Asked(ward.Child, kind, RequestChannel.Form, RequestClock.Today(act.On), text, Proved: true)
        {
            Contact = new RequestContact(ward.Guardianship.FullName, ward.Guardianship.Mailbox, ""),
            Claim = new Claim(RepresentationKind.Guardian, null, "") { KnownUntil = grown < longest ? grown : longest },
        }, act);
        var representation = await Representation.OfAsync(work.Db, request.Id);
        var follow = MailedLinks.IssueAnother(work, LinkKind.Representation, representation!.Id, windows.Follow);
        await book.CommitAsync(work, request, act);
        return new IntakeResult.Made(request.Reference, follow);
    }
}

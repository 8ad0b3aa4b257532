using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Registration;

/// <summary>Who is a child, told by which kinds of records are held and not by opening them: all data of a child is sensitive.</summary>
internal static class Children
{
    private static readonly string[] Kinds = [GuardianInvitation.Kind.Name, Guardianship.Kind.Name];

    public static Task<bool> HasAsync(SrmDbContext db, Guid person) => Rows(db).AnyAsync(row => row.PersonId == person);

    /// <summary>Also whoever was a child when it ended: what is still kept then is a child's.</summary>
    public static async Task<bool> IsAsync(SrmDbContext db, Guid person) => (await AmongAsync(db, [person])).Count > 0;

    /// <inheritdoc cref="IsAsync"/>
    public static async Task<HashSet<Guid>> AmongAsync(SrmDbContext db, IReadOnlyCollection<Guid> persons) => [.. await Among(db, persons).ToListAsync()];

    /// <summary>To be asked together with something else.</summary>
    /// <inheritdoc cref="IsAsync"/>
    public static IQueryable<Guid> Among(SrmDbContext db, IReadOnlyCollection<Guid> persons)
    {
        var ledger = db.Set<PurposeEvent>().Where(line => line.Purpose == For.ChildData.Key);
        return Rows(db).Where(row => row.PersonId != null && persons.Contains(row.PersonId.Value)).Select(row => row.PersonId!.Value)
            .Concat(ledger
                .Where(line => line.PersonId != null && persons.Contains(line.PersonId.Value) && line.Change == PurposeChange.Ended
                    && !ledger.Any(later => later.PersonId == line.PersonId && later.Number > line.Number))
                .Select(line => line.PersonId!.Value));
    }

    /// <summary>The child's draft or registration is over: guardian and invitation are held by nothing more, also where a letter has not left yet.</summary>
    public static async Task LetGoAsync(Writing work, Guid person, Act act, string cause)
    {
        if (!await HasAsync(work.Db, person) && !(await work.Db.LedgerAsync(person)).IsClosed)
        {
            return;
        }

        await EndRecordsAsync(work, person, GuardianInvitation.Kind.Name, For.GuardianInvitation, act, cause);
        await EndRecordsAsync(work, person, "outgoing-mail", For.DeliverMessage, act, cause);
        work.End(person, For.Guardianship, act, cause);
        work.End(person, For.ChildData, act, cause);
    }

    private static async Task EndRecordsAsync(Writing work, Guid person, string kind, Purpose purpose, Act act, string cause)
    {
        var rows = work.Db.Set<SealedRow>().Where(row => row.PersonId == person && row.Kind == kind && row.State == RowState.Live);
        foreach (var record in await rows.Select(row => row.Id).ToListAsync())
        {
            work.End(person, purpose, act, cause, record);
        }
    }

    private static IQueryable<SealedRow> Rows(SrmDbContext db) => db.Set<SealedRow>().Where(row => Kinds.Contains(row.Kind) && row.State == RowState.Live);
}

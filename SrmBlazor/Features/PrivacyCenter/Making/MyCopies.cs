using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Policies;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.PrivacyCenter;

/// <summary>A person's own package: asked for, followed, cancelled, fetched once. The person is always the one who acts.</summary>
public sealed class MyCopies(Store store, Vault vault, CopyParts parts)
{
    /// <summary>Puts the making in line. There is one at a time, as often as a person likes.</summary>
    /// <param name="language">Of the texts in it.</param>
    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public async Task<CopyAsked> AskAsync(string language, Act act)
    {
        act.Demand(Role.Supplier);
        if (!act.IsConfirmed)
        {
            return CopyAsked.NotConfirmed;
        }

        await using var work = await store.WriteAsync();
        if (await LastAsync(work.Db, act.Who) is { } last && (last.IsUnderWay || last.State == CopyState.Ready && work.Now < Copy.Until(last.ReadyOn!.Value)))
        {
            return CopyAsked.UnderWay;
        }

        var copy = Copy.Ask(act.Who, PolicyLanguage.All.Contains(language, StringComparer.Ordinal) ? language : PolicyLanguage.All[0], work.Now);
        work.Db.Add(copy);
        work.Record(act, "copy.asked", act.Who, $"{copy.Id:N}");
        work.Announce(Topics.Copy(act.Who));
        work.Announce(Topics.Copies);
        await work.CommitAsync();
        return CopyAsked.Asked;
    }

    /// <summary>The last package asked for, or null.</summary>
    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public async Task<CopyStanding?> StandingAsync(Act act)
    {
        act.Demand(Role.Supplier);
        await using var db = store.Read();
        return await LastAsync(db, act.Who) is { } copy
            ? new CopyStanding(copy.Id, copy.State == CopyState.Ready && act.On >= Copy.Until(copy.ReadyOn!.Value) ? CopyState.Lapsed : copy.State, copy.Step, copy.AskedOn, copy.ReadyOn, copy.EndedOn, copy.Bytes)
            : null;
    }

    /// <summary>Stops the making, or destroys what waits to be fetched.</summary>
    /// <returns>False where there was nothing to stop.</returns>
    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public async Task<bool> CancelAsync(Act act)
    {
        act.Demand(Role.Supplier);
        await using var work = await store.WriteAsync();
        if (await LastAsync(work.Db, act.Who) is not { } copy || !copy.TryCancel(work.Now))
        {
            return false;
        }

        work.Record(act, "copy.cancelled", act.Who, $"{copy.Id:N}");
        work.Announce(Topics.Copy(act.Who));
        await parts.DropAsync(work, act.Who, act with { On = work.Now }, "copy.cancelled");
        return true;
    }

    /// <summary>Hands the package out, once. From then on it is erased, also where the line breaks off: making another takes seconds.</summary>
    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public async Task<CopyTaking> TakeAsync(Guid copy, Act act)
    {
        act.Demand(Role.Supplier);
        if (!act.IsConfirmed)
        {
            return new CopyTaking.NotConfirmed();
        }

        await using var work = await store.WriteAsync();
        if (await work.Db.Set<Copy>().FirstOrDefaultAsync(one => one.Id == copy && one.PersonId == act.Who) is not { } asked || !asked.TryTake(work.Now))
        {
            return new CopyTaking.NotFound();
        }

        var records = await CopyParts.OfAsync(work.Db, act.Who);
        work.Record(act, "copy.taken", act.Who, $"{copy:N}");
        work.Announce(Topics.Copy(act.Who));
        await work.CommitAsync();
        return new CopyTaking.Taken(asked.ReadyOn!.Value, asked.Bytes, PartsAsync(records, act));
    }

    private async IAsyncEnumerable<byte[]> PartsAsync(IReadOnlyList<Guid> records, Act act)
    {
        try
        {
            foreach (var record in records)
            {
                yield return (await vault.OpenAsync<CopyPart>(act.Who, record, For.CopyDelivery)).OrNull?.Bytes ?? throw new InvalidOperationException($"The part {record} does not open.");
            }
        }
        finally
        {
            await using var work = await store.WriteAsync();
            await parts.DropAsync(work, act.Who, records, act with { On = work.Now }, "copy.taken");
        }
    }

    private static Task<Copy?> LastAsync(SrmDbContext db, Guid person) =>
        db.Set<Copy>().Where(copy => copy.PersonId == person).OrderByDescending(copy => copy.AskedOn).FirstOrDefaultAsync();
}

public enum CopyAsked
{
    Asked,

    /// <summary>One is being made or waits already.</summary>
    UnderWay,

    /// <summary>The person has to show first who they are.</summary>
    NotConfirmed,
}

/// <summary>Where a package stands.</summary>
public sealed record CopyStanding(Guid Id, CopyState State, CopyStep Step, DateTime AskedOn, DateTime? ReadyOn, DateTime? EndedOn, long Bytes);

public abstract record CopyTaking
{
    private CopyTaking()
    {
    }

    /// <param name="Parts">In order; read to the end or not, afterwards they are erased.</param>
    public sealed record Taken(DateTime MadeOn, long Bytes, IAsyncEnumerable<byte[]> Parts) : CopyTaking;

    public sealed record NotConfirmed : CopyTaking;

    /// <summary>Another person's, fetched before, cancelled, or too late.</summary>
    public sealed record NotFound : CopyTaking;
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmBlazor.Data;
using SrmBlazor.Features.Notifications;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Keys;

namespace SrmBlazor.Features.Registration;

/// <summary>What the stores hold of one draft.</summary>
/// <param name="Readable">Every record of the person that lives has its key.</param>
internal sealed record Found(string Draft, bool Open, int Registrations, int Letters, bool Readable)
{
    public bool IsWhole => this is { Registrations: 1, Letters: 1, Readable: true };

    /// <summary>Nothing of a registration, or all of it.</summary>
    public bool IsSound => Open ? this is { Registrations: 0, Letters: 0, Readable: true } : IsWhole;

    public static async Task<IReadOnlyList<Found>> AllAsync(IServiceProvider services)
    {
        await using var db = services.GetRequiredService<Store>().Read();
        await using var keyDb = services.GetRequiredService<KeyStore>().Read();
        var keys = await keyDb.Keys.Select(key => key.RecordId).ToHashSetAsync();
        var registrations = (await db.Set<SupplierRegistration>().Select(one => one.PersonId).ToListAsync()).ToLookup(person => person);
        var letters = (await db.Set<OutboxMail>().Where(mail => mail.Letter == "Activation" && mail.State == MailState.Waiting).Select(mail => mail.PersonId).ToListAsync()).ToLookup(person => person);
        var unreadable = (await db.Set<SealedRow>().Where(row => row.State == RowState.Live).Select(row => new { row.PersonId, row.Id }).ToListAsync())
            .Where(row => !keys.Contains(row.Id)).Select(row => row.PersonId).ToHashSet();
        return [.. (await db.Set<Draft>().OrderBy(draft => draft.BegunOn).ThenBy(draft => draft.Id).ToListAsync()).Select(draft => new Found(
            Convert.ToHexString(draft.KeyHash), draft.State == DraftState.Open, registrations[draft.PersonId].Count(), letters[draft.PersonId].Count(), !unreadable.Contains(draft.PersonId)))];
    }
}

/// <summary>The set test: whatever was acknowledged must be found, once and whole, whenever one looks.</summary>
internal sealed class Tally
{
    private readonly HashSet<string> acknowledged = new(StringComparer.Ordinal);
    private readonly HashSet<string> doubled = new(StringComparer.Ordinal);
    private readonly HashSet<string> torn = new(StringComparer.Ordinal);

    public int Acknowledged { get; private set; }

    public int Lost { get; private set; }

    public int Doubled => doubled.Count;

    /// <summary>A registration without its letter or without a key of its records, acknowledged or not.</summary>
    public int Torn => torn.Count;

    public void Acknowledge(string draft)
    {
        acknowledged.Add(draft);
        Acknowledged++;
    }

    public void Compare(IReadOnlyList<Found> found)
    {
        var whole = found.Where(one => one.IsWhole).Select(one => one.Draft).ToHashSet(StringComparer.Ordinal);
        // lost once is lost, though it may be sent again
        Lost += acknowledged.RemoveWhere(draft => !whole.Contains(draft));
        doubled.UnionWith(found.Where(one => one.Registrations > 1 || one.Letters > 1).Select(one => one.Draft));
        torn.UnionWith(found.Where(one => !one.IsSound).Select(one => one.Draft));
    }
}

using Microsoft.Extensions.Localization;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Triage;

/// <summary>
/// Who has something in hand, by the masked names that everybody gives work by. They are read once for all boards of a page, and again on another
/// day or when staff come or go, and the ledger of each colleague says so: no row and no renewal of one opens a record.
/// </summary>
public sealed class BoardStaff(StaffAccounts staff, ChangeFeed changes, IStringLocalizer<TriageTexts> texts)
{
    private (object Question, BoardNames Names)? known;

    /// <summary>Colleagues who do the work of the actor; whoever only looks after late ones sees all.</summary>
    internal async Task<BoardNames> ReadAsync(Act act)
    {
        object question = (act.Who, act.Roles, RequestClock.Today(act.On), changes.TurnOf(StaffAccounts.Topic));
        if (known is { } before && before.Question.Equals(question))
        {
            return before.Names;
        }

        var colleagues = (act.Roles & Board.MaySee) == Role.None ? await staff.ListAsync(act) : await staff.AtWorkAsync(Board.MaySee, act);
        var names = new BoardNames(colleagues.ToDictionary(one => one.Person, one => NameOf(one, colleagues)));
        known = (question, names);
        return names;
    }

    /// <summary>Two who look alike are told apart by their masked mailboxes, and by the beginning of their account's id.</summary>
    private string NameOf(Colleague one, IReadOnlyList<Colleague> colleagues) =>
        one.Name.Length > 0 && colleagues.Count(other => other.Name == one.Name) == 1 ? one.Name
        : colleagues.Count(other => (other.Name, other.Mailbox) == (one.Name, one.Mailbox)) > 1 ? $"{one.Name} ({one.Person.ToString("N")[..4]})".TrimStart()
        : one.Name.Length > 0 ? texts["Assign.Colleague", one.Name, one.Mailbox] : one.Mailbox;
}

/// <param name="Of">By account, masked.</param>
public sealed record BoardNames(IReadOnlyDictionary<Guid, string> Of)
{
    public static BoardNames None { get; } = new(new Dictionary<Guid, string>());

    /// <summary>Whose hands it is in. Of whoever left, or does other work now, no more is said than that it is a colleague.</summary>
    internal string Say(Guid? holder, Guid reader, IStringLocalizer<TriageTexts> texts) =>
        holder is null ? texts[$"Hands.{Hands.Nobody}"] : holder == reader ? texts[$"Hands.{Hands.Me}"] : Of.GetValueOrDefault(holder.Value) ?? texts[$"Hands.{Hands.Staff}"];
}

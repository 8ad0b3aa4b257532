using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Consents;
using SrmBlazor.Features.Notifications;
using SrmBlazor.Features.Policies;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.Features.Registration.Steps;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Keys;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Guardians;

/// <summary>What a guardian answers to the first letter: consent, with what it covers, or a refusal that erases everything.</summary>
public sealed class GuardianDecisions(Store store, Vault vault, Collector collector, Drafts drafts, Leaving leaving, MailedLinks links, GuardianLetters letters, GuardianConsents consents)
{
    /// <summary>The purposes that are a free choice beside the consent itself.</summary>
    public static readonly IReadOnlyList<Purpose> Choices = [For.WorkProfile, For.Correspondence];

    public async Task<LinkState> PeekAsync(string? token)
    {
        var seen = await links.PeekAsync(LinkKind.Guardian, token);
        await using var db = store.Read();
        return seen is LinkState.Good { Person: var child } && await WaitingChild.FindAsync(db, child, DateTime.MinValue) is null ? new LinkState.Used() : seen;
    }

    /// <summary>Where the child lives, by whose rules the guardian is asked; null for a dead link.</summary>
    public async Task<string?> RegionAsync(string? token)
    {
        await using var db = store.Read();
        return await PeekAsync(token) is LinkState.Good { Person: var child } ? await db.Set<Person>().Where(one => one.Id == child).Select(one => one.Region).FirstOrDefaultAsync() : null;
    }

    /// <summary>Puts the notices before the guardian, and writes that down: of the consent itself, and of each choice beside it. None for a dead link.</summary>
    /// <inheritdoc cref="NoticesShown.ShowAsync"/>
    public async Task<IReadOnlyList<ShownNotice>> ShowAsync(string? token, string language)
    {
        if (await PeekAsync(token) is not LinkState.Good { Person: var child })
        {
            return [];
        }

        await using var work = await store.WriteAsync();
        var shown = await consents.ShowAsync(work, child, [For.ChildData, .. Choices], language);
        await work.CommitAsync();
        return shown;
    }

    /// <summary>The guardian's acts have a person of their own, so that the child is not taken for who consented.</summary>
    /// <param name="served">The notices that were shown.</param>
    /// <exception cref="ArgumentException">Name, declaration or the consent itself is missing: the page asks first.</exception>
    public async Task<GuardianAnswer> ConsentAsync(string? token, GuardianConsent consent, ShownPolicy shown, IReadOnlyCollection<Guid> served)
    {
        if (!consent.Declares || !consent.Consents || TextForm.NameProblem(consent.FullName) is not null || consent.Agreed.Except(Choices).Any())
        {
            throw new ArgumentException("A guardian's consent has a name, a declaration and the consent itself, and no other purposes than offered.", nameof(consent));
        }

        await using var work = await store.WriteAsync();
        var state = await links.ConsumeAsync(work, LinkKind.Guardian, token);
        if (state is not LinkState.Good { Person: var child } || await WaitingChild.FindAsync(work.Db, child, work.Now) is not { } waiting
            || await vault.OpenAsync<GuardianInvitation>(child, For.GuardianInvitation) is not Opening<GuardianInvitation>.Opened(var invited, _, var invitation))
        {
            return new GuardianAnswer.DeadLink(state is LinkState.Good ? new LinkState.Used() : state);
        }

        if (await consents.ReadAsync(work, child, [For.ChildData, .. Choices], served) is not { } read)
        {
            return new GuardianAnswer.NotRead();
        }

        var guardian = Person.Create(shown.Language, invitation.Country);
        work.Db.Add(guardian);
        var act = new Act(guardian.Id, Role.Guardian, work.Now);
        work.Begin(child, For.Guardianship, act, Causes.Consented);
        var agreed = string.Join(',', consent.Agreed.Select(purpose => purpose.Key));
        await vault.SealAsync(work, child, new Guardianship(guardian.Id.ToString("D"), TextForm.Tidy(consent.FullName), invitation.Mailbox, consent.Relation.ToString(), agreed),
            For.Guardianship, act, Causes.Consented, (LookUp.GuardianMailbox, invitation.Mailbox));
        work.End(child, For.GuardianInvitation, act, Causes.Consented, invited);
        work.Db.Add(PolicyDecision.Accept(child, shown, work.Now, withGuardian: true));
        await consents.ChooseAsync(work, child, For.ChildData, agreed: true, read[For.ChildData], act);
        foreach (var choice in Choices)
        {
            await consents.ChooseAsync(work, child, choice, consent.Agreed.Contains(choice), read[choice], act);
        }

        await AdmitAsync(work, waiting, invitation, agreed, act);
        var access = await letters.ConsentedAsync(work, waiting, new Addressee(invitation.Mailbox, shown.Language), act);
        work.Record(act, Causes.Consented, child, agreed);
        await collector.CommitAsync(work, child, act, Causes.Consented);
        return new GuardianAnswer.Consented(access);
    }

    /// <summary>Nothing is left of the child or of the guardian.</summary>
    public async Task<GuardianAnswer> RefuseAsync(string? token)
    {
        await using var work = await store.WriteAsync();
        var state = await links.ConsumeAsync(work, LinkKind.Guardian, token);
        if (state is not LinkState.Good { Person: var child } || await WaitingChild.FindAsync(work.Db, child, work.Now) is not { } waiting)
        {
            return new GuardianAnswer.DeadLink(state is LinkState.Good ? new LinkState.Used() : state);
        }

        var act = new Act(Guid.NewGuid(), Role.Guardian, work.Now);
        if (waiting.Draft is { } draft)
        {
            await drafts.EndAsync(work, draft, child, act, Causes.Refused);
        }
        else
        {
            await leaving.LeaveNothingAsync(work, child, act, Causes.Refused);
            await collector.CommitAsync(work, child, act, Causes.Refused);
        }

        return new GuardianAnswer.Refused();
    }

    private async Task AdmitAsync(Writing work, WaitingChild waiting, GuardianInvitation invitation, string agreed, Act act)
    {
        if (waiting.Draft is { } draft)
        {
            await AdmitAsync(work, waiting.Person, draft, invitation, agreed, act);
        }

        waiting.Registration?.Admit();
        work.Announce(Topics.Queue);
        work.Announce(Topics.Person(waiting.Person));
    }

    /// <summary>The child may answer now, within what the guardian ticked; what an earlier answer had shown is kept.</summary>
    private async Task AdmitAsync(Writing work, Guid child, Draft draft, GuardianInvitation invitation, string agreed, Act act)
    {
        if (draft.RecordId == Guid.Empty)
        {
            var answers = new Answers { AgeBand = invitation.AgeBand, Country = invitation.Country, GuardianChoices = agreed };
            draft.Admit(await vault.SealAsync(work, child, answers, For.Registration, act, Causes.Consented), act.On);
            return;
        }

        work.Begin(child, For.Registration, act, Causes.Consented, draft.RecordId);
        if (await vault.OpenAsync<Answers>(work.Db, child, For.Registration) is Opening<Answers>.Opened kept)
        {
            await vault.SaveAsync(work, child, kept.Id, kept.Version, Asked.Narrow(kept.Record with { GuardianChoices = agreed }), For.Registration, act);
        }

        draft.Admit(draft.RecordId, act.On);
    }
}

using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Consents;
using SrmBlazor.Features.Notifications;
using SrmBlazor.Features.Policies;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.Features.Registration.Steps;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Keys;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Registration;

/// <summary>Turns a complete draft into a registration, once, and sends the activation letter.</summary>
public sealed class Submissions(
    Store store, Vault vault, Collector collector, AccountRegister accounts, AccountLetters accountLetters, ConsentBook consents, Notices notices, MailedLinks links, Outbox outbox, Letterhead letterhead, StepRules rules, Freezing freezing, FailPoints faults)
{
    public static readonly TimeSpan ActivationLife = TimeSpan.FromHours(24);

    private static readonly TimeSpan ResendAfter = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Registers. A second call, from a double click, another tab or after a lost circuit, answers with the same reference. Whether the
    /// mailbox has an account already changes the letter, never the answer.
    /// </summary>
    public async Task<SubmitResult> SubmitAsync(DraftKey key)
    {
        await using var work = await store.WriteAsync();
        var draft = await work.Db.Set<Draft>().FirstOrDefaultAsync(draft => draft.KeyHash == key.Hash && (draft.State == DraftState.Open || draft.State == DraftState.Submitted));
        if (draft?.PersonId is not { } person)
        {
            return new SubmitResult.Gone();
        }

        if (draft.State == DraftState.Submitted)
        {
            return new SubmitResult.Submitted(await work.Db.Set<SupplierRegistration>().Where(one => one.PersonId == person).Select(one => one.Reference).FirstAsync());
        }

        if (await vault.OpenAsync<Answers>(person, draft.RecordId, For.Registration) is not Opening<Answers>.Opened { Record: var typed } opened)
        {
            return new SubmitResult.Gone();
        }

        var answers = rules.Tidy(typed);
        if (draft.State == DraftState.Open && rules.ShowsChild(answers))
        {
            return await freezing.FreezeAsync(work, draft, opened, new Act(person, Role.None, work.Now)) ? new SubmitResult.NeedsGuardian() : new SubmitResult.Gone();
        }

        var ledger = await work.Db.LedgerAsync(person);
        if (rules.FirstIncomplete(answers, ledger.IsLive(For.SensitiveIdentity, null, work.Now), draft.ScanId is not null) is { } step)
        {
            return new SubmitResult.Incomplete(step);
        }

        if (await PolicyHistory.AcceptedAsync(work.Db, person) < await PolicyHistory.LastMajorAsync(work.Db.Set<PolicyVersion>()))
        {
            return new SubmitResult.PolicyChanged();
        }

        var act = new Act(person, Role.None, work.Now);
        faults.Reach("submit.begun");
        var registration = await RegisterAsync(work, draft, person, answers, act);
        faults.Reach("submit.before-commit");
        await collector.CommitAsync(work, person, act, "registration.submitted");
        faults.Reach("submit.after-commit");
        return new SubmitResult.Submitted(registration.Reference);
    }

    /// <summary>Sends the activation letter again, at most once a minute. The answer is the same whatever was done.</summary>
    public async Task ResendAsync(DraftKey key)
    {
        await using var work = await store.WriteAsync();
        var person = await work.Db.Set<Draft>().Where(draft => draft.KeyHash == key.Hash && draft.State == DraftState.Submitted)
            .Select(draft => draft.PersonId).FirstOrDefaultAsync();
        var waits = person is not null
            && await work.Db.Set<SupplierRegistration>().AnyAsync(one => one.PersonId == person && one.State == RegistrationState.Submitted)
            && !await IssuedSinceAsync(work, person.Value);
        if (waits && await vault.OpenAsync<Mailbox>(person!.Value, For.Registration) is Opening<Mailbox>.Opened { Record.Address: var address })
        {
            await SendActivationAsync(work, person.Value, address, new Act(person.Value, Role.None, work.Now));
            await work.CommitAsync();
        }
    }

    private async Task<SupplierRegistration> RegisterAsync(Writing work, Draft draft, Guid person, Answers answers, Act act)
    {
        var mailbox = answers.Mailbox!;
        var registration = SupplierRegistration.Submit(person, Enum.Parse<Cooperation>(answers.Cooperation!), act.On);
        work.Db.Add(registration);
        draft.Submit();
        var records = await SealAsync(work, person, answers, mailbox, act);
        if (draft.ScanId is { } scan)
        {
            // its thirty days were the draft's so far; from here on it waits as long as the rest
            work.Begin(person, For.Registration, act, "registration.submitted", scan);
            records.Add(scan);
        }

        work.End(person, For.Registration, act, "registration.submitted", draft.RecordId);
        work.Record(act, "registration.submitted", person, registration.Reference);
        work.Announce(Topics.Queue);

        // a mailbox that leads to no account is what an activation left that died half-way
        var owner = await accounts.FindByMailboxAsync(mailbox);
        if (await work.Db.Set<Account>().FirstOrDefaultAsync(account => account.Id == owner && account.ClosedOn == null) is { } known)
        {
            Drop(work, registration, person, records, act);
            await Children.LetGoAsync(work, person, act, "registration.dropped");
            await accountLetters.AlreadyRegisteredAsync(work, known, act);
        }
        else
        {
            await ShowFreeAsync(work, person, answers);
            await SendActivationAsync(work, person, mailbox, act);
        }

        return registration;
    }

    /// <summary>What was answered for a free purpose alone was answered beside its notice, as it is now: the consent that begins with the account is to this one.</summary>
    private async Task ShowFreeAsync(Writing work, Guid person, Answers answers)
    {
        var language = await LanguageAsync(work.Db, person);
        foreach (var (purpose, answered) in new[] { (For.WorkProfile, answers.Department ?? answers.Position), (For.Correspondence, answers.CommunicationAddress ?? answers.City) })
        {
            if (answered is not null)
            {
                await consents.ServeAsync(work, person, notices.Of(purpose, language), "/register");
            }
        }
    }

    /// <summary>The mailbox has its account already: nothing of this registration is kept.</summary>
    private static void Drop(Writing work, SupplierRegistration registration, Guid person, IEnumerable<Guid> records, Act act)
    {
        registration.Drop();
        foreach (var record in records)
        {
            work.End(person, For.Registration, act, "registration.dropped", record);
        }

        work.End(person, For.SensitiveIdentity, act, "registration.dropped");
    }

    private async Task<List<Guid>> SealAsync(Writing work, Guid person, Answers answers, string mailbox, Act act)
    {
        var sealing = new Sealing(vault, work, person, act);
        await sealing.AddAsync(new Mailbox(mailbox), (LookUp.PendingMailbox, mailbox));
        await sealing.AddAsync(new Identity(answers.FullName!, answers.Nationality!), (LookUp.WholeName, answers.FullName!));
        await sealing.AddAsync(new IdentityDocument(answers.IdType!, answers.IdCountry ?? "", answers.IdNumber!), (LookUp.IdNumber, answers.IdNumber!));
        await sealing.AddAsync(new Residence(answers.Country!, answers.AgeBand!));
        if (answers is { Gender: { } gender, BirthYear: { } year })
        {
            await sealing.AddAsync(new LeasingProfile(gender, year));
        }

        if (answers.Phone is { } phone)
        {
            await sealing.AddAsync(new Phone(phone));
        }

        if (answers is { Postcode: { } postcode, ScreeningAddress: { } screening })
        {
            await sealing.AddAsync(new ScreeningAddress(postcode, screening));
        }

        await OptionalAsync(sealing, answers);
        return sealing.Records;
    }

    private static async Task OptionalAsync(Sealing sealing, Answers answers)
    {
        if (answers.Department is { } department)
        {
            await sealing.AddAsync(new Department(department));
        }

        if (answers.Position is { } position)
        {
            await sealing.AddAsync(new Position(position));
        }

        if (answers.CommunicationAddress is { } address)
        {
            await sealing.AddAsync(new CommunicationAddress(address));
        }

        if (answers.City is { } city)
        {
            await sealing.AddAsync(new City(city));
        }
    }

    private async Task SendActivationAsync(Writing work, Guid person, string mailbox, Act act)
    {
        var token = await links.IssueAsync(work, LinkKind.Activation, person, ActivationLife);
        var language = await LanguageAsync(work.Db, person);
        await outbox.SendAsync(work, person, Letters.Activation(new Addressee(mailbox, language), letterhead.In(language), letterhead.Link($"/account/activate?token={token}"), act.On + ActivationLife), act);
    }

    private static Task<bool> IssuedSinceAsync(Writing work, Guid person)
    {
        var since = work.Now - ResendAfter;
        return work.Db.Set<MailedLink>().AnyAsync(link => link.PersonId == person && link.Kind == LinkKind.Activation && link.IssuedOn > since);
    }

    private static Task<string> LanguageAsync(SrmDbContext db, Guid person) =>
        db.Set<Person>().Where(one => one.Id == person).Select(one => one.Language).FirstAsync();

    private sealed class Sealing(Vault vault, Writing work, Guid person, Act act)
    {
        public List<Guid> Records { get; } = [];

        public async Task AddAsync<T>(T record, params (LookUp Kind, string Value)[] lookUps)
            where T : SealedRecord, IDeclared =>
            Records.Add(await vault.SealAsync(work, person, record, For.Registration, act, "registration.submitted", lookUps));
    }
}

using System.IO.Pipelines;
using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Policies;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Verification;
using SrmBlazor.Shared;

namespace SrmBlazor.Shell.Demo;

/// <summary>
/// What a developer finds on the first start: a registration half done, and suppliers at every turn of the identity check. They came by the
/// same services as people do, so that nothing about them is special but that nobody typed it.
/// </summary>
public sealed class DemoStory(
    DemoAccounts accounts, AccountRegister register, PolicyText policy, Drafts drafts, SensitiveConsents sensitive, ScanStore scans, Submissions submissions, Resumptions resumptions,
    Activations activations, MailedLinks links, Decisions decisions, Store store, TimeProvider clock, IConfiguration configuration)
{
    /// <summary>Where there are demo accounts, "false" leaves the story out.</summary>
    public const string Setting = "DemoStory";

    private static readonly TimeSpan LinkLife = TimeSpan.FromHours(1);

    /// <summary>Tells what is missing; a story told to the end is not told again.</summary>
    public async Task TellAsync()
    {
        if (!accounts.AreOffered || !configuration.GetValue(Setting, true))
        {
            return;
        }

        // the last to be made stands for all
        if (await register.FindByMailboxAsync(DemoSupplier.All[^1].Answers.Mailbox!) is null)
        {
            await resumptions.MailLinkAsync(await TypeAsync(DemoSupplier.HalfDone));
        }

        foreach (var supplier in DemoSupplier.All)
        {
            var mailbox = supplier.Answers.Mailbox!;
            accounts.Offer(new DemoAccount(mailbox, supplier.Answers.FullName!, Role.Supplier, supplier.Note));
            if (await register.FindByMailboxAsync(mailbox) is null)
            {
                var person = await RegisterAsync(supplier);
                if (supplier.Decide is { } decide)
                {
                    await decide(decisions, await CaseAsync(person));
                }
            }
        }
    }

    private async Task<DraftKey> TypeAsync(DemoSupplier supplier)
    {
        var key = DraftKey.Of(await drafts.BeginAsync(policy.Shown(supplier.Language), AgeBand.Adult, supplier.Answers.Country!))!;
        await sensitive.ShowAsync(key, supplier.Language);
        await sensitive.DecideAsync(key, agreed: true);
        var draft = (await drafts.LoadAsync(key))!;
        await drafts.SaveAsync(key, [.. Enum.GetValues<Item>().Where(item => supplier.Answers[item] is not null && draft.Answers[item] != supplier.Answers[item])
            .Select(item => new Change(item, draft.Answers[item], supplier.Answers[item]))], draft.Version);
        return key;
    }

    /// <summary>From the policy to the account.</summary>
    private async Task<Guid> RegisterAsync(DemoSupplier supplier)
    {
        var key = await TypeAsync(supplier);
        var person = (await drafts.LoadAsync(key))!.Person;
        await scans.PutAsync(new ScanOwner.OfDraft(key), PipeReader.Create(new MemoryStream(DemoScan.Draw())), CancellationToken.None);
        if (await submissions.SubmitAsync(key) is not SubmitResult.Submitted)
        {
            throw new InvalidOperationException($"The demo registration {supplier.Note} is not complete: a rule became stricter.");
        }

        string token;
        await using (var work = await store.WriteAsync())
        {
            token = await links.IssueAsync(work, LinkKind.Activation, person, LinkLife);
            await work.CommitAsync();
        }

        await activations.ActivateAsync(token, DemoAccounts.Password);
        return person;
    }

    private async Task<DemoCase> CaseAsync(Guid person)
    {
        var verifier = await register.FindByMailboxAsync(DemoAccounts.Verifier);
        await using var db = store.Read();
        var registration = await db.Set<SupplierRegistration>().AsNoTracking().SingleAsync(one => one.PersonId == person);
        return new DemoCase(registration.Reference, registration.Stamp, new Act(verifier!.Value, Role.Verifier, clock.Now()));
    }
}

/// <summary>A case as the demo verifier decides it.</summary>
internal sealed record DemoCase(string Reference, Guid Stamp, Act By);

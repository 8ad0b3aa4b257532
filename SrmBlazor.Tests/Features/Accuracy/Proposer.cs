using Microsoft.EntityFrameworkCore;
using SrmBlazor.Features.Notifications;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Registration.Activation;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.Features.Verification;
using SrmBlazor.Shared;
using SrmBlazor.Support;
using Item = SrmBlazor.Features.Registration.Item;

namespace SrmBlazor.Features.Accuracy;

/// <summary>A verified supplier who says that something checked is wrong, and the privacy officers who decide, by the program's own services.</summary>
internal static class Proposer
{
    public const string NewName = "Qvarnström Zylphia Maria";

    public static readonly Change Name = new(Item.FullName, Registrant.Name, NewName);

    public static readonly Guid Officer = Guid.NewGuid();

    public static readonly Guid Second = Guid.NewGuid();

    public static async Task<Registrant> VerifiedAsync(House house, Answers? answers = null)
    {
        var supplier = await Registrant.ActivateAsync(house, answers);
        var registration = await supplier.RegistrationAsync(house);
        Assert.IsType<DecisionResult.Done>(await house.Get<Decisions>().AcceptAsync(registration.Reference, registration.Stamp, house.ActOf(Guid.NewGuid(), Role.Verifier)));
        return supplier;
    }

    extension(Registrant supplier)
    {
        /// <summary>Signed in just now.</summary>
        public Act ConfirmedAct(House house) => supplier.Act(house) with { ConfirmedOn = house.Clock.Now() };

        public async Task<string> ProposeAsync(House house, params Change[] changes)
        {
            house.Clock.Advance(TimeSpan.FromMinutes(1));
            return Assert.IsType<ProposalResult.Done>(await house.Get<MyProposals>().SubmitAsync(changes, "", supplier.ConfirmedAct(house))).Reference;
        }

        public async Task<IReadOnlyList<string>> LettersAsync(House house)
        {
            await using var db = house.Store.Read();
            return await db.Set<OutboxMail>().Where(mail => mail.PersonId == supplier.Person).OrderBy(mail => mail.QueuedOn).ThenBy(mail => mail.Id).Select(mail => mail.Letter).ToListAsync();
        }
    }

    extension(House house)
    {
        /// <summary>Proposed by one officer and agreed to by another.</summary>
        public async Task DecideAsync(string reference, RequestOutcome outcome, Action? before = null)
        {
            var (officer, second) = (house.ActOf(Officer, Role.PrivacyOfficer), house.ActOf(Second, Role.PrivacyOfficer));
            Applicant.Done(await house.Get<RequestDesk>().ClaimAsync(reference, (await house.RequestAsync(reference)).Stamp, officer));
            var ground = outcome == RequestOutcome.Refused ? DenialGround.Other : (DenialGround?)null;
            Applicant.Done(await house.Get<RequestDecisions>().ProposeAsync(reference, (await house.RequestAsync(reference)).Stamp, outcome, ground, "As the document says.", officer));
            var stamp = (await house.RequestAsync(reference)).Stamp;
            before?.Invoke();
            try
            {
                await house.Get<RequestDecisions>().ApproveAsync(reference, stamp, second);
            }
            catch (ProcessDiedException) when (before is not null)
            {
                // what the next start makes whole
            }
        }

        public async Task<RightsRequest> RequestAsync(string reference)
        {
            await using var db = house.Store.Read();
            var number = RightsRequest.NumberOf(reference);
            return await db.Set<RightsRequest>().AsNoTracking().SingleAsync(one => one.Number == number);
        }
    }
}

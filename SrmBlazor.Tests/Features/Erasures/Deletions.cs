using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data.Signing;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Registration.Activation;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Erasures;

/// <summary>A supplier asks for a deletion as the page does, and two officers decide.</summary>
internal static class Deletions
{
    public static async Task<Applicant> ActivatedAsync(House house, Answers? answers = null) => new(house, (await Registrant.ActivateAsync(house, answers)).Person);

    /// <summary>All records of these kinds.</summary>
    public static async Task<ErasureScope> OfAsync(this Applicant one, params string[] kinds) =>
        ErasureScope.Of([.. (await one.House.Get<MyDeletions>().ListAsync(one.Act)).Where(all => kinds.Contains(all.Kind.Name)).SelectMany(all => all.Records)]);

    public static Task<ErasurePlan> PlanAsync(this Applicant one, ErasureScope scope, ErasureGround ground = ErasureGround.StoppedUsing) =>
        one.House.Get<ErasureDesk>().PlanAsync(one.Person, scope, ground, one.Act);

    public static async Task<string> AskAsync(this Applicant one, ErasureScope scope, ErasureGround ground = ErasureGround.StoppedUsing) =>
        Applicant.Done(await one.House.Get<MyDeletions>().SubmitAsync(scope, ground, (await one.PlanAsync(scope, ground)).Hash, "Please delete it.", "", one.Act)).Reference;

    public static async Task ProposeAsync(this Applicant one, string reference)
    {
        if (await one.StateAsync(reference) == RequestState.Triage)
        {
            Applicant.Done(await one.Desk.ClaimAsync(reference, await one.StampAsync(reference), one.ActOf(Applicant.Officer)));
        }

        Applicant.Done(await one.Decisions.ProposeAsync(reference, await one.StampAsync(reference), RequestOutcome.Fulfilled, null, "It goes.", one.ActOf(Applicant.Officer)));
    }

    public static async Task<RequestResult> ApproveAsync(this Applicant one, string reference, Guid? officer = null) =>
        await one.Decisions.ApproveAsync(reference, await one.StampAsync(reference), one.ActOf(officer ?? Applicant.Second));

    /// <summary>Proposed, agreed to, and carried out as far as it goes.</summary>
    public static async Task DecideAsync(this Applicant one, string reference)
    {
        await one.ProposeAsync(reference);
        Applicant.Done(await one.ApproveAsync(reference));
        await RoundAsync(one.House);
    }

    public static async Task RoundAsync(House house)
    {
        await house.Get<RequestRound>().RunAsync();
        await house.Get<ErasureRound>().RunAsync();
    }

    public static async Task<IReadOnlyList<string>> LiveAsync(this Applicant one)
    {
        await using var db = one.House.Store.Read();
        return await db.Set<SealedRow>().Where(row => row.PersonId == one.Person && row.State == RowState.Live && row.Kind != "outgoing-mail").Select(row => row.Kind).OrderBy(kind => kind).ToListAsync();
    }

    public static async Task<ErasureCertificate> CertificateAsync(this Applicant one, string reference)
    {
        var id = (await one.RequestAsync(reference)).LastDecision!.CertificateId;
        await using var db = one.House.Store.Read();
        var file = (await db.Set<IssuedCertificate>().AsNoTracking().SingleAsync(issued => issued.Id == id)).Versions.MaxBy(version => version.Number)!.File;
        var keys = await one.House.Get<SigningKeys>().PublishedAsync();
        return ErasureCertificate.Read(SignedDocument.Verify(file, ErasureCertificate.MediaType, keys));
    }

    /// <summary>What the person was answered.</summary>
    public static async Task<string> AnswerAsync(this Applicant one, string reference)
    {
        var decided = (await one.RequestAsync(reference)).LastDecision!.MessageId;
        return (await one.House.Vault.OpenAsync<RequestMessage>(one.Person, decided, For.Access)).OrNull!.Text;
    }
}

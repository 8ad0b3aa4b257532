using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.RightsRequests.Cases;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.RightsRequests;

/// <summary>What staff note for each other in a case.</summary>
public sealed class CaseNoteTests
{
    private const string Words = "Canary of the note: the pelican called twice.";

    [Theory, BothProviders]
    public async Task A_note_is_sealed_says_who_and_when_and_colleagues_alone_read_it_in_the_case(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var applicant = await Applicant.BeginAsync(house);
        var (notes, officer, second) = (house.Get<CaseNotes>(), applicant.ActOf(Applicant.Officer), applicant.ActOf(Applicant.Second));
        var reference = await applicant.InHandAsync();
        var stamp = await applicant.StampAsync(reference);

        Applicant.Done(await notes.AddAsync(reference, $" {Words} ", officer));

        Assert.Equal([(Words, Hands.Staff, officer.On)], (await notes.ListAsync(reference, second))!.Select(note => (note.Text!, note.By, note.On)));
        Assert.Equal(Hands.Me, Assert.Single((await notes.ListAsync(reference, officer))!).By);
        Assert.DoesNotContain((await applicant.Mine.OpenAsync(reference, applicant.Act))!.Steps, step => step.Text == Words);
        Assert.DoesNotContain((await applicant.Desk.OpenAsync(reference, second))!.Steps, step => step.Text == Words);
        // who is writing an answer is not overtaken by a note
        Assert.Equal(stamp, await applicant.StampAsync(reference));
        Assert.Equal(RequestFault.NoText, Applicant.FaultOf(await notes.AddAsync(reference, " ", officer)));
        await using var db = house.Store.Read();
        Assert.Equal((CaseEntryKind.Note, Applicant.Officer), (await db.Set<CaseEntry>().SingleAsync()) is var entry ? (entry.Kind, entry.By) : default);
        var change = await Assert.ThrowsAnyAsync<Exception>(() => house.Store.UpdateAsync(one => one.Set<CaseEntry>().ExecuteUpdateAsync(set => set.SetProperty(note => note.By, Applicant.Second))));
        var removal = await Assert.ThrowsAnyAsync<Exception>(() => house.Store.UpdateAsync(one => one.Set<CaseEntry>().ExecuteDeleteAsync()));
        Assert.All([change, removal], refusal => Assert.Contains("append-only", refusal.ToString(), StringComparison.Ordinal));
    }

    [Theory, BothProviders]
    public async Task It_is_the_persons_data_and_after_the_closing_it_opens_for_the_person_alone(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var applicant = await Applicant.BeginAsync(house);
        var reference = await applicant.RefusedAsync();
        Applicant.Done(await house.Get<CaseNotes>().AddAsync(reference, Words, applicant.ActOf(Applicant.Officer)));
        house.Clock.Advance(TimeSpan.FromDays(61));

        await house.Get<RequestRound>().RunAsync(CancellationToken.None);

        var officer = applicant.ActOf(Applicant.Officer);
        Assert.Equal(RequestState.Closed, await applicant.StateAsync(reference));
        Assert.Null(Assert.Single((await house.Get<CaseNotes>().ListAsync(reference, officer))!).Text);
        Assert.Equal(RequestFault.NotNow, Applicant.FaultOf(await house.Get<CaseNotes>().AddAsync(reference, "Too late.", officer)));
        Assert.Equal(Words, Assert.Single(await house.Vault.OpenAllAsync<CaseNote>(applicant.Person, For.Access)).Record.Text);
    }
}

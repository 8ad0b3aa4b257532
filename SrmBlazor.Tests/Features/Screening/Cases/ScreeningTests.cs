using System.Text;
using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.Features.Screening.Lists;
using SrmBlazor.Features.Screening.Matching;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Screening.Cases;

public sealed class ScreeningTests
{
    [Theory, BothProviders]
    [Promise("P-1.1.1-12")]
    public async Task Whoever_passed_the_identity_check_is_compared_by_name_and_nationality_alone_and_cleared_against_these_lists(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        await house.ListAsync(Subjects.Row(Subjects.Listed));
        var person = await house.PassedAsync("Qvarnström Zylphia", "SE");
        var before = await house.AskAsync(person);

        await house.RoundAsync();
        await house.RoundAsync();

        var own = await house.CaseAsync(person);
        Assert.Equal((GateAnswer.NotScreened, GateAnswer.Allowed), (before, await house.AskAsync(person)));
        Assert.Equal((ScreeningState.Cleared, 0, 0.0), (own.State, own.Hits.Count, own.BestScore));
        Assert.Equal([new ScreenedWords("Qvarnström Zylphia", "SE")], (await house.FileAsync(person)).Words);
        Assert.Equal([ScreeningEventKind.Screened], await house.KindsAsync(person));
        await using var db = house.Store.Read();
        var basis = await db.Set<ScreeningBasis>().SingleAsync();
        Assert.Equal((basis.Id, (await house.ShelfBasisAsync()).Fingerprint, Engine.Version), (own.BasisId, basis.Fingerprint, basis.Engine));
    }

    [Theory, BothProviders]
    public async Task Nobody_is_screened_before_the_identity_check_is_passed(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        await house.ListAsync(Subjects.Row(Subjects.Listed));
        var waiting = await Verification.WaitingCase.BeginAsync(house);

        await house.RoundAsync();

        Assert.Equal(GateAnswer.NotScreened, await house.AskAsync(waiting.Person));
        await using var db = house.Store.Read();
        Assert.False(await db.Set<ScreeningCase>().AnyAsync());
    }

    [Theory, BothProviders]
    public async Task Where_the_process_dies_before_the_end_of_a_comparison_it_is_made_again_and_leaves_one_case(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        await house.ListAsync(Subjects.Row(Subjects.Listed));
        var person = await house.PassedAsync(Subjects.Listed);

        house.DieAt("screening.before-commit");
        await Assert.ThrowsAsync<ProcessDiedException>(house.RoundAsync);
        house.Get<FailPoints>().Reached = null;
        var between = await house.AskAsync(person);
        await house.RoundAsync();

        Assert.Equal((GateAnswer.NotScreened, GateAnswer.NotCleared), (between, await house.AskAsync(person)));
        Assert.Equal([ScreeningEventKind.Screened, ScreeningEventKind.Found], await house.KindsAsync(person));
        await using var db = house.Store.Read();
        Assert.Equal(1, await db.Set<ScreenedPerson>().CountAsync());
    }

    [Theory, BothProviders]
    public async Task Nobody_is_cleared_against_nothing(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var person = await house.PassedAsync("Qvarnström Zylphia");

        await house.RoundAsync();
        var without = await house.AskAsync(person);
        await house.ListAsync(Subjects.Row(Subjects.Listed));
        await house.RoundAsync();

        Assert.Equal((GateAnswer.NoLists, GateAnswer.Allowed), (without, await house.AskAsync(person)));
    }

    [Theory, BothProviders]
    [Promise("P-1.1.1-X4")]
    public async Task A_name_on_a_list_waits_for_people_and_no_column_or_file_on_disk_says_whose_or_whom(DatabaseProvider provider)
    {
        using var stores = await Stores.CreateAsync(provider);
        await using var house = await House.OpenAsync(stores);
        // the list itself lies in the store compressed; what is written of a hit does not name its entry
        await house.ListAsync(Subjects.Row(Subjects.Listed));
        var person = await house.HitAsync("Odrin Zantropoff");

        var own = await house.CaseAsync(person);
        var hit = Assert.Single(own.Hits);
        Assert.Equal((ScreeningState.UnderReview, 1, HitState.Open, GateAnswer.NotCleared), (own.State, own.OpenHits, hit.State, await house.AskAsync(person)));
        Assert.InRange(hit.Score, Engine.ReviewFloor, 1);
        var evidence = (await house.FileAsync(person)).EvidenceOf(hit.Id)!;
        Assert.Equal((Subjects.Listed, Subjects.Listed), (evidence.Entry!.Id, evidence.Name));
        Assert.Contains(evidence.Explanation!.Words, word => word.QueryWord?.Equals("Zantropoff", StringComparison.OrdinalIgnoreCase) == true);
        Assert.Empty(Canary.Search(await stores.PlacesAsync(), "Zantropoff", evidence.Entry.ContentHash));
    }

    [Theory, BothProviders]
    [Promise("P-1.1.1-14")]
    public async Task Only_residents_of_two_countries_are_judged_by_an_address_and_never_by_the_one_for_letters(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        await house.ListAsync(Subjects.Row(Subjects.Listed));
        var inCrimea = await house.PassedAsync("Алла Верная", "UA", "UA", new ScreeningAddress("95000", "Симферополь, ул. Ленина 5"));
        var inDonetsk = await house.PassedAsync("Борис Верный", "UA", "UA", new ScreeningAddress("83000", "Донецк"));
        var inLviv = await house.PassedAsync("Вера Верная", "UA", "UA", new ScreeningAddress("79000", "Львів, вул. Городоцька 5"));
        var elsewhere = await house.PassedAsync("Галя Верная", "UA", "PL");
        await house.SealAsync(elsewhere, new CommunicationAddress("Sevastopol, Crimea"), For.Correspondence);

        await house.RoundAsync();

        var (crimea, donetsk) = (await house.CaseAsync(inCrimea), await house.CaseAsync(inDonetsk));
        Assert.Equal((ScreeningState.Escalated, HitKind.Region, HitState.Escalated), (crimea.State, crimea.Hits.Single().Kind, crimea.Hits.Single().State));
        Assert.Equal((ScreeningState.UnderReview, HitKind.Region, HitState.Open), (donetsk.State, donetsk.Hits.Single().Kind, donetsk.Hits.Single().State));
        Assert.Equal(ScreeningState.Cleared, (await house.CaseAsync(inLviv)).State);
        Assert.Equal(ScreeningState.Cleared, (await house.CaseAsync(elsewhere)).State);
        Assert.Equal([new ScreenedWords("Галя Верная", "UA")], (await house.FileAsync(elsewhere)).Words);
    }

    [Theory, BothProviders]
    public async Task An_address_listed_without_a_name_is_met_in_another_script_by_residents_of_two_countries_alone_until_they_move(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var list = Encoding.UTF8.GetString(SampleLists.Of(ListSource.UsCsl, 1)).Replace("ZANTROPOVA, Odrin\",\"\"", "Address 01\",\"\"", StringComparison.Ordinal)
            .Replace("0 Invented Street, Lantern Bay, 10000", "12 Fonarnaya Street, Nebylovo, 198000", StringComparison.Ordinal);
        await house.TakeAsync(ListSource.UsCsl, Encoding.UTF8.GetBytes(list));
        var lives = await house.PassedAsync("Вера Верная", "RU", "RU", new ScreeningAddress("198000", "Небылово, ул. Фонарная, д. 12, кв. 4"));
        var near = await house.PassedAsync("Алла Верная", "RU", "RU", new ScreeningAddress("198000", "Небылово, ул. Фонарная, д. 14"));
        var abroad = await house.PassedAsync("Борис Верный", "RU");
        await house.SealAsync(abroad, new CommunicationAddress("12 Fonarnaya Street, Nebylovo, 198000"), For.Correspondence);

        await house.RoundAsync();
        var met = await house.CaseAsync(lives);
        var evidence = (await house.FileAsync(lives)).EvidenceOf(met.Hits.Single().Id)!;
        await house.MoveAsync(lives, new ScreeningAddress("198000", "Небылово, ул. Садовая, д. 3"));
        await house.RoundAsync();

        Assert.Equal((ScreeningState.UnderReview, HitKind.Address, ListSource.UsCsl, "Address 01"), (met.State, met.Hits.Single().Kind, evidence.Source, evidence.Entry!.Names[0].Text));
        Assert.Contains("12", evidence.Common);
        Assert.Equal((GateAnswer.Allowed, GateAnswer.Allowed, GateAnswer.Allowed), (await house.AskAsync(near), await house.AskAsync(abroad), await house.AskAsync(lives)));
        Assert.Equal(HitChange.Person, (await house.StepsAsync(lives)).Single(step => step.Kind == ScreeningEventKind.Closed).Change);
    }

    [Theory, BothProviders]
    public async Task The_end_of_the_purpose_ends_the_case_and_takes_its_words(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        await house.ListAsync(Subjects.Row(Subjects.Listed));
        var person = await house.HitAsync();
        var reference = (await house.CaseAsync(person)).Reference;

        await using (var work = await house.Store.WriteAsync())
        {
            work.End(person, For.Screening, house.System, "account.closed");
            await house.Get<Collector>().CommitAsync(work, person, house.System, "account.closed");
        }

        await house.RoundAsync();

        Assert.IsType<Opening<ScreeningFile>.Erased>(await house.Vault.OpenAsync<ScreeningFile>(person, For.Screening));
        Assert.Equal(GateAnswer.NotScreened, await house.AskAsync(person));
        Assert.Null(await house.Get<ScreeningDesk>().OpenAsync(reference, house.Screener()));
        await using var db = house.Store.Read();
        Assert.NotNull((await db.Set<ScreenedPerson>().SingleAsync(one => one.PersonId == person)).EndedOn);
    }
}

file static class Sealing
{
    extension(House house)
    {
        public async Task SealAsync<T>(Guid person, T record, Purpose purpose)
            where T : SealedRecord, IDeclared
        {
            await using var work = await house.Store.WriteAsync();
            await house.Vault.SealAsync(work, person, record, purpose, house.ActOf(person, Role.Supplier), "test");
            await work.CommitAsync();
        }

        public async Task<Lists.Shelf> ShelfBasisAsync() => await house.Get<Lists.ListShelf>().CurrentAsync();
    }
}

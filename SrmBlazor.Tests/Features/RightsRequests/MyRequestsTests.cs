using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmBlazor.Data;
using SrmBlazor.Data.Audit;
using SrmBlazor.Features.Verification;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.RightsRequests;

public sealed class MyRequestsTests
{
    [Theory]
    [BothProviders]
    [Promise("P-5.7-01", "P-5.7-04", "P-5.7-05")]
    public async Task A_request_has_a_reference_a_day_and_a_letter_and_its_words_are_sealed(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var applicant = await Applicant.BeginAsync(house);

        var reference = await applicant.SubmitAsync(RequestKind.Explain);

        Assert.Equal("REQ-00001", reference);
        var request = await applicant.RequestAsync(reference);
        Assert.Equal((RequestState.Triage, RequestChannel.Dashboard, "CN"), (request.State, request.Channel, request.Region));
        // fifteen working days from 2 March 2026
        Assert.Equal((new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 23), new DateOnly(2026, 3, 23)), (request.ReceivedOn, request.DueOn, request.LimitOn));
        Assert.Equal(["RequestReceived"], await applicant.LettersAsync());
        var opened = await applicant.Mine.OpenAsync(reference, applicant.Act);
        Assert.Equal(Applicant.Words, opened!.Steps[0].Text);
        await using var db = house.Store.Read();
        Assert.Equal(request.Turns, await db.Set<AuditEntry>().CountAsync(entry => entry.Action.StartsWith("request.")));
    }

    [Fact]
    public async Task The_acknowledgement_names_reference_and_day_in_the_persons_language_and_nothing_else_of_the_request()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var applicant = await Applicant.BeginAsync(house, language: "zh-CN");

        await applicant.SubmitAsync();

        var letter = await applicant.LetterAsync();
        Assert.Contains("REQ-00001", letter.Subject, StringComparison.Ordinal);
        Assert.Contains("2026年3月23日", string.Concat(letter.Paragraphs), StringComparison.Ordinal);
        Assert.DoesNotContain("pelican", string.Concat(letter.Paragraphs) + letter.Subject, StringComparison.Ordinal);
        Assert.EndsWith("/privacy/requests/REQ-00001", letter.Link!.Address.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_commit_fails_there_is_no_reference_and_no_letter_and_the_number_is_given_to_the_next()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var applicant = await Applicant.BeginAsync(house);
        house.DieAt("request.before-commit");

        await Assert.ThrowsAsync<ProcessDiedException>(() => applicant.Mine.SubmitAsync(RequestKind.Other, Applicant.Words, "", cooling: false, applicant.Act));

        house.Get<FailPoints>().Reached = null;
        Assert.Empty(await applicant.Mine.ListAsync(applicant.Act));
        Assert.Empty(await applicant.LettersAsync());
        Assert.Equal("REQ-00001", await applicant.SubmitAsync());
    }

    [Fact]
    public async Task Two_at_once_get_two_references()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var applicant = await Applicant.BeginAsync(house);

        var references = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => applicant.SubmitAsync()));

        Assert.Equal(6, references.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task A_second_request_of_the_same_kind_is_linked_to_the_first_and_both_clocks_run()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var applicant = await Applicant.BeginAsync(house);
        var first = await applicant.SubmitAsync(RequestKind.Explain);
        house.Clock.Advance(TimeSpan.FromDays(1));

        var second = await applicant.SubmitAsync(RequestKind.Explain);

        var other = await applicant.SubmitAsync(RequestKind.Complaint);
        Assert.Equal((await applicant.RequestAsync(first)).Id, (await applicant.RequestAsync(second)).TwinId);
        Assert.Null((await applicant.RequestAsync(other)).TwinId);
        Assert.Equal(first, (await applicant.Mine.OpenAsync(second, applicant.Act))!.Twin);
        Assert.Equal([second], (await applicant.Mine.OpenAsync(first, applicant.Act))!.Later);
        Assert.Equal([second], (await applicant.Desk.OpenAsync(first, applicant.ActOf(Applicant.Officer)))!.Later);
        Assert.Empty((await applicant.Mine.OpenAsync(other, applicant.Act))!.Later);
        Assert.True((await applicant.RequestAsync(second)).DueOn > (await applicant.RequestAsync(first)).DueOn);
    }

    [Fact]
    public async Task What_carries_everything_away_waits_for_the_password_and_a_question_does_not()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var applicant = await Applicant.BeginAsync(house);
        var unconfirmed = house.ActOf(applicant.Person, Role.Supplier);

        Assert.IsType<RequestResult.NotConfirmed>(await applicant.Mine.SubmitAsync(RequestKind.Copy, "All of it.", "", cooling: false, unconfirmed));
        Applicant.Done(await applicant.Mine.SubmitAsync(RequestKind.Other, "A question.", "", cooling: false, unconfirmed));

        Assert.Single(await applicant.Mine.ListAsync(applicant.Act));
    }

    [Fact]
    public async Task Deleting_and_correcting_are_offered_only_where_somebody_carries_them_out()
    {
        await using var bare = await House.BuildAsync(DatabaseProvider.Sqlite, services => Microsoft.Extensions.DependencyInjection.Extensions.ServiceCollectionDescriptorExtensions.RemoveAll<IRequestWork>(services));
        await using var equipped = await House.BuildAsync(DatabaseProvider.Sqlite, services =>
        {
            Microsoft.Extensions.DependencyInjection.Extensions.ServiceCollectionDescriptorExtensions.RemoveAll<IRequestWork>(services);
            services.AddSingleton<IRequestWork>(new Shredder(RequestKind.Transfer));
        });
        var (one, other) = (await Applicant.BeginAsync(bare), await Applicant.BeginAsync(equipped));

        Assert.DoesNotContain(RequestKind.Delete, one.Mine.Kinds(one.Act));
        Assert.DoesNotContain(RequestKind.Transfer, one.Mine.Kinds(one.Act));
        Assert.Contains(RequestKind.Transfer, other.Mine.Kinds(other.Act));
        Assert.Equal(RequestFault.NotOffered, Applicant.FaultOf(await one.Mine.SubmitAsync(RequestKind.Delete, "All.", "", cooling: false, one.Act)));
    }

    [Fact]
    public async Task Anothers_request_is_not_found_by_any_method()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var applicant = await Applicant.BeginAsync(house);
        var stranger = await Applicant.BeginAsync(house, number: "110105194912310046");
        var reference = await applicant.RefusedAsync();

        Assert.Empty(await stranger.Mine.ListAsync(stranger.Act));
        Assert.Null(await stranger.Mine.OpenAsync(reference, stranger.Act));
        Assert.IsType<RequestResult.NotFound>(await stranger.Mine.WriteAsync(reference, "Hello.", stranger.Act));
        Assert.IsType<RequestResult.NotFound>(await stranger.Mine.WithdrawAsync(reference, stranger.Act));
        Assert.IsType<RequestResult.NotFound>(await stranger.Mine.AppealAsync(reference, "No.", stranger.Act));
        Assert.IsType<RequestResult.NotFound>(await house.Get<RequestProofs>().KeepAsync(reference, await Applicant.PictureAsync(320), stranger.Act, CancellationToken.None));
    }

    [Fact]
    public async Task Taken_back_it_has_a_decision_a_message_and_a_letter_and_nothing_more_is_done()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var applicant = await Applicant.BeginAsync(house);
        var reference = await applicant.InHandAsync();

        Applicant.Done(await applicant.Mine.WithdrawAsync(reference, applicant.Act));

        var opened = (await applicant.Mine.OpenAsync(reference, applicant.Act))!;
        Assert.Equal((RequestState.Withdrawn, false), (opened.Row.State, opened.CanWithdraw));
        Assert.Equal(RequestOutcome.Withdrawn, Assert.Single(opened.Decisions).Outcome);
        Assert.NotNull(opened.Steps[^1].Text);
        Assert.Equal("RequestWithdrawn", (await applicant.LettersAsync())[^1]);
        Assert.Equal(RequestFault.NotNow, Applicant.FaultOf(await applicant.Desk.ClaimAsync(reference, await applicant.StampAsync(reference), applicant.ActOf(Applicant.Officer))));
    }

    [Fact]
    public async Task What_was_written_is_nowhere_in_the_files_but_sealed()
    {
        using var stores = await Stores.CreateAsync(DatabaseProvider.Sqlite);
        await using (var house = await House.OpenAsync(stores))
        {
            var applicant = await Applicant.BeginAsync(house);
            var reference = await applicant.RefusedAsync();
            Applicant.Done(await applicant.Mine.AppealAsync(reference, "Canary-of-the-appeal", applicant.Act));
            Applicant.Done(await applicant.Desk.WriteAsync(reference, await applicant.StampAsync(reference), "Canary-of-the-officer", applicant.ActOf(Applicant.Officer)));
            Applicant.Done(await house.Get<RequestEntry>().RegisterAsync(
                new EntryForm(RequestKind.Access, RequestChannel.Letter, new DateOnly(2026, 3, 1), "", "Canary-of-a-name", "canary@somewhere.test", "Canary Street 7", "en", "DE", "Canary-of-a-letter", ""), applicant.ActOf(Applicant.Officer)));
        }

        stores.ClearPools();
        Assert.Empty(Canary.Search(await stores.PlacesAsync(), "Canary-of-the-request", "Canary-of-the-appeal", "Canary-of-the-officer", "It is not covered", "Canary-of-a-name", "canary@somewhere.test", "Canary Street", "Canary-of-a-letter"));
    }

    [Fact]
    public async Task Three_years_after_the_closing_nothing_leads_to_the_person_and_the_words_are_gone()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var applicant = await Applicant.BeginAsync(house);
        var reference = await applicant.RefusedAsync();
        house.Clock.Advance(TimeSpan.FromDays(61));
        await house.Get<RequestRound>().RunAsync();
        Assert.Equal(RequestState.Closed, await applicant.StateAsync(reference));
        // nobody works with it any more, and the person can still read it
        Assert.All((await applicant.Desk.OpenAsync(reference, applicant.ActOf(Applicant.Officer)))!.Steps, step => Assert.Null(step.Text));
        Assert.Equal(Applicant.Words, (await applicant.Mine.OpenAsync(reference, applicant.Act))!.Steps[0].Text);

        house.Clock.Advance(TimeSpan.FromDays(3 * 366));
        await house.Get<Sweep>().RunAsync();
        await house.Get<Terms>().EndAsync();

        Assert.Null((await applicant.RequestAsync(reference)).PersonId);
        await using var db = house.Store.Read();
        Assert.All(await db.Set<SealedRow>().Where(row => row.Kind == RequestMessage.Kind.Name).ToListAsync(), row => Assert.Null(row.Ciphertext));
    }
}

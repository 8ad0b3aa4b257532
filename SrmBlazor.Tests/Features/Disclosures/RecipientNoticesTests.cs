using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using SrmBlazor.Data.Signing;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Erasures;
using SrmBlazor.Features.Home;
using SrmBlazor.Features.Notifications;
using SrmBlazor.Features.Registration.Activation;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Verification;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Disclosures;

/// <summary>Those who received data are told when it is corrected, deleted or its consent taken back, and what they answer is followed.</summary>
public sealed class RecipientNoticesTests
{
    [Theory, BothProviders]
    public async Task A_consent_taken_back_tells_each_recipient_once_by_a_letter_that_names_nobody(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var supplier = await Sharer.SharedAsync(house, twice: true);

        await supplier.DecideAsync(house, For.ShareAffiliate, give: false);

        var notice = Assert.Single(await house.NoticesAsync());
        Assert.Equal((Sharer.AtHome, NoticeCause.Withdrawal, NoticeState.Sent), (notice.RecipientKey, notice.Cause, notice.State));
        var references = (await house.DisclosuresAsync()).Select(one => Disclosure.ReferenceOf(one.Id)).ToList();
        Assert.Equal(references.Order(), notice.References.Split(' ').Order());
        var letter = await LetterAsync(house, supplier);
        Assert.Equal("suppliers@components.example", letter.To);
        var words = letter.Subject + string.Join('\n', letter.Body) + letter.Link;
        Assert.All(references, reference => Assert.Contains(reference, words, StringComparison.Ordinal));
        Assert.All([Registrant.Name, Registrant.Mailbox, "Shenzhen", supplier.Person.ToString(), supplier.Person.ToString("N")], value => Assert.DoesNotContain(value, words, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(NoticeState.Sent, Assert.Single(await house.Get<MySharing>().NoticesAsync("en", supplier.Act(house))).State);
        Assert.Equal(NoticeState.Sent, Assert.Single(await house.Get<RecipientNotices>().OfAsync(notice.CauseId)).State);
    }

    [Theory, BothProviders]
    public async Task For_one_cause_nobody_is_told_twice_and_who_has_deleted_it_is_not_told_again(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var supplier = await Sharer.SharedAsync(house);
        var cause = Guid.NewGuid();

        var first = await TellAsync(house, supplier, cause);
        var again = await TellAsync(house, supplier, cause);
        Assert.True(await house.Get<RecipientAnswers>().AnswerAsync((await LetterAsync(house, supplier)).Link!.Segments[^1], reason: null));
        var later = await TellAsync(house, supplier, Guid.NewGuid());

        Assert.Equal((1, 0, 0), (first.Count, again.Count, later.Count));
    }

    [Fact]
    [Promise("P-5.3-10")]
    public async Task An_erasure_tells_who_received_any_of_it_and_the_certificate_says_where_they_stand()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var supplier = await Sharer.SharedAsync(house);
        var act = supplier.Act(house) with { ConfirmedOn = house.Clock.Now() };
        var desk = house.Get<ErasureDesk>();
        var plan = await desk.PlanAsync(supplier.Person, ErasureScope.All, ErasureGround.StoppedUsing, act);
        Assert.Equal([Sharer.AtHome], plan.Recipients);

        await using (var work = await house.Store.WriteAsync())
        {
            Assert.NotNull(await desk.BeginAsync(work, plan, act, request: null));
            await work.CommitAsync();
        }

        await house.Get<ErasureRound>().RunAsync();

        var notice = Assert.Single(await house.NoticesAsync());
        Assert.Equal((Sharer.AtHome, NoticeCause.Deletion, NoticeState.Sent), (notice.RecipientKey, notice.Cause, notice.State));
        await using var db = house.Store.Read();
        var certificate = await db.Set<IssuedCertificate>().AsNoTracking().SingleAsync();
        var keys = await house.Get<SigningKeys>().PublishedAsync();
        var document = ErasureCertificate.Read(SignedDocument.Verify(Assert.Single(certificate.Versions).File, ErasureCertificate.MediaType, keys)!);
        Assert.Equal((Sharer.AtHome, "Sent"), (Assert.Single(document.Recipients).Key, document.Recipients[0].Status));
        Assert.DoesNotContain(supplier.Person.ToString("N"), (await LetterAsync(house, supplier)).Link!.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Theory, BothProviders]
    public async Task What_has_not_left_needs_no_notice(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var supplier = await Sharer.SharedAsync(house, left: false);

        await supplier.DecideAsync(house, For.ShareAffiliate, give: false);

        Assert.Empty(await house.NoticesAsync());
    }

    [Theory, BothProviders]
    public async Task Looking_at_the_link_uses_nothing_up_and_an_answer_is_given_once(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var supplier = await Sharer.SharedAsync(house);
        await supplier.DecideAsync(house, For.ShareAffiliate, give: false);
        var token = (await LetterAsync(house, supplier)).Link!.Segments[^1];
        var answers = house.Get<RecipientAnswers>();

        Assert.Equal(NoticeCause.Withdrawal, (await answers.PeekAsync(token))!.Cause);
        Assert.NotNull(await answers.PeekAsync(token));
        Assert.False(await answers.AnswerAsync(token, NoticeReason.NotReachable));
        Assert.True(await answers.AnswerAsync(token, NoticeReason.LegalClaims));
        Assert.False(await answers.AnswerAsync(token, reason: null));

        Assert.Null(await answers.PeekAsync(token));
        var told = Assert.Single(await house.Get<MySharing>().NoticesAsync("en", supplier.Act(house)));
        Assert.Equal((NoticeState.Refused, NoticeReason.LegalClaims), (told.State, told.Reason));
    }

    [Theory, BothProviders]
    public async Task Without_an_answer_in_time_a_notice_is_overdue_and_reminded_of_once_and_staff_note_what_comes_by_phone(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var supplier = await Sharer.SharedAsync(house);
        await supplier.DecideAsync(house, For.ShareAffiliate, give: false);
        var old = (await LetterAsync(house, supplier)).Link!.Segments[^1];
        var officer = house.ActOf(Guid.NewGuid(), Role.PrivacyOfficer);
        var desk = house.Get<RecipientDesk>();
        house.Clock.Advance(TimeSpan.FromDays(15) - TimeSpan.FromSeconds(1));
        await desk.FollowUpAsync(CancellationToken.None);
        Assert.Equal(NoticeState.Sent, Assert.Single(await house.NoticesAsync()).State);
        house.Clock.Advance(TimeSpan.FromSeconds(1));

        await desk.FollowUpAsync(CancellationToken.None);
        await desk.FollowUpAsync(CancellationToken.None);

        var row = Assert.Single(await desk.ListAsync("en", officer));
        Assert.Equal((NoticeState.Overdue, true), (row.State, row.TakesAnswer));
        Assert.Single(await LettersAsync(house), "DataReminder");
        Assert.Null(await house.Get<RecipientAnswers>().PeekAsync(old));
        Assert.False(await desk.NoteAsync(row.Id, NoticeState.Impossible, null, officer));
        Assert.True(await desk.NoteAsync(row.Id, NoticeState.Impossible, NoticeReason.Gone, officer));
        Assert.True(await desk.NoteAsync(row.Id, NoticeState.Acknowledged, null, officer));
        Assert.False(await desk.NoteAsync(row.Id, NoticeState.Refused, NoticeReason.LegalClaims, officer));
        Assert.Null(await house.Get<RecipientAnswers>().PeekAsync((await LetterAsync(house, supplier)).Link!.Segments[^1]));
    }

    [Theory, BothProviders]
    public async Task A_letter_that_reaches_nobody_is_said_to_reach_nobody(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var supplier = await Sharer.SharedAsync(house);
        await supplier.DecideAsync(house, For.ShareAffiliate, give: false);
        await house.MarkAsync(nameof(Letters.DataToErase), MailState.Refused);

        await house.Get<RecipientDesk>().FollowUpAsync(CancellationToken.None);

        var notice = Assert.Single(await house.NoticesAsync());
        Assert.Equal((NoticeState.Impossible, NoticeReason.NotReachable), (notice.State, notice.Reason));
    }

    [Theory, BothProviders]
    [Promise("P-5.3-11")]
    public async Task Whom_the_law_forbids_to_ask_gets_no_letter_and_the_person_reads_why(DatabaseProvider provider)
    {
        using var stores = await Stores.CreateAsync(provider);
        await using var house = await House.OpenAsync(stores, new FakeTimeProvider(House.Start), null, ("Recipients:example-components:NotAsked", "LawForbids"));
        var supplier = await Sharer.SharedAsync(house);

        await supplier.DecideAsync(house, For.ShareAffiliate, give: false);

        var told = Assert.Single(await house.Get<MySharing>().NoticesAsync("en", supplier.Act(house)));
        Assert.Equal((NoticeState.NotAsked, NoticeReason.LawForbids), (told.State, told.Reason));
        Assert.DoesNotContain("DataToErase", await LettersAsync(house));
    }

    [Theory, BothProviders]
    public async Task A_corrected_name_is_told_to_who_received_it_and_a_corrected_number_to_nobody(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var supplier = await Sharer.SharedAsync(house);

        await CorrectAsync(house, supplier, CaseItem.IdNumber, new Answers { IdType = "ResidentId", IdCountry = "CN", IdNumber = Registrant.Number });
        Assert.Empty(await house.NoticesAsync());
        await CorrectAsync(house, supplier, CaseItem.FullName, new Answers { FullName = "Qvarnström Marta" });

        var notice = Assert.Single(await house.NoticesAsync());
        Assert.Equal((NoticeCause.Correction, NoticeState.Sent), (notice.Cause, notice.State));
        var letter = await LetterAsync(house, supplier);
        Assert.DoesNotContain("Marta", string.Join('\n', letter.Body), StringComparison.Ordinal);
        Assert.Contains("姓名", string.Join('\n', letter.Body), StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<RecipientNotice>> TellAsync(House house, Registrant supplier, Guid cause)
    {
        await using var work = await house.Store.WriteAsync();
        var made = await house.Get<RecipientNotices>().TellAsync(work, supplier.Person, NoticeCause.Deletion, cause, house.System);
        await work.CommitAsync();
        return made;
    }

    private static async Task CorrectAsync(House house, Registrant supplier, CaseItem item, Answers answers)
    {
        var registration = await supplier.RegistrationAsync(house);
        house.Clock.Advance(TimeSpan.FromHours(1));
        Assert.IsType<DecisionResult.Done>(await house.Get<Decisions>().AskCorrectionAsync(registration.Reference, registration.Stamp, [item], "Please look again.", house.ActOf(Guid.NewGuid(), Role.Verifier)));
        Assert.IsType<CorrectionResult.Sent>(await house.Get<Corrections>().SendAsync(answers, supplier.Act(house)));
    }

    private static async Task<OutgoingMail> LetterAsync(House house, Registrant supplier) => (await Letterbox.OfAsync(house, supplier.Person))[^1];

    private static async Task<IReadOnlyList<string>> LettersAsync(House house)
    {
        await using var db = house.Store.Read();
        return await db.Set<OutboxMail>().Select(mail => mail.Letter).ToListAsync();
    }
}

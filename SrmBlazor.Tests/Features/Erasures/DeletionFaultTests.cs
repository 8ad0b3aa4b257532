using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Notifications;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.Support;
using SrmBlazor.Support.Processes;

namespace SrmBlazor.Features.Erasures;

/// <summary>The process dies between the second person's word and the certificate; the next one completes it once.</summary>
public sealed class DeletionFaultTests
{
    public static TheoryData<string> Steps =>
    [
        "request.before-commit", "request.after-commit", "erasing.before-begun", "erasing.after-begun", "erasure.before-execute", "erasure.after-execute",
        "erase.after-keys", "erasure.after-clean", "erasure.before-certified", "erasure.after-certified",
    ];

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Whatever_the_step_the_request_ends_once(string step)
    {
        using var stores = await Stores.CreateAsync(DatabaseProvider.Sqlite);
        string reference;
        Guid person;
        await using (var house = await House.OpenAsync(stores))
        {
            var asking = await Deletions.ActivatedAsync(house);
            (reference, person) = (await asking.AskAsync(await asking.OfAsync("phone")), asking.Person);
            await asking.ProposeAsync(reference);
            house.DieAt(step);
            await Record.ExceptionAsync(async () =>
            {
                await asking.ApproveAsync(reference);
                await Deletions.RoundAsync(house);
            });
        }

        await EndsOnceAsync(stores, person, reference);
    }

    /// <summary>The second person's word begins the erasure in the same breath: SIGKILL before and after each of the two is kept.</summary>
    [Theory]
    [InlineData("request.before-commit")]
    [InlineData("request.after-commit")]
    [InlineData("erasing.before-begun")]
    [InlineData("erasing.after-begun")]
    public async Task Killed_at_the_second_persons_word_the_request_ends_once(string step)
    {
        using var stores = await Stores.CreateAsync(DatabaseProvider.Sqlite);
        string reference;
        Guid person, stamp;
        await using (var house = await House.OpenAsync(stores))
        {
            var asking = await Deletions.ActivatedAsync(house);
            (reference, person) = (await asking.AskAsync(await asking.OfAsync("phone")), asking.Person);
            await asking.ProposeAsync(reference);
            stamp = await asking.StampAsync(reference);
        }

        await ChildProcess.DieAtAsync(step, stores, nameof(RequestDecisions.ApproveAsync), reference, stamp.ToString());

        await EndsOnceAsync(stores, person, reference);
    }

    private static async Task EndsOnceAsync(Stores stores, Guid person, string reference)
    {
        await using var next = await House.OpenAsync(stores);
        var one = new Applicant(next, person);
        if (await one.StateAsync(reference) == RequestState.AwaitingReview)
        {
            Applicant.Done(await one.ApproveAsync(reference));
        }

        await Deletions.RoundAsync(next);
        await Deletions.RoundAsync(next);

        Assert.Equal(RequestState.Fulfilled, await one.StateAsync(reference));
        Assert.Single((await one.RequestAsync(reference)).Decisions);
        await using var db = next.Store.Read();
        Assert.Equal(ErasureState.Certified, (await db.Set<ErasureRun>().SingleAsync()).State);
        Assert.Single((await db.Set<IssuedCertificate>().SingleAsync()).Versions);
        Assert.Equal(1, await db.Set<OutboxMail>().CountAsync(mail => mail.Letter == nameof(Letters.DataErased) && mail.NextTryOn != null));
    }
}

using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Data.Audit;
using SrmBlazor.Features.Notifications;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Keys;
using SrmBlazor.Support;
using SrmBlazor.Support.Processes;

namespace SrmBlazor.Features.Erasures;

/// <summary>The process dies at every step of an erasure; the next one completes it once.</summary>
public sealed class ErasureFaultTests
{
    public static TheoryData<string> Steps =>
    [
        "erasure.before-execute", "erasure.after-execute", "erase.before-keys", "erase.after-keys", "erase.before-blank", "erase.after-blank", "erasure.carried-out",
        "erasure.checked", "erasure.before-clean", "erasure.after-clean", "erasure.before-certified", "erasure.after-certified",
    ];

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Whatever_the_step_it_is_completed_once(string step)
    {
        using var stores = await Stores.CreateAsync(DatabaseProvider.Sqlite);
        Guid run;
        IReadOnlyList<string> planted;
        await using (var house = await House.OpenAsync(stores))
        {
            var leaver = await Leaver.BeginAsync(house);
            (run, planted) = (await leaver.EraseAsync(ErasureScope.All), leaver.Planted);
            house.DieAt(step);
            await house.Get<ErasureRound>().RunAsync();
        }

        await AssertCompletedOnceAsync(stores, run, planted);
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task A_process_killed_at_any_step_leaves_the_rest_to_the_next(string step)
    {
        using var stores = await Stores.CreateAsync(DatabaseProvider.Sqlite);
        Guid run;
        IReadOnlyList<string> planted;
        await using (var house = await House.OpenAsync(stores))
        {
            var leaver = await Leaver.BeginAsync(house);
            (run, planted) = (await leaver.EraseAsync(ErasureScope.All), leaver.Planted);
        }

        await ChildProcess.DieAtAsync(step, stores, nameof(ErasureRound));

        await AssertCompletedOnceAsync(stores, run, planted);
    }

    private static async Task AssertCompletedOnceAsync(Stores stores, Guid run, IReadOnlyList<string> planted)
    {
        await using var house = await House.OpenAsync(stores);
        await house.Get<ErasureRound>().RunAsync();
        await house.Get<ErasureRound>().RunAsync();

        Assert.Equal(ErasureState.Certified, (await Leaver.RunAsync(house, run)).State);
        Assert.Single((await Leaver.CertificateAsync(house, run)).Versions);
        Assert.Empty(Canary.Search([stores.Folder], [.. planted]));
        await using var db = house.Store.Read();
        var mail = await db.Set<OutboxMail>().SingleAsync(one => one.Letter == nameof(Letters.DataErased));
        Assert.Equal((MailState.Waiting, false), (mail.State, mail.NextTryOn is null));
        Assert.Single(await db.Set<AuditEntry>().Where(entry => entry.Action == "erasure.clean").ToListAsync());
        Assert.Equal(0, await db.Set<Erasure>().CountAsync(erasure => erasure.DoneOn == null));
        Assert.Null((await AuditChain.VerifyAsync(db, house.Get<RootSecret>())).Broken);
        await house.Get<MailRound>().RunAsync();
        Assert.Single(house.Get<MailFolder>().List());
    }
}

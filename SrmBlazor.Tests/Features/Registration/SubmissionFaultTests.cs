using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Notifications;
using SrmBlazor.Features.Registration.Activation;
using SrmBlazor.PersonalData;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Registration;

public sealed class SubmissionFaultTests
{
    public static TheoryData<DatabaseProvider, string, bool> Deaths
    {
        get
        {
            var deaths = new TheoryData<DatabaseProvider, string, bool>();
            foreach (var provider in PostgresServer.Skipped ? new[] { DatabaseProvider.Sqlite } : [DatabaseProvider.Sqlite, DatabaseProvider.PostgreSql])
            {
                // the commit between before-intent and after-intent decides
                deaths.Add(provider, "submit.begun", false);
                deaths.Add(provider, "seal.before-key", false);
                deaths.Add(provider, "seal.after-key", false);
                deaths.Add(provider, "submit.before-commit", false);
                deaths.Add(provider, "erase.before-intent", false);
                deaths.Add(provider, "erase.after-intent", true);
                deaths.Add(provider, "erase.before-keys", true);
                deaths.Add(provider, "erase.after-keys", true);
                deaths.Add(provider, "erase.before-blank", true);
                deaths.Add(provider, "erase.after-blank", true);
                deaths.Add(provider, "submit.after-commit", true);
            }

            return deaths;
        }
    }

    [Theory, MemberData(nameof(Deaths))]
    public async Task A_process_that_dies_while_submitting_leaves_one_registration_or_none_and_the_next_try_one(DatabaseProvider provider, string step, bool registered)
    {
        using var stores = await Stores.CreateAsync(provider);
        Registrant registrant;
        await using (var before = await House.OpenAsync(stores))
        {
            registrant = await Registrant.TypeAsync(before);
            before.DieAt(step);
            await Assert.ThrowsAsync<ProcessDiedException>(() => before.Get<Submissions>().SubmitAsync(registrant.Key));
        }

        await using var after = await House.OpenAsync(stores);
        await using var db = after.Store.Read();
        var left = await db.Set<SupplierRegistration>().AsNoTracking().Select(one => one.Reference).ToListAsync();
        Assert.Equal(registered ? 1 : 0, left.Count);
        Assert.Equal(registered, await registrant.LoadAsync(after) is null);

        var again = Assert.IsType<SubmitResult.Submitted>(await after.Get<Submissions>().SubmitAsync(registrant.Key));

        var one = await db.Set<SupplierRegistration>().AsNoTracking().SingleAsync();
        Assert.Equal(one.Reference, again.Reference);
        Assert.All(left, reference => Assert.Equal(one.Reference, reference));
        Assert.Equal("Activation", (await db.Set<OutboxMail>().SingleAsync()).Letter);
        var live = await registrant.LiveAsync(after);
        Assert.Equal((11, 11), (live.Count, live.Distinct().Count()));
        Assert.DoesNotContain("registration-draft", live);
        Assert.IsType<ActivationResult.Activated>(await after.Get<Activations>().ActivateAsync(await registrant.LinkAsync(after), Registrant.Password));
    }
}

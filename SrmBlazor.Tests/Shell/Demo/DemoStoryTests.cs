using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Notifications;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Screening.Cases;
using SrmBlazor.Features.Screening.Lists;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Shell.Demo;

public sealed class DemoStoryTests
{
    [Fact]
    public async Task A_first_start_in_Development_finds_a_supplier_at_every_turn_and_a_second_start_doubles_nobody()
    {
        using var stores = await Stores.EmptyAsync(DatabaseProvider.Sqlite);
        await using (await StartAsync(stores))
        {
        }

        await using var house = await StartAsync(stores);

        await using var db = house.Store.Read();
        var states = await db.Set<SupplierRegistration>().Select(one => one.State).ToListAsync();
        Assert.Equal([RegistrationState.IdentityCheck, RegistrationState.CorrectionAsked, RegistrationState.Verified, RegistrationState.Verified, RegistrationState.Refused], states.Order());
        Assert.Equal(1, await db.Set<Draft>().CountAsync(draft => draft.State == DraftState.Open));
        Assert.Equal(12, house.Get<DemoAccounts>().Offered.Count);
        Assert.Equal((1, 42), (await db.Set<ScreeningListVersion>().CountAsync(), (await house.Get<ListShelf>().CurrentAsync()).Entries.Count));
        Assert.NotNull(await house.Get<SignIns>().TryAsync("supplier@demo.example", DemoAccounts.Password));
    }

    [Fact]
    public async Task The_first_round_of_screening_finds_a_supplier_near_three_names_one_of_whom_takes_two_people()
    {
        using var stores = await Stores.EmptyAsync(DatabaseProvider.Sqlite);
        await using var house = await StartAsync(stores);

        await house.Get<Screenings>().ScreenDueAsync();

        var act = new Act(Guid.NewGuid(), Role.Screener, house.Clock.Now());
        var row = Assert.Single((await house.Get<ScreeningDesk>().PageAsync(QueueView.Waiting, null, act)).Rows);
        var hits = (await house.Get<ScreeningDesk>().OpenAsync(row.Reference, act))!.Hits;
        Assert.Equal([true, false, false], hits.Select(hit => hit.NeedsTwo));
        Assert.Equal("Tolbert Quiverley", hits[0].Entry!.Names[0].Text);
    }

    [Fact]
    public async Task The_half_done_registration_can_be_resumed_from_its_letter_at_the_address_the_program_will_listen_at()
    {
        using var stores = await Stores.EmptyAsync(DatabaseProvider.Sqlite);
        await using var house = await StartAsync(stores);

        await house.Get<MailRound>().RunAsync();

        var letter = house.Get<MailFolder>().List().Single(one => one.To.Contains("half-done", StringComparison.Ordinal));
        var link = letter.Lines.Select(line => line.Link).Single(link => link?.AbsolutePath == "/register/resume")!;
        Assert.Equal("http://localhost:5080", link.GetLeftPart(UriPartial.Authority));
        Assert.NotNull(await house.Get<Resumptions>().ResumeAsync(Uri.UnescapeDataString(link.Query["?token=".Length..])));
    }

    private static Task<House> StartAsync(Stores stores) => House.OpenAsync(stores, settings: ("DemoData", "true"));
}

using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Registration.Activation;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.PersonalData;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Disclosures;

public sealed class PublicListTests
{
    [Promise("P-4.3-01")]
    [Theory, BothProviders]
    public async Task Only_who_is_verified_and_agrees_is_listed_and_only_while_both_last(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var supplier = await Registrant.ActivateAsync(house);

        await supplier.DecideAsync(house, For.PublicListing, give: true);
        var unverified = await ListAsync(house);
        await supplier.VerifyAsync(house);
        var listed = await ListAsync(house);
        await supplier.DecideAsync(house, For.PublicListing, give: false);
        var withdrawn = await ListAsync(house);
        await supplier.DecideAsync(house, For.PublicListing, give: true);
        var again = await ListAsync(house);
        await house.ReviseAsync(For.PublicListing);
        var paused = await ListAsync(house);

        Assert.Empty(unverified);
        Assert.Equal([new Listed(Registrant.Name, "Shenzhen")], listed);
        Assert.Empty(withdrawn);
        Assert.Equal(listed, again);
        Assert.Empty(paused);
    }

    [Theory, BothProviders]
    public async Task A_verified_supplier_who_was_never_asked_or_said_no_is_not_listed(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var silent = await Registrant.ActivateAsync(house);
        var refusing = await Registrant.ActivateAsync(house, Registrant.Everything with { Mailbox = "torvald@aakesson.test" });
        await silent.VerifyAsync(house);
        await refusing.VerifyAsync(house);

        await refusing.DecideAsync(house, For.PublicListing, give: false);
        await silent.DecideAsync(house, For.ShareAffiliate, give: true);

        Assert.Empty(await ListAsync(house));
    }

    [Fact]
    public async Task A_disputed_name_and_a_closed_account_are_not_listed()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var (disputed, closed) = (await Registrant.ActivateAsync(house), await Registrant.ActivateAsync(house, Registrant.Everything with { Mailbox = "torvald@aakesson.test" }));
        foreach (var supplier in new[] { disputed, closed })
        {
            await supplier.VerifyAsync(house);
            await supplier.DecideAsync(house, For.PublicListing, give: true);
        }

        Assert.Equal(2, (await ListAsync(house)).Count);
        await using (var work = await house.Store.WriteAsync())
        {
            var name = await work.Db.Set<SealedRow>().SingleAsync(row => row.PersonId == disputed.Person && row.Kind == Identity.Kind.Name && row.State == RowState.Live);
            work.Restrict(disputed.Person, name.Id, house.System, "accuracy.disputed");
            await house.Get<AccountRegister>().CloseAsync(work, closed.Person, house.System);
            await work.CommitAsync();
        }

        Assert.Empty(await ListAsync(house));
    }

    [Fact]
    public async Task Page_after_page_everybody_is_listed_once_also_while_somebody_leaves()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite, services => services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1));
        var suppliers = new List<Registrant>();
        for (var number = 0; number < PublicList.PageSize + 3; number++)
        {
            var supplier = await Registrant.ActivateAsync(house, Registrant.Everything with { Mailbox = $"n{number}@supplier.test", FullName = $"Supplier {(char)('A' + number)}" });
            await supplier.VerifyAsync(house);
            await supplier.DecideAsync(house, For.PublicListing, give: true);
            suppliers.Add(supplier);
        }

        var first = await house.Get<PublicList>().PageAsync(0);
        await suppliers[0].DecideAsync(house, For.PublicListing, give: false);
        var second = await house.Get<PublicList>().PageAsync(first.Next!.Value);

        Assert.Equal(PublicList.PageSize, first.Suppliers.Count);
        Assert.Equal(suppliers.Count, first.Suppliers.Concat(second.Suppliers).Select(one => one.Name).Distinct().Count());
        Assert.Null(second.Next);
    }

    private static async Task<IReadOnlyList<Listed>> ListAsync(House house) => (await house.Get<PublicList>().PageAsync(0)).Suppliers;
}

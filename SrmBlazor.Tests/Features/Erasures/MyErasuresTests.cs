using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Erasures;

/// <summary>Whoever keeps their account finds what was erased, with its certificate, and nobody else does.</summary>
public sealed class MyErasuresTests
{
    [Theory, BothProviders]
    public async Task A_part_that_was_erased_is_listed_once_it_is_certified_and_opens_for_its_person_alone(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var leaver = await Leaver.BeginAsync(house);
        var mine = house.Get<MyErasures>();
        var run = await leaver.EraseAsync(ErasureScope.Of(await RecordAsync(leaver)));
        Assert.Empty(await mine.ListAsync(leaver.Act));

        await house.Get<ErasureRound>().RunAsync();

        var past = Assert.Single(await mine.ListAsync(leaver.Act));
        Assert.Equal(((await Leaver.CertificateAsync(house, run)).Id, true), (past.Number, past.IsComplete));
        Assert.Equal(past.Number, Assert.Single(await mine.OpenAsync(past.Number, leaver.Act)).Document.CertificateId);
        var stranger = house.ActOf(Guid.NewGuid(), Role.Supplier);
        Assert.Empty(await mine.ListAsync(stranger));
        Assert.Empty(await mine.OpenAsync(past.Number, stranger));
        Assert.Empty(await mine.OpenAsync(Guid.NewGuid(), leaver.Act));
    }

    [Fact]
    public async Task Who_left_is_not_found_by_what_was_erased()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var leaver = await Leaver.BeginAsync(house);
        var run = await leaver.EraseAsync(ErasureScope.All);

        await house.Get<ErasureRound>().RunAsync();

        var past = await house.Get<MyErasures>().ListAsync(leaver.Act);
        Assert.Equal((await Leaver.RunAsync(house, run)).PersonId is null, past.Count == 0);
    }

    private static async Task<Guid> RecordAsync(Leaver leaver)
    {
        await using var db = leaver.House.Store.Read();
        return await db.Set<SealedRow>().Where(row => row.PersonId == leaver.Person && row.Kind == "city" && row.State == RowState.Live).Select(row => row.Id).SingleAsync();
    }
}

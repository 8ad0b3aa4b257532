using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Data.Signing;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.Features.Verification;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Erasures;

public sealed class RestTests
{
    [Fact]
    [Promise("P-1.1.1-16", "P-1.1.1-17", "P-5.5-03")]
    public async Task What_law_keeps_is_closed_goes_by_itself_when_its_term_ends_and_completes_the_certificate()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var waiting = await WaitingCase.BeginAsync(house);
        await house.Get<Decisions>().AcceptAsync(waiting.Reference, await waiting.StampAsync(house), WaitingCase.ActOf(house));
        var act = house.ActOf(waiting.Person, Role.Supplier);

        var plan = await house.Get<ErasureDesk>().PlanAsync(waiting.Person, ErasureScope.All, ErasureGround.StoppedUsing, act);
        Guid id;
        await using (var work = await house.Store.WriteAsync())
        {
            id = (await house.Get<ErasureDesk>().BeginAsync(work, plan, act))!.Value;
            await work.CommitAsync();
        }

        await house.Get<ErasureRound>().RunAsync();

        Assert.Equal(["identity", "identity-document"], plan.Stays.Select(one => one.Kind).Order(StringComparer.Ordinal));
        Assert.All(plan.Stays, one => Assert.Equal((For.OrdersSettlement.Key, (DateTime?)new DateTime(2037, 1, 1, 0, 0, 0, DateTimeKind.Utc)), (one.Purpose, one.Until)));
        Assert.IsType<Opening<Identity>.Refused>(await house.Vault.OpenAsync<Identity>(waiting.Person, For.OrdersSettlement));
        Assert.IsType<Opening<Mailbox>.Erased>(await house.Vault.OpenAsync<Mailbox>(waiting.Person, For.Access));
        var first = await ReadAsync(house, id);
        Assert.Equal((1, false), (first.Version, first.Complete));

        house.Clock.SetUtcNow(new DateTimeOffset(2036, 12, 31, 12, 0, 0, TimeSpan.Zero));
        await house.Get<ErasureRound>().RunAsync();
        Assert.IsType<Opening<Identity>.Opened>(await house.Vault.OpenAsync<Identity>(waiting.Person, For.Access));

        house.Clock.SetUtcNow(new DateTimeOffset(2037, 1, 1, 0, 1, 0, TimeSpan.Zero));
        await house.Get<Sweep>().RunAsync();
        await house.Get<ErasureRound>().RunAsync();

        Assert.IsType<Opening<Identity>.Erased>(await house.Vault.OpenAsync<Identity>(waiting.Person, For.Access));
        var second = await ReadAsync(house, id);
        Assert.Equal((2, true, first.CertificateId, first.Commitment), (second.Version, second.Complete, second.CertificateId, second.Commitment));
        Assert.Equal(2, second.Check.Values);
        Assert.Equal(plan.Stays.Select(one => one.Record).Order(), second.KeysDestroyed.Order());
        await using var db = house.Store.Read();
        Assert.All(await db.Set<ErasureRun>().ToListAsync(), run => Assert.Equal((null, ErasureState.Certified), (run.PersonId, run.State)));
        Assert.False(await db.Set<SealedRow>().AnyAsync(row => row.PersonId == waiting.Person && row.State != RowState.Erased && row.Kind != "outgoing-mail"));
    }

    private static async Task<ErasureCertificate> ReadAsync(House house, Guid run)
    {
        var file = (await Leaver.CertificateAsync(house, run)).Versions.MaxBy(version => version.Number)!.File;
        var keys = await house.Get<SigningKeys>().PublishedAsync();
        return ErasureCertificate.Read(SignedDocument.Verify(file, ErasureCertificate.MediaType, keys));
    }
}

using System.IO.Pipelines;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SrmBlazor.Data;
using SrmBlazor.Features.Registration.Activation;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.Features.Registration.Scans;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Keys;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Registration;

public sealed class ScanStoreTests
{
    /// <summary>A body that must not be read: whoever does fails the test.</summary>
    private static PipeReader Unread()
    {
        var body = new Pipe();
        body.Writer.Complete(new InvalidOperationException("The body was read."));
        return body.Reader;
    }

    [Theory, BothProviders]
    [Promise("P-0-06")]
    public async Task Without_the_separate_consent_not_a_byte_is_read(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var registrant = await Registrant.BeginAsync(house);

        Assert.Null(await house.Get<ScanStore>().PutAsync(new ScanOwner.OfDraft(registrant.Key), Unread(), CancellationToken.None));

        Assert.False((await registrant.LoadAsync(house))!.HasScan);
    }

    [Theory, BothProviders]
    public async Task With_any_other_key_there_is_no_scan_and_no_place_for_one(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var registrant = await Registrant.TypeAsync(house);
        var (scans, other) = (house.Get<ScanStore>(), new ScanOwner.OfDraft(DraftKey.Create().Key));

        Assert.Null(await scans.PutAsync(other, Unread(), CancellationToken.None));
        Assert.Null(await scans.ShowAsync(other));
        Assert.Null(await scans.RotateAsync(other, CancellationToken.None));
        Assert.False(await scans.RemoveAsync(other));

        Assert.Equal(["identity-scan", "registration-draft"], await registrant.LiveAsync(house));
    }

    [Theory, BothProviders]
    public async Task A_replaced_scan_is_erased_at_once(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var registrant = await Registrant.TypeAsync(house);
        var former = await ScanAsync(house);

        await Registrant.PutScanAsync(house, new ScanOwner.OfDraft(registrant.Key), width: 400);

        Assert.Equal(400, await WidthAsync(house, registrant));
        await AssertErasedAsync(house, former);
        Assert.Equal(["identity-scan", "registration-draft"], await registrant.LiveAsync(house));
    }

    [Theory, BothProviders]
    public async Task A_turned_scan_takes_the_place_of_the_former(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var registrant = await Registrant.TypeAsync(house);
        var former = await ScanAsync(house);

        var outcome = await house.Get<ScanStore>().RotateAsync(new ScanOwner.OfDraft(registrant.Key), CancellationToken.None);

        var turned = Assert.IsType<ScanOutcome.Accepted>(outcome);
        Assert.Equal((240, 320), (turned.Width, turned.Height));
        Assert.Equal(240, await WidthAsync(house, registrant));
        await AssertErasedAsync(house, former);
    }

    [Theory, BothProviders]
    public async Task A_removed_scan_is_erased_and_the_draft_knows(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var registrant = await Registrant.TypeAsync(house);
        var former = await ScanAsync(house);

        Assert.True(await house.Get<ScanStore>().RemoveAsync(new ScanOwner.OfDraft(registrant.Key)));

        Assert.False((await registrant.LoadAsync(house))!.HasScan);
        Assert.Equal(new SubmitResult.Incomplete("identity"), await house.Get<Submissions>().SubmitAsync(registrant.Key));
        await AssertErasedAsync(house, former);
    }

    [Theory, BothProviders]
    public async Task Of_uploads_at_the_same_moment_one_scan_is_kept(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var registrant = await Registrant.TypeAsync(house);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Registrant.PutScanAsync(house, new ScanOwner.OfDraft(registrant.Key)))));

        Assert.All(outcomes, outcome => Assert.IsType<ScanOutcome.Accepted>(outcome));
        Assert.Equal(["identity-scan", "registration-draft"], await registrant.LiveAsync(house));
    }

    [Fact]
    public async Task A_picture_that_is_refused_leaves_the_former_in_place()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var registrant = await Registrant.TypeAsync(house);

        var outcome = await house.Get<ScanStore>().PutAsync(new ScanOwner.OfDraft(registrant.Key), PipeReader.Create(new(Impostors.Pdf)), CancellationToken.None);

        Assert.Equal(new ScanOutcome.Refused(ScanFault.Pdf), outcome);
        Assert.Equal(320, await WidthAsync(house, registrant));
    }

    [Theory, BothProviders]
    public async Task An_upload_that_arrives_after_its_draft_was_dropped_is_not_kept(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var registrant = await Registrant.TypeAsync(house);
        var picture = Pictures.Jpeg(320, 240);
        var body = new Pipe(new PipeOptions(pauseWriterThreshold: 1, resumeWriterThreshold: 1));
        var upload = Task.Run(() => house.Get<ScanStore>().PutAsync(new ScanOwner.OfDraft(registrant.Key), body.Reader, CancellationToken.None));
        await body.Writer.WriteAsync(picture.AsMemory(0, 100)); // returns once the store has taken it: it is past its first question

        await house.Get<Drafts>().DiscardAsync(registrant.Key);
        await body.Writer.WriteAsync(picture.AsMemory(100));
        await body.Writer.CompleteAsync();

        Assert.Null(await upload);
        Assert.Empty(await registrant.LiveAsync(house));
    }

    [Fact]
    public async Task An_upload_beyond_the_hours_share_is_refused_unread()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var registrant = await Registrant.TypeAsync(house);
        for (var sent = 1; sent < house.Get<IOptions<ScanSettings>>().Value.UploadsPerHour; sent++)
        {
            await house.Get<ScanStore>().PutAsync(new ScanOwner.OfDraft(registrant.Key), PipeReader.Create(new(Impostors.Pdf)), CancellationToken.None);
        }

        var outcome = await house.Get<ScanStore>().PutAsync(new ScanOwner.OfDraft(registrant.Key), Unread(), CancellationToken.None);

        Assert.Equal(new ScanOutcome.Refused(ScanFault.TooMany), outcome);
    }

    private static async Task<Guid> ScanAsync(House house)
    {
        await using var db = house.Store.Read();
        return (await db.Set<Draft>().SingleAsync()).ScanId!.Value;
    }

    private static async Task<int> WidthAsync(House house, Registrant registrant) =>
        PictureHeader.Read(FileKind.Jpeg, (await house.Get<ScanStore>().ShowAsync(new ScanOwner.OfDraft(registrant.Key)))!)!.Width;

    private static async Task AssertErasedAsync(House house, Guid scan)
    {
        await using var db = house.Store.Read();
        var row = await db.Set<SealedRow>().SingleAsync(row => row.Id == scan);
        Assert.Equal((IdentityScan.Kind.Name, RowState.Erased, null), (row.Kind, row.State, row.Ciphertext));
        Assert.Null(await house.Get<KeyStore>().FindAsync(scan));
    }
}

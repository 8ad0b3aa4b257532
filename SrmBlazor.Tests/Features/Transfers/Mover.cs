using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Data.Signing;
using SrmBlazor.Features.Notifications;
using SrmBlazor.Features.PrivacyCenter.Contents;
using SrmBlazor.Features.PrivacyCenter.Formats;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Transfers;

/// <summary>A supplier who has their data sent elsewhere, and the officers who decide it.</summary>
internal sealed record Mover(Applicant Applicant)
{
    public const string Controller = "Pelican Shipping AS";
    public const string Mailbox = "data@pelican.test";

    public static readonly (string Key, string Value) Loopback = ("Transfers:AllowLoopback", "true");

    public static readonly Wish ByLink = new(Controller, "CN", Mailbox, TransferWay.Link, "", Agrees: true, AgreesAbroad: false);

    public House House => Applicant.House;

    public static async Task<Mover> BeginAsync(House house, string language = "en") => new(await Applicant.BeginAsync(house, language: language));

    public static Wish ByPush(string address) => ByLink with { Way = TransferWay.Push, Address = address };

    public Task<WishResult> AskAsync(Wish wish) => House.Get<MyTransfers>().SubmitAsync(wish, Applicant.Act);

    public async Task<string> SubmitAsync(Wish wish) => Assert.IsType<WishResult.Done>(await AskAsync(wish)).Reference;

    public async Task<string> InHandAsync(Wish wish)
    {
        var reference = await SubmitAsync(wish);
        Applicant.Done(await Applicant.Desk.ClaimAsync(reference, await Applicant.StampAsync(reference), Applicant.ActOf(Applicant.Officer)));
        return reference;
    }

    public Task<RequestResult> CheckAsync(string reference, params TransferCondition[] met) => House.Get<TransferDesk>().CheckAsync(reference, met, Applicant.ActOf(Applicant.Officer));

    public async Task<RequestResult> ProposeAsync(string reference) =>
        await Applicant.Decisions.ProposeAsync(reference, await Applicant.StampAsync(reference), RequestOutcome.Fulfilled, null, "We send it.", Applicant.ActOf(Applicant.Officer));

    /// <summary>Asked, checked, proposed and agreed to: it has been tried once.</summary>
    public async Task<string> DecideAsync(Wish wish)
    {
        var reference = await InHandAsync(wish);
        Applicant.Done(await CheckAsync(reference, Enum.GetValues<TransferCondition>()));
        Applicant.Done(await ProposeAsync(reference));
        Applicant.Done(await Applicant.Decisions.ApproveAsync(reference, await Applicant.StampAsync(reference), Applicant.ActOf(Applicant.Second)));
        return reference;
    }

    public Task RoundAsync() => House.Get<RequestRound>().RunAsync();

    public async Task<Transfer> TransferAsync()
    {
        await using var db = House.Store.Read();
        return await db.Set<Transfer>().AsNoTracking().SingleAsync();
    }

    public async Task<string?> TroubleAsync(string reference) => (await House.Get<TransferDesk>().OpenAsync(reference, Applicant.ActOf(Applicant.Officer)))!.Trouble;

    /// <summary>The secret of the link in the letter to the controller.</summary>
    public async Task<string> TokenAsync()
    {
        var letters = (await House.Vault.OpenAllAsync<OutgoingMail>(Applicant.Person, For.DeliverMessage)).Select(one => one.Record.Letter);
        return letters.Last(letter => letter.To == Mailbox).Link!.Address.Segments[^1];
    }

    public async Task<int> PiecesAsync()
    {
        await using var db = House.Store.Read();
        return await db.Set<SealedRow>().CountAsync(row => row.Kind == TransferPart.Kind.Name && row.State == RowState.Live);
    }

    /// <summary>The files of a package that this installation signed.</summary>
    public async Task<IReadOnlyList<PackageFile>> FilesAsync(byte[] package)
    {
        var keys = await House.Get<SigningKeys>().PublishedAsync();
        Assert.NotNull(PackageManifest.Verify(package, keys));
        return PackageZip.Read(package)!;
    }
}

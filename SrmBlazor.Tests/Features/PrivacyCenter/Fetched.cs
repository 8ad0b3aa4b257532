using System.Text;
using SrmBlazor.Data.Signing;
using SrmBlazor.Features.PrivacyCenter.Contents;
using SrmBlazor.Features.PrivacyCenter.Formats;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.PrivacyCenter;

/// <summary>A package as its person holds it.</summary>
internal sealed record Fetched(byte[] Package, IReadOnlyList<PackageFile> Files)
{
    public byte[] this[string name] => Files.Single(file => file.Name == name).Bytes;

    public string Text(string name) => Encoding.UTF8.GetString(this[name]);

    /// <summary>From asking to fetching.</summary>
    public static async Task<Fetched> MakeAsync(House house, Act act, string language = "en")
    {
        Assert.Equal(CopyAsked.Asked, await house.Get<MyCopies>().AskAsync(language, act));
        Assert.True(await house.Get<CopyMaker>().MakeNextAsync());
        return await TakeAsync(house, act);
    }

    public static async Task<Fetched> TakeAsync(House house, Act act)
    {
        var standing = await house.Get<MyCopies>().StandingAsync(act);
        Assert.Equal(CopyState.Ready, standing!.State);
        var taken = Assert.IsType<CopyTaking.Taken>(await house.Get<MyCopies>().TakeAsync(standing.Id, act));
        using var bytes = new MemoryStream();
        await foreach (var part in taken.Parts)
        {
            bytes.Write(part);
        }

        Assert.Equal(taken.Bytes, bytes.Length);
        return new Fetched(bytes.ToArray(), Assert.IsType<PackageFile[]>(PackageZip.Read(bytes.ToArray())));
    }

    public async Task<bool> VerifiesAsync(House house)
    {
        var keys = await house.Get<SigningKeys>().PublishedAsync();
        return PackageManifest.Verify(Package, keys) is not null;
    }
}

using System.Buffers.Text;
using System.Security.Cryptography;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Consents;
using SrmBlazor.Features.Guardians;
using SrmBlazor.Features.News;
using SrmBlazor.Features.Registration;
using SrmBlazor.Shared;

namespace SrmBlazor.Shell.Authorisation;

/// <summary>What somebody shows instead of an account: the key of a draft, a mailed link, or a password.</summary>
internal sealed record Proof(DraftKey? Key, LinkKind? Kind, string? Token, string? Password)
{
    /// <summary>The notices that a guardian was shown with the link.</summary>
    public IReadOnlyList<ShownNotice> Read { get; init; } = [];

    /// <summary>The proofs of a scene by the matrix's columns. Of two links the former is superseded by the latter.</summary>
    /// <param name="shown"><c>key</c>, <c>password</c>, a <see cref="LinkKind"/>, or what of a news letter: <c>unsubscribe</c>, <c>picture</c>.</param>
    public static async Task<IReadOnlyDictionary<string, Proof>> OfAsync(string shown, Stage stage, Scene scene)
    {
        var (owner, another) = (scene.Owner, scene.Another);
        if (shown == "key")
        {
            return Named(OfKey(owner.Key), OfKey(another.Key), OfKey(owner.FormerKey!), OfKey(DraftKey.Create().Key));
        }

        if (shown == "password")
        {
            return Named(OfPassword(owner.Password), OfPassword(another.Password), OfPassword(Party.FormerPassword), OfPassword("pebble-arcade-lantern-7"));
        }

        if (shown is "unsubscribe" or "picture")
        {
            return await OfNewsAsync(shown, stage, scene);
        }

        var kind = Enum.Parse<LinkKind>(shown);
        var otherKind = kind == LinkKind.PasswordReset ? LinkKind.Activation : LinkKind.PasswordReset;
        var (own, anothers) = kind == LinkKind.RecipientNotice ? (await stage.NoticeAsync(owner.Person), await stage.NoticeAsync(another.Person))
            : kind == LinkKind.TransferPickup ? (await stage.TransferAsync(owner), await stage.TransferAsync(another)) : (owner.Person, another.Person);
        var former = await stage.LinkAsync(kind, own);
        var proofs = new Dictionary<string, Proof>(Named(
            OfLink(kind, await stage.LinkAsync(kind, own)), OfLink(kind, await stage.LinkAsync(kind, anothers)),
            OfLink(kind, former), OfLink(kind, Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)))), StringComparer.Ordinal)
        {
            ["other-kind"] = OfLink(kind, await stage.LinkAsync(otherKind, own)),
        };
        foreach (var (column, proof) in proofs.Where(_ => kind is LinkKind.Guardian or LinkKind.GuardianAccess).ToList())
        {
            proofs[column] = proof with { Read = kind == LinkKind.Guardian ? await stage.Get<GuardianDecisions>().ShowAsync(proof.Token, "en") : await stage.Get<Guardianships>().ShowAsync(proof.Token, "en") };
        }

        return proofs;
    }

    /// <summary>What a news letter carries. The former is older than its term; the other kind is of the letter's other address.</summary>
    private static async Task<IReadOnlyDictionary<string, Proof>> OfNewsAsync(string shown, Stage stage, Scene scene)
    {
        var now = stage.Get<TimeProvider>().Now();
        var owners = await stage.NewsLetterAsync(scene.Owner.Person, now);
        var anothers = await stage.NewsLetterAsync(scene.Another.Person, now);
        var former = await stage.NewsLetterAsync(scene.Owner.Person, now.AddDays(-NewsDelivery.Term.Days));
        Proof Of((string Unsubscribe, string Picture) letter, bool other = false) => new(null, null, shown == "picture" != other ? letter.Picture : letter.Unsubscribe, null);
        return new Dictionary<string, Proof>(Named(Of(owners), Of(anothers), Of(former), new(null, null, Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)), null)), StringComparer.Ordinal)
        {
            ["other-kind"] = Of(owners, other: true),
        };
    }

    private static Dictionary<string, Proof> Named(Proof owners, Proof anothers, Proof former, Proof guessed) =>
        new(StringComparer.Ordinal) { ["owner's"] = owners, ["another's"] = anothers, ["former"] = former, ["guessed"] = guessed };

    private static Proof OfKey(DraftKey key) => new(key, null, null, null);

    private static Proof OfPassword(string password) => new(null, null, null, password);

    private static Proof OfLink(LinkKind kind, string token) => new(null, kind, token, null);
}

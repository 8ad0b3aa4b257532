using System.IO.Pipelines;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Accuracy;
using SrmBlazor.Features.ChildApprovals;
using SrmBlazor.Features.Consents;
using SrmBlazor.Features.Erasures;
using SrmBlazor.Features.Guardians;
using SrmBlazor.Features.Insight;
using SrmBlazor.Features.Intake;
using SrmBlazor.Features.Disclosures;
using SrmBlazor.Features.Notifications.Inbox;
using SrmBlazor.Features.Policies;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.Features.RightsRequests.Cases;
using SrmBlazor.Features.Screening.Cases;
using SrmBlazor.Features.Screening.Lists;
using SrmBlazor.Features.Transfers;
using SrmBlazor.Features.Triage;
using SrmBlazor.Features.Verification;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Shared.Web;
using SrmBlazor.Support;

namespace SrmBlazor.Shell.Authorisation;

/// <summary>What the methods are asked with: always what is the owner's, whoever asks. A parameter that nobody here knows stops the test.</summary>
internal sealed record Arguments(Scene Scene, SupplierRegistration? Registration, Guid Receipt, Guid Choice, ConsentEvent? Consent, Offer? Offer, Guid News, RightsRequest? Request, IReadOnlyList<BoardRow> Board, ScreeningCase? Screening)
{
    private const string NewPassword = "plum-orbit-teapot-lantern-91";

    private static readonly Answers Mended = new() { FullName = "Qvarnström Zylphia Maria" };

    public static async Task<Arguments> OfAsync(Stage stage, Scene scene)
    {
        var owner = scene.Owner.Person;
        await stage.StrayAsync();
        await using var db = stage.Get<Store>().Read();
        var receipt = await db.Set<Erasure>().Where(one => one.PersonId == owner && one.Cause == "verification.correction-asked").Select(one => one.Id).FirstOrDefaultAsync();
        var choice = await db.Set<SealedRow>().Where(row => row.PersonId == owner && row.Kind == City.Kind.Name && row.State == RowState.Live).Select(row => row.Id).FirstOrDefaultAsync();
        var consent = await db.Set<ConsentEvent>().AsNoTracking().FirstOrDefaultAsync(one => one.PersonId == owner && one.Purpose == For.WorkProfile.Key)
            ?? await db.Set<ConsentEvent>().AsNoTracking().FirstOrDefaultAsync(one => one.PersonId == owner);
        var registration = await stage.RegistrationAsync(owner);
        var board = registration is null ? [] : await stage.Get<Board>().FindAsync(registration.Reference, new Act(Guid.NewGuid(), Role.PrivacyOfficer | Role.Verifier, DateTime.UtcNow));
        return new Arguments(scene, registration, receipt, choice, consent, await stage.OfferAsync(owner), await stage.NewsAsync(), await stage.RequestAsync(owner), board, await Screenings.FindAsync(db, owner));
    }

    public async Task<object?> OfAsync(ParameterInfo parameter, Operation operation, Act? act, Proof? proof) => (parameter.Name, parameter.ParameterType) switch
    {
        (_, var type) when type == typeof(Act) => act,
        (_, var type) when type == typeof(DraftKey) => proof!.Key,
        (_, var type) when type == typeof(ScanOwner) => operation.OwnerKind == typeof(ScanOwner.OfSupplier) ? new ScanOwner.OfSupplier(act!) : new ScanOwner.OfDraft(proof!.Key!),
        (_, var type) when type == typeof(Scope) => new Scope(Period.Of(Preset.Months12, RequestClock.Today(act!.On))),
        (_, var type) when type == typeof(CancellationToken) => CancellationToken.None,
        (_, var type) when type == typeof(PipeReader) => await PictureAsync(),
        (_, var type) when type == typeof(RequestKind) => RequestKind.Other,
        (_, var type) when type == typeof(InboxKind) => InboxKind.Message,
        (_, var type) when type == typeof(IReadOnlyCollection<BoardRow>) => Board,
        (_, var type) when type == typeof(BoardRow) => Board[0],
        ("text", _) when operation.Method.DeclaringType == typeof(Board) => Board[0].Reference,
        (_, var type) when type == typeof(DenialGround?) => DenialGround.NotCovered,
        (_, var type) when type == typeof(ListSource) => ListSource.Own,
        (_, var type) when type == typeof(ListCheck) => ListCheckOf(),
        (_, var type) when type == typeof(OwnRow) => new OwnRow("Odrin Zantropov", "", "", "", ""),
        ("arriving", _) => new MemoryStream("name"u8.ToArray()),
        ("arrived", _) => (Action<long>)(_ => { }),
        ("number", var type) when type == typeof(int) => 1,
        ("before", _) => null,
        ("file", _) => new MemoryStream("name,aliases,nationality,birth_year,note\nOdrin Zantropov,,,,\n"u8.ToArray()),
        ("date", _) => null,
        ("deliberate", _) => false,
        ("outcome", _) => RequestOutcome.Refused,
        ("form", _) => new EntryForm(RequestKind.Other, RequestChannel.Letter, new DateOnly(2026, 3, 1), Scene.Owner.Mailbox, "", "", "", "en", "", "By letter.", ""),
        ("typed", _) => new Typed(RequestKind.Other, null, "Typed by anybody.", Scene.Owner.Mailbox, "", "", "", "CN", "en"),
        ("mayReceive", _) => false,
        ("until", _) => new DateOnly(2026, 6, 30),
        ("about", _) => "",
        ("cooling" or "authority", _) => false,
        ("kinds", _) => new[] { "identity" },
        ("evidence" or "task" or "visit", _) => Guid.NewGuid(),
        (_, var type) when type == typeof(NotNeededReason) => NotNeededReason.DoesNotApply,
        ("reference", _) when operation.Service.Namespace == typeof(ScreeningDesk).Namespace => Screening!.Reference,
        ("stamp", _) when operation.Service.Namespace == typeof(ScreeningDesk).Namespace => Screening!.Stamp,
        (_, var type) when type == typeof(QueueView) => QueueView.Cleared,
        (_, var type) when type == typeof(DecisionReason?) => DecisionReason.OtherName,
        ("hits", _) => Array.Empty<Guid>(),
        ("note", _) => "Seen in the document.",
        ("overturns", _) => true,
        ("rescreening", _) => Guid.NewGuid(),
        ("day", _) => DateOnly.FromDateTime(act!.On),
        ("reference", _) when OfRequests(operation) => Request!.Reference,
        ("stamp", _) when OfRequests(operation) => Request!.Stamp,
        ("token", _) => proof?.Token,
        ("kind", _) => proof!.Kind,
        ("password", _) => proof?.Password ?? NewPassword,
        ("reference", _) => Registration!.Reference,
        ("stamp", _) when operation.Method.DeclaringType == typeof(PolicyDesk) => Guid.NewGuid(),
        ("stamp", _) => Registration!.Stamp,
        ("published", _) => 1,
        ("page", _) => "/policy",
        ("section", _) => PolicyPart.Rights,
        ("seen" or "wanted", _) => new BothLanguages(),
        ("publication", _) => Publication.Quiet,
        ("ids", _) => new[] { Registration!.Id },
        ("number", _) => Receipt,
        ("decision", _) => Consent!.Id,
        ("served", var type) when type == typeof(IReadOnlyCollection<Guid>) => proof?.Read.Select(one => one.Served).ToList() ?? [],
        ("served", _) when operation.Method.Name == nameof(Guardianships.DecideSensitiveAsync) => proof!.Read is [var read, ..] ? read.Served : Guid.NewGuid(),
        ("served", _) => Consent!.NoticeId,
        ("purpose", _) => Consent!.Purpose,
        ("give" or "byMail", _) => false,
        ("recipient", _) => Stage.Recipient,
        ("offer", _) => Offer,
        ("copy", _) => Guid.NewGuid(),
        ("news", _) => News,
        ("notice", _) => Guid.NewGuid(),
        ("state", var type) when type == typeof(NoticeState) => NoticeState.Acknowledged,
        ("reason", var type) when type == typeof(NoticeReason?) => null,
        ("written", _) => Stage.News,
        ("calendar", _) => "CN",
        ("list", _) => "date,kind,name_zh,source\n",
        ("shownVersion", _) => "",
        ("since", _) => null,
        ("surface", _) => "/privacy/consents",
        ("record", _) => Choice,
        ("records", _) => new[] { Choice },
        ("words", _) => "City",
        ("property", _) => nameof(City.Name),
        ("person", _) => Scene.Owner.Person,
        ("mailbox", _) when operation.Method.Name == "InviteAsync" || Scene.Name == "installation" => $"{Guid.NewGuid():N}@guest.example",
        ("mailbox", _) => Scene.Owner.Mailbox,
        ("fullName", _) => "Lin Qing",
        ("roles", _) => Role.Verifier,
        ("language", _) => "en",
        ("country", _) => "CN",
        ("shown", _) => new ShownPolicy(1, new string('a', 64), "en"),
        ("band", _) => AgeBand.Adult,
        ("agreed", _) => false,
        ("withGuardian", _) => false,
        ("answers", _) => Mended,
        ("wish", _) => new Wish("Pelican Shipping", "CN", "data@pelican.test", TransferWay.Link, "", Agrees: true, AgreesAbroad: false),
        ("met", _) => Enum.GetValues<TransferCondition>(),
        ("changes", _) => new[] { new Change(Features.Registration.Item.Position, "Keeper", "Warden") },
        ("version", _) => 0,
        ("stored", _) => null,
        ("situation", _) => ReplySituation.Received,
        ("view", var type) when type == typeof(Guid) || type == typeof(Guid?) => Guid.NewGuid(),
        ("name", _) => $"{Guid.NewGuid():N}",
        ("to", _) => Stream.Null,
        ("shared", _) => false,
        ("colleague", _) => Guid.NewGuid(),
        ("takeOver", _) => true,
        ("work", _) => Role.Verifier | Role.PrivacyOfficer,
        ("filter", _) => new BoardFilter(),
        ("place", _) => BoardPlace.First,
        ("sort", _) => BoardSort.Due,
        ("after", _) => null,
        ("take", _) => 1000,
        ("what", _) => Revealable.Name,
        ("reason", var type) when type == typeof(ApprovalReason) => ApprovalReason.IdentityCheck,
        ("request", _) => Guid.NewGuid(),
        ("approve", _) => true,
        ("consent", _) => new GuardianConsent("Qvarnström Ingrid", Relation.Mother, Declares: true, Consents: true, []),
        ("reason", _) => RevealReason.CompareWithScan,
        ("items", _) => new[] { CaseItem.FullName },
        ("scope", _) => ErasureScope.All,
        ("hash", _) => new string('a', 64),
        ("coolOff", _) => false,
        ("ground", var type) when type == typeof(ErasureGround) => ErasureGround.StoppedUsing,
        (_, var type) when type == typeof(RestrictionGround) => RestrictionGround.Accuracy,
        ("ground", _) => RefusalGround.DetailsDisagree,
        ("signals", _) => new[] { SignalKind.DoNotTrack },
        ("text", _) => "As in the document, please.",
        _ => throw new NotSupportedException($"Nobody knows what to give {operation.Name} for {parameter.ParameterType.Name} {parameter.Name}."),
    };

    /// <summary>Of names without their entries: nobody is found by it.</summary>
    private static ListCheck ListCheckOf()
    {
        var file = SampleLists.Of(ListSource.OfacAlt, 1);
        var list = SampleLists.Accepted(ListSource.OfacAlt, file);
        return new(list.Source, null, list.Sha256, null, list.Counts, new ListDiff([], [], []), WasDeliberate: false, ScreeningListFile.Pack(new MemoryStream(file)));
    }

    private static bool OfRequests(Operation operation) => operation.Service.Namespace!.StartsWith(typeof(RequestDesk).Namespace!, StringComparison.Ordinal)
        || operation.Service.Name is "CorrectionDesk" or "DeletionDesk" or nameof(TransferDesk) || operation.Service == typeof(FollowedRequests);

    private static async Task<PipeReader> PictureAsync()
    {
        var pipe = new Pipe();
        await pipe.Writer.WriteAsync(Pictures.Jpeg(Party.NewWidth, 240));
        await pipe.Writer.CompleteAsync();
        return pipe.Reader;
    }
}

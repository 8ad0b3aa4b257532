using System.Reflection;
using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Notifications;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Registration.Activation;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Shell.Canaries;

/// <summary>
/// A person with a value of their own wherever one can be typed goes through every feature by the program's own services, as people and staff do. Nothing here
/// seals anything: what the map has and no feature writes is missing afterwards.
/// </summary>
internal sealed partial class CanaryWalk(House house)
{
    public const string Mailbox = "canary.odrina@walk.test";
    public const string Name = "Odrina Zantropow";
    public const string NewName = "Odrina Zantropow-Canaria";
    public const string Listed = "Odrin Zantropov";

    public static readonly Answers Everything = new()
    {
        Mailbox = Mailbox,
        FullName = Name,
        Nationality = "RU",
        Country = "RU",
        Cooperation = nameof(Cooperation.PersonnelLeasing),
        Gender = "Female",
        BirthYear = "1949",
        AgeBand = nameof(AgeBand.Adult),
        IdType = "Passport",
        IdCountry = "RU",
        IdNumber = "731948265",
        Phone = "+79161230451",
        Postcode = "664048",
        ScreeningAddress = "Irkutsk, ul. Canareika 451",
        CommunicationAddress = "Canary Wharf 452, Irkutsk",
        City = "Canary-Irkutsk",
        Department = "Canary harbour lights",
        Position = "Canary keeper 453",
    };

    private static readonly string[] Typed =
        [Name, NewName, Everything.IdNumber!, Everything.Phone!, Everything.Postcode!, Everything.ScreeningAddress!, Everything.CommunicationAddress!, Everything.City!, Everything.Department!, Everything.Position!];

    private readonly List<string> planted = [Mailbox, .. Typed];
    private readonly List<string> others = [];
    private readonly Dictionary<Guid, byte[]> pictures = [];

    public House House => house;

    public Registrant Supplier { get; private set; } = null!;

    public Guid Person => Supplier.Person;

    /// <summary>Every value that was typed by or about the person.</summary>
    public IReadOnlyList<string> Planted => planted;

    /// <summary>Mailboxes of others, whose letters have left: in Development they lie in the folder in their place.</summary>
    public IReadOnlyList<string> Others => others;

    /// <summary>The pictures as they were kept.</summary>
    public IReadOnlyCollection<byte[]> Pictures => pictures.Values;

    /// <summary>The items in which a planted value was found by opening them.</summary>
    public HashSet<string> Seen { get; } = new(StringComparer.Ordinal);

    private Applicant One => new(house, Person);

    private Act Mine => One.Act;

    private Act Officer => house.ActOf(Applicant.Officer, Role.PrivacyOfficer);

    /// <summary>All of it, up to the person's wish to be deleted.</summary>
    public async Task WalkAsync()
    {
        await OthersAsync();
        await RegisterAsync();
        await VerifyAsync();
        await ScreenAsync();
        await ShareAsync();
        await CorrectAsync();
        await AskAsync();
        await ComplainAsync();
        await ByLetterAsync();
        await AtTheFormAsync();
        await CopyAsync();
        await TransferAsync();
        await LookAsync();
    }

    /// <summary>A value that is found nowhere by chance.</summary>
    private string Plant(string what) => Keep($"canary of the {what}, number 0{planted.Count + 454}");

    private string Keep(string value)
    {
        planted.Add(value);
        return value;
    }

    private string PlantMailbox(string whose)
    {
        var mailbox = Keep($"canary.{whose}.0{planted.Count + 454}@others.test");
        others.Add(mailbox);
        return mailbox;
    }

    /// <summary>Looks before the letters leave.</summary>
    private async Task LookAsync()
    {
        await GlanceAsync();
        await house.Get<MailRound>().RunAsync();
    }

    /// <summary>Opens whatever anybody has at this moment and notes in which items the planted values lie.</summary>
    public async Task GlanceAsync()
    {
        await using var db = house.Store.Read();
        var purposes = house.Get<DataMap>().Purposes.Prepend(For.Access).Where(purpose => !purpose.OnlyPermits).Distinct().ToList();
        foreach (var person in await db.Set<SealedRow>().Where(row => row.State == RowState.Live).Select(row => row.PersonId!.Value).Distinct().ToListAsync())
        {
            HashSet<Guid> open = [];
            foreach (var purpose in purposes)
            {
                foreach (var held in (await house.Vault.OpenEverythingAsync(person, purpose, _ => true)).Where(held => held.Record is not null && open.Add(held.Id)))
                {
                    Note(held);
                }
            }
        }
    }

    private void Note(Holding held)
    {
        foreach (var item in held.Kind.Items)
        {
            var value = item.Property.Split('.').Aggregate((object?)held.Record, (at, property) => at?.GetType().GetProperty(property, BindingFlags.Public | BindingFlags.Instance)!.GetValue(at));
            var text = value switch
            {
                IEnumerable<string> lines => string.Join('\n', lines),
                byte[] bytes => Seeing(held, bytes),
                _ => value?.ToString() ?? "",
            };
            if (planted.Exists(one => text.Contains(one, StringComparison.Ordinal)))
            {
                Seen.Add($"{held.Kind.Name}.{item.Property}");
            }
        }
    }

    /// <summary>A picture is a value by itself; a package is what was planted, packed.</summary>
    private string Seeing(Holding held, byte[] bytes)
    {
        if (bytes is [0xFF, 0xD8, ..])
        {
            pictures[held.Id] = bytes;
        }

        return planted[0];
    }

    private async Task<string> TokenAsync(LinkKind kind, Guid person)
    {
        await using var work = await house.Store.WriteAsync();
        var token = await house.Get<MailedLinks>().IssueAsync(work, kind, person, TimeSpan.FromHours(1));
        await work.CommitAsync();
        return token;
    }
}

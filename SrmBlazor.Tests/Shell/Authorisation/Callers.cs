using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Shared;

namespace SrmBlazor.Shell.Authorisation;

/// <summary>Everybody of the matrix's columns at a browser of theirs.</summary>
public sealed partial class Callers : AuthorisationHost
{
    private readonly Dictionary<string, Guest> guests = new(StringComparer.Ordinal);
    private HttpClient client = null!;
    private Stage stage = null!;
    private DateTimeOffset came;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        client = Client(("X-Forwarded-Proto", "https"));
        stage = new Stage(Scope.ServiceProvider, Clock);
        foreach (var role in RoleColumns.Expected)
        {
            await new Population(Services, Clock).RegisterAsync(MailboxOf(role), role);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        client.Dispose();
        await base.DisposeAsync();
    }

    /// <summary>Signed-in suppliers come from one scene and holders of keys from another; all of them are watched.</summary>
    internal async Task<IReadOnlyList<string>> DifferencesAsync(Line line)
    {
        var people = await stage.SceneAsync(line.Scene is "case" or "mending" or "asking" ? line.Scene : "mending");
        var holders = await stage.SceneAsync(line.Scene is "draft" or "sent" ? line.Scene : "draft");
        var (method, path, named) = await AddressAsync(line, people);
        using var watch = new Watch(Services.GetRequiredService<Store>(), people, holders);
        List<string> differences = [];
        foreach (var (who, expected) in line.Verdicts.OrderBy(cell => cell.Expected is "allowed" or "own"))
        {
            var guest = await GuestAsync(who, people, holders);
            watch.LookAgain();
            var verdict = await watch.VerdictAsync(() => guest.AskAsync(method, path, line.Cells["sends"], named));
            if (verdict != expected)
            {
                differences.Add($"{line.Operation}, {who}: {verdict} instead of {expected}");
            }
        }

        stage.Strike(watch.Changed);

        return differences;
    }

    /// <summary>The address with the owner's ids in it.</summary>
    private async Task<(string Method, string Path, IReadOnlyList<string> Named)> AddressAsync(Line line, Scene people)
    {
        var arguments = await Arguments.OfAsync(stage, people);
        var (method, pattern) = line.Operation.Split(' ') is [var verb, var place] ? (verb, place) : throw new FormatException(line.Operation);
        List<string> named = [];
        var path = Parameter().Replace(pattern, parameter =>
        {
            named.Add(parameter.Groups[1].Value.ToLowerInvariant() switch
            {
                "reference" when pattern.Contains("/requests/", StringComparison.Ordinal) => arguments.Request!.Reference,
                "reference" when pattern.Contains("/screening/", StringComparison.Ordinal) => arguments.Screening!.Reference,
                "reference" => arguments.Registration!.Reference,
                "evidence" => Guid.NewGuid().ToString(),
                "number" => arguments.Receipt.ToString(),
                "decision" => arguments.Consent!.Id.ToString(),
                "piece" => arguments.News.ToString(),
                "copy" => Guid.NewGuid().ToString(),
                "token" => "guessed",
                "slug" => "review",
                "version" => "1",
                "list" => "own",
                "status" => "404",
                "id" => "letter",
                "path" => "nowhere.txt",
                var unknown => throw new NotSupportedException($"Nobody knows what to write for {unknown} in {pattern}."),
            });
            return named[^1];
        });
        return (method == "ANY" ? "POST" : method, path, named);
    }

    private async Task<Guest> GuestAsync(string who, Scene people, Scene holders)
    {
        // a session of staff ends after half an hour, and setting scenes takes its time on our clock
        if (Clock.GetUtcNow() - came > TimeSpan.FromMinutes(20))
        {
            guests.Clear();
            came = Clock.GetUtcNow();
        }

        var (name, come) = who switch
        {
            "nobody" => (who, client => Guest.ComeAsync(client)),
            "owner" => SignedIn(people.Owner.Mailbox, people.Owner.Password),
            "another" => SignedIn(people.Another.Mailbox, people.Another.Password),
            "key" => Holding(holders.Owner.Secret),
            "other-key" => Holding(holders.Another.Secret),
            _ => SignedIn(MailboxOf(RoleColumns.Of(who)), Population.Password),
        };
        return guests.TryGetValue(name, out var guest) ? guest : guests[name] = await come(client);
    }

    private static string MailboxOf(Role role) => $"{role}@staff.example";

    private static (string Name, Func<HttpClient, Task<Guest>> Come) SignedIn(string mailbox, string password) => (mailbox, client => Guest.SignInAsync(client, mailbox, password));

    private static (string Name, Func<HttpClient, Task<Guest>> Come) Holding(string secret) => (secret, client => Guest.ComeAsync(client, ("__Host-draft", secret)));

    [GeneratedRegex(@"\{\**(\w+)[^}]*\}")]
    private static partial Regex Parameter();
}

using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Consents;
using SrmBlazor.Features.Guardians;
using SrmBlazor.Features.Policies;
using SrmBlazor.Features.Registration;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Shared.Web;
using SrmBlazor.Shell.Authorisation;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Cookies;

/// <summary>Everything that answers to GET, as a visitor, a supplier and staff: what it leaves in the browser and whom it makes the browser ask.</summary>
public sealed partial class EveryRouteTests(AuthorisationHost host) : IClassFixture<AuthorisationHost>
{
    private const string Keep = "/cookies/keep";

    private static readonly string[] Writes = ["POST", "PUT", "PATCH", "DELETE"];

    private static readonly string[] MustBeSeen = ["antiforgery", "font-size", "language", "srm", "theme"];

    private readonly CookieRegister register = host.Services.GetRequiredService<CookieRegister>();

    [Promise("P-3.1-10", "P-3.1-11", "P-3.1-03")]
    [Theory]
    [InlineData("none")]
    [InlineData("DNT")]
    [InlineData("Sec-GPC")]
    public async Task Every_cookie_is_as_the_register_says_and_no_setting_outlasts_a_visit_with_a_signal(string signal)
    {
        using Visit visitor = ComingWith(signal), supplier = ComingWith(signal), staff = ComingWith(signal);
        var signedIn = await SignInAsync(supplier, Role.Supplier);
        host.Clock.Advance(TimeSpan.FromMinutes(20));
        await SignInAsync(staff, Role.Staff);
        // both sessions are now past the half of their idle time and are renewed
        host.Clock.Advance(TimeSpan.FromMinutes(16));

        var real = await RealAsync(signedIn);
        var paths = Paths(real);
        HashSet<string> seen = [];
        List<string> faults = [];
        HashSet<string> found = [];
        foreach (var (who, visit) in new[] { ("visitor", visitor), ("supplier", supplier), ("staff", staff) })
        {
            foreach (var path in paths)
            {
                var answer = await visit.GetAsync(path);
                found.UnionWith(answer.Status == HttpStatusCode.OK ? [path] : []);
                seen.UnionWith(answer.SetCookies.Select(cookie => register.Find(NameIn(cookie))?.Name ?? ""));
                faults.AddRange(answer.SetCookies.SelectMany(cookie => FaultsOf(cookie, signal != "none")).Select(fault => $"{who}, {path}: {fault}"));
            }
        }

        Assert.Empty(faults);
        Assert.Equal(MustBeSeen, seen.Order(StringComparer.Ordinal));
        Assert.Empty(real.Values.Except(found));
        Assert.True(paths.Count > 40, $"{paths.Count} addresses");
    }

    [Theory]
    [InlineData("none")]
    [InlineData("DNT")]
    [InlineData("Sec-GPC")]
    public async Task An_empty_form_sent_anywhere_leaves_cookies_of_the_register_alone(string signal)
    {
        using Visit visitor = ComingWith(signal), supplier = ComingWith(signal), staff = ComingWith(signal);
        var real = await RealAsync(await SignInAsync(supplier, Role.Supplier));
        await SignInAsync(staff, Role.Staff);

        // keeping the settings is a choice against the signal; signing out comes last
        var sent = Writes.SelectMany(method => Paths(real, methods => methods.Contains(method)).Select(path => (Method: method, Path: path)))
            .OrderBy(one => one.Path == Keep ? 1 : one.Path.Contains("sign-out", StringComparison.Ordinal) ? 2 : 0).ToList();
        List<string> faults = [];
        foreach (var (who, visit) in new[] { ("visitor", visitor), ("supplier", supplier), ("staff", staff) })
        {
            foreach (var (method, path) in sent)
            {
                var answer = await visit.SendEmptyAsync(method, path);
                faults.AddRange(answer.SetCookies.SelectMany(cookie => FaultsOf(cookie, signal != "none" && path != Keep)).Select(fault => $"{who}, {method} {path}: {fault}"));
            }
        }

        Assert.Empty(faults);
        Assert.True(sent.Count > 40, $"{sent.Count} ways to send");
    }

    [Promise("P-3.1-12")]
    [Fact]
    public async Task No_page_and_no_stylesheet_names_another_host()
    {
        using Visit visitor = ComingWith("none"), supplier = ComingWith("none"), staff = ComingWith("none");
        var paths = Paths(await RealAsync(await SignInAsync(supplier, Role.Supplier)));
        await SignInAsync(staff, Role.Staff);

        HashSet<string> sheets = new(StringComparer.Ordinal);
        List<string> foreign = [];
        var pages = 0;
        foreach (var visit in new[] { visitor, supplier, staff })
        {
            foreach (var path in paths)
            {
                var body = (await visit.GetAsync(path)).Body;
                if (body.StartsWith("<!DOCTYPE", StringComparison.Ordinal))
                {
                    pages++;
                    foreign.AddRange(ForeignInPage().Matches(body).Concat(ForeignInSheet().Matches(body)).Select(match => $"{path}: {match.Value}"));
                    sheets.UnionWith(Sheet().Matches(body).Select(match => match.Groups["path"].Value));
                }
            }
        }

        foreach (var sheet in sheets)
        {
            var css = (await visitor.GetAsync("/" + sheet.TrimStart('/'))).Body;
            Assert.Contains("{", css, StringComparison.Ordinal);
            foreign.AddRange(ForeignInSheet().Matches(css).Select(match => $"{sheet}: {match.Value}"));
        }

        Assert.Empty(foreign.Distinct());
        Assert.True(pages > 60 && sheets.Count > 3, $"{pages} pages, {sheets.Count} sheets");
    }

    [Promise("P-3.1-02", "P-0-01")]
    [Theory]
    [InlineData("/", "none")]
    [InlineData("/", "DNT")]
    [InlineData("/register", "none")]
    [InlineData("/register", "Sec-GPC")]
    [InlineData("/policy", "none")]
    [InlineData("/cookies", "none")]
    [InlineData("/cookies", "DNT")]
    public async Task A_first_visit_brings_necessary_cookies_alone_says_so_and_leads_to_the_page_about_them(string path, string signal)
    {
        using var visit = ComingWith(signal);

        var answer = await visit.GetAsync(path);

        Assert.All(answer.SetCookies, cookie => Assert.True(register.Find(NameIn(cookie))!.Necessary, cookie));
        Assert.Contains("href=\"/cookies\"", answer.Body, StringComparison.Ordinal);
        Assert.Matches("This site (sets|keeps) only|We only use cookies", answer.Body);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("DNT")]
    [InlineData("Sec-GPC")]
    public async Task Rejecting_the_policy_leaves_a_necessary_cookie_whatever_the_signal_and_accepting_takes_it_back(string signal)
    {
        using var visit = ComingWith(signal);
        var page = await visit.GetAsync("/register");
        var text = ("Decide.TextHash", TextHash().Match(page.Body).Groups["hash"].Value);

        var rejected = await visit.PostFromAsync(page, "/register", "decide", text, ("Decide.Answer", "reject"));
        var asked = await visit.GetAsync("/register");
        var again = await visit.GetAsync("/register?again=yes");
        var accepted = await visit.PostFromAsync(again, "/register", "decide", text, ("Decide.Answer", "accept"));
        var begun = await visit.PostFromAsync(accepted, "/register", "begin", ("Begin.TextHash", text.Item2), ("Begin.Age", "18"), ("Begin.Country", "CN"));

        var kept = Assert.Single(rejected.SetCookies, cookie => NameIn(cookie) == "__Host-policy");
        Assert.Contains("max-age=15552000", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("Decide.Answer", asked.Body, StringComparison.Ordinal);
        var taken = Assert.Single(accepted.SetCookies, cookie => NameIn(cookie) == "__Host-policy");
        Assert.Contains("expires=Thu, 01 Jan 1970", taken, StringComparison.Ordinal);
        Assert.DoesNotContain("max-age", taken, StringComparison.Ordinal);
        Assert.Contains(begun.SetCookies, cookie => NameIn(cookie) == "__Host-draft");
        Assert.Empty(rejected.SetCookies.Concat(accepted.SetCookies).Concat(begun.SetCookies).SelectMany(cookie => FaultsOf(cookie, signal != "none")));
    }

    private Visit ComingWith(string signal) =>
        new(host, signal == "none" ? [("X-Forwarded-Proto", "https")] : [("X-Forwarded-Proto", "https"), (signal, "1")]);

    private async Task<Guid> SignInAsync(Visit visit, Role roles)
    {
        var mailbox = $"{Guid.NewGuid():N}@mill.example";
        var person = await new Population(host.Services, host.Clock).RegisterAsync(mailbox, roles);
        Assert.True((await visit.SignInAsync(mailbox)).Entered);
        return person;
    }

    /// <summary>Addresses that are opened by a secret or belong to somebody, by their routes: one guardian is asked, another has consented, and the supplier has a receipt.</summary>
    private async Task<IReadOnlyDictionary<string, string>> RealAsync(Guid supplier)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var (asked, _) = await AskAsync(services);
        var (token, child) = await AskAsync(services);
        var consent = new GuardianConsent("Qvarnström Ingrid", Relation.Mother, Declares: true, Consents: true, []);
        var access = Assert.IsType<GuardianAnswer.Consented>(await services.GetRequiredService<GuardianDecisions>().ReadAndConsentAsync(token, consent, services.GetRequiredService<PolicyText>().Shown("en"))).Token;
        var act = new Act(supplier, Role.Supplier, host.Clock.Now());
        var panel = (await services.GetRequiredService<MyConsents>().OpenAsync(For.News.Key, "en", "/privacy/consents", act))!;
        Assert.True(await services.GetRequiredService<MyConsents>().DecideAsync(For.News.Key, give: true, panel.Served, act));
        await using var db = services.GetRequiredService<Store>().Read();
        var guardians = await db.Set<ConsentEvent>().Where(one => one.PersonId == child).Select(one => one.Id).FirstAsync();
        var suppliers = await db.Set<ConsentEvent>().Where(one => one.PersonId == supplier).Select(one => one.Id).FirstAsync();
        return new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["guardian/{Token}"] = $"/guardian/{asked}",
            ["guardian/child/{Token}"] = $"/guardian/child/{access}",
            ["guardian/child/{Token}/request"] = $"/guardian/child/{access}/request",
            ["guardian/child/{Token}/receipts/{Decision:guid}"] = $"/guardian/child/{access}/receipts/{guardians}",
            ["guardian/child/{Token}/receipts/{Decision:guid}/file"] = $"/guardian/child/{access}/receipts/{guardians}/file",
            ["privacy/consents/receipts/{Decision:guid}"] = $"/privacy/consents/receipts/{suppliers}",
            ["privacy/consents/receipts/{Decision:guid}/file"] = $"/privacy/consents/receipts/{suppliers}/file",
        };
    }

    private static async Task<(string Token, Guid Child)> AskAsync(IServiceProvider services)
    {
        var hash = DraftKey.Of(await services.GetRequiredService<Invitations>().BeginAsync($"{Guid.NewGuid():N}@mill.example", "CN", "en"))!.Hash;
        await using var work = await services.GetRequiredService<Store>().WriteAsync();
        var child = (await work.Db.Set<Draft>().SingleAsync(draft => draft.KeyHash == hash)).PersonId!.Value;
        var token = await services.GetRequiredService<MailedLinks>().IssueAsync(work, LinkKind.Guardian, child, TimeSpan.FromHours(1));
        await work.CommitAsync();
        return (token, child);
    }

    /// <summary>With what is real where there is such a thing, else with a sample for each value in an address, and with a choice for each preference.</summary>
    private IReadOnlyList<string> Paths(IReadOnlyDictionary<string, string> real) => Paths(real, methods => methods.Contains("GET") || methods.Contains("ANY"));

    private IReadOnlyList<string> Paths(IReadOnlyDictionary<string, string> real, Func<IReadOnlyList<string>, bool> takes) =>
    [
        .. host.Endpoints.OfType<RouteEndpoint>().Where(endpoint => takes(AuthorisationHost.MethodsOf(endpoint)))
            .Select(endpoint => real.GetValueOrDefault(endpoint.RoutePattern.RawText!.Trim('/')) ?? "/" + Parameter().Replace(endpoint.RoutePattern.RawText!.Trim('/'), parameter => Sample(parameter.Groups["name"].Value)))
            .Select(path => path switch
            {
                "/culture/set" => "/culture/set?culture=en",
                "/theme/set" => "/theme/set?theme=dark",
                "/font/set" => "/font/set?size=large",
                _ => path,
            })
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    private static string Sample(string name) => name.ToUpperInvariant() switch
    {
        "NUMBER" => Guid.NewGuid().ToString(),
        "STATUS" => "404",
        "SLUG" => "review",
        "REFERENCE" => "REG-2222-2222",
        _ => "sample",
    };

    private IEnumerable<string> FaultsOf(string cookie, bool signal)
    {
        if (register.Find(NameIn(cookie)) is not { } declared)
        {
            return [$"{NameIn(cookie)} is not in the register."];
        }

        var flags = cookie.Split("; ")[1..].Select(flag => flag.ToLowerInvariant()).Order(StringComparer.Ordinal).ToList();
        var forgotten = flags.Contains("expires=thu, 01 jan 1970 00:00:00 gmt");
        string[] life = forgotten ? ["expires=thu, 01 jan 1970 00:00:00 gmt"]
            : declared.Life is { } lasting && (declared.Necessary || !signal) ? [string.Create(CultureInfo.InvariantCulture, $"max-age={lasting.TotalSeconds:0}")]
            : [];
        string[] expected = ["httponly", "path=/", $"samesite={declared.SameSite}".ToLowerInvariant(), "secure", .. life];
        return flags.SequenceEqual(expected.Order(StringComparer.Ordinal), StringComparer.Ordinal) ? [] : [$"{declared.Name}: {string.Join("; ", flags)}"];
    }

    private static string NameIn(string cookie) => cookie.Split('=')[0];

    [GeneratedRegex(@"\{\**(?<name>\w+)[^}]*\}")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"(?:src|srcset|href|action|formaction|poster|ping|cite)\s*=\s*[""']?\s*(?:https?:)?//[^""'\s>]+", RegexOptions.IgnoreCase)]
    private static partial Regex ForeignInPage();

    [GeneratedRegex(@"(?:url\(\s*[""']?|@import\s+[""'])\s*(?:https?:)?//[^""')\s]+", RegexOptions.IgnoreCase)]
    private static partial Regex ForeignInSheet();

    [GeneratedRegex(@"<link rel=""stylesheet"" href=""(?<path>[^""]+)""")]
    private static partial Regex Sheet();

    [GeneratedRegex(@"name=""Decide.TextHash"" value=""(?<hash>[0-9a-f]{64})""")]
    private static partial Regex TextHash();
}

using System.Text.RegularExpressions;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Shared;
using SrmBlazor.Shell.Authorisation;

namespace SrmBlazor.Features.PrivacyCenter;

public sealed partial class RightsCardsTests(AuthorisationHost host) : IClassFixture<AuthorisationHost>
{
    private static readonly string[] Ways =
    [
        "/privacy/data", "/privacy/data#copy", "/privacy/transfer", "/privacy/correct", "/privacy/consents", "/privacy/data#looks", "/privacy/sharing", "/privacy/restrict",
        "/privacy/delete", "/privacy/requests/new?kind=Explain", "/privacy/requests/new?kind=Complaint", "/privacy/requests/new", "/privacy/close",
    ];

    [Theory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public async Task Every_right_is_a_card_with_one_sentence_and_a_way_that_is_open(string language)
    {
        using var visit = new Visit(host, ("X-Forwarded-Proto", "https"));
        var mailbox = $"{Guid.NewGuid():N}@mill.example";
        await new Population(host.Services, host.Clock).RegisterAsync(mailbox, Role.Supplier);
        Assert.True((await visit.SignInAsync(mailbox)).Entered);
        await visit.GetAsync($"/culture/set?culture={language}");

        var page = (await visit.GetAsync("/privacy")).Body;

        Assert.Contains($"<html lang=\"{language}\"", page, StringComparison.Ordinal);
        var cards = Card().Matches(page);
        Assert.Equal(Ways, cards.Select(card => card.Groups["way"].Value));
        Assert.All(cards, card => Assert.Matches("[.。]$", card.Groups["text"].Value.Trim()));
        Assert.Equal(Ways.Length, cards.Select(card => card.Groups["title"].Value).Distinct().Count());
        foreach (var way in Ways)
        {
            Assert.Equal(System.Net.HttpStatusCode.OK, (await visit.GetAsync(way.Split('#')[0])).Status);
        }
    }

    [GeneratedRegex("""<li class="card">\s*<h2>(?<title>[^<]+)</h2>\s*<p>(?<text>[^<]+)</p>\s*<p class="actions"><a class="button secondary" href="(?<way>[^"]+)">""")]
    private static partial Regex Card();
}

using System.Globalization;
using Bunit;
using Microsoft.AspNetCore.Components;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Screening.Cases;
using SrmBlazor.Features.Triage.Pages;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Triage;

public sealed class BoardLineTests : PageTests
{
    protected override Task PrepareAsync()
    {
        As(Desk.Me, Role.Screener);
        return base.PrepareAsync();
    }

    [Theory]
    [InlineData("en", "Screening", "Under review", "5 Mar 2026", "Take {0} in hand")]
    [InlineData("zh-CN", "受限方筛查", "审查中", "2026-03-05", "接手 {0}")]
    public async Task A_screening_is_named_and_leads_to_its_case_and_is_taken_from_its_row(string language, string kind, string state, string due, string take)
    {
        Speak(language);
        await House.ListAsync(Subjects.Row(Subjects.Listed));
        var person = await House.HitAsync();
        var rows = (await House.Get<Board>().PageAsync(new BoardFilter(), BoardPlace.First, House.Screener())).Rows;

        var table = Render<BoardTable>(parameters => parameters.Add(one => one.Rows, rows).Add(one => one.Reader, House.ActOf(Desk.Me, Role.Screener))
            .Add(one => one.Gone, new HashSet<Guid>()).Add(one => one.Viewed, new Dictionary<Guid, int>()));

        var row = Assert.Single(table.FindAll("tbody tr"));
        Assert.Equal($"/staff/screening/{rows[0].Reference}", row.QuerySelector("[data-key-row]")!.GetAttribute("href"));
        Assert.All([kind, state, due], text => Assert.Contains(text, row.TextContent, StringComparison.Ordinal));
        Assert.Equal(string.Format(CultureInfo.InvariantCulture, take, rows[0].Reference), row.QuerySelector("[data-key-claim]")!.GetAttribute("aria-label"));
        table.Find("[data-key-claim]").Click();
        table.WaitForAssertion(() => Assert.Contains(rows[0].Reference, table.Find(".news").TextContent, StringComparison.Ordinal));
        Assert.Equal(Desk.Me, (await House.CaseAsync(person)).HolderId);
    }

    /// <summary>Who sees one kind of work alone is offered no choice of kinds.</summary>
    [Theory]
    [InlineData(Role.Screener, 0, false)]
    [InlineData(Role.Verifier, 0, false)]
    [InlineData(Role.Screener | Role.Verifier, 3, true)]
    [InlineData(Role.PrivacyOfficer, 14, false)]
    [InlineData(Role.PrivacyOfficer | Role.Screener, 15, true)]
    public void The_kinds_offered_are_those_that_the_reader_sees(Role roles, int kinds, bool screenings)
    {
        Speak("en");
        var chosen = new BoardFilter();
        var sieve = Render<BoardSieve>(parameters => parameters.Add(one => one.Filter, chosen).Add(one => one.Requesting, roles.HasFlag(Role.PrivacyOfficer))
            .Add(one => one.Checking, roles.HasFlag(Role.Verifier)).Add(one => one.Screening, roles.HasFlag(Role.Screener)).Add(one => one.Chosen, (BoardFilter now) => chosen = now));

        var options = sieve.FindAll("#sieve-Kind option").Select(option => option.GetAttribute("value")).ToList();
        Assert.Equal((kinds, screenings), (options.Count, options.Contains("Screening")));
        sieve.Render(parameters => parameters.Add(one => one.Parts, ["US-CA"]).Add(one => one.Colleagues, [(Desk.Colleague, "S••• A•••")]));
        Assert.Equal("United States (CA)", sieve.Find("#sieve-Region option[value=US-CA]").TextContent);
        sieve.Find("#sieve-Holder").Change(sieve.FindAll("#sieve-Holder option").Single(option => option.TextContent == "S••• A•••").GetAttribute("value"));
        Assert.Equal((Desk.Colleague, BoardHolder.Anybody, $"holder={Desk.Colleague:N}"), (chosen.Colleague, chosen.Holder, BoardQuery.Text(chosen)));
        if (screenings)
        {
            sieve.Find("#sieve-Kind").Change("Screening");
            Assert.Equal((Matter.Screening, null, "kind=Screening"), (chosen.Matter, chosen.Kind, BoardQuery.Text(chosen)));
            Assert.Equal(chosen, BoardQuery.Read(null, "Screening", null, null, null, null, null));
        }
    }
}

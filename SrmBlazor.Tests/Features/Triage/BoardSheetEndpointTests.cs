using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Triage;

/// <summary>The file of the board as a browser gets it.</summary>
public sealed class BoardSheetEndpointTests(AccountsHost host) : IClassFixture<AccountsHost>
{
    [Fact]
    public async Task Whoever_sees_the_board_gets_the_rows_of_the_choice_in_the_address_as_a_file_for_a_spreadsheet()
    {
        var (german, other) = (await FileAsync("DE"), await FileAsync("BR"));
        using var officer = await SignInAsync(Role.PrivacyOfficer);

        using var answer = await officer.GetAsync(new Uri($"{TriageFeature.Path}/table.csv?region=DE&sort=Newest", UriKind.Relative));

        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/csv; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal(("attachment", $"board-{RequestClock.Today(host.Clock.Now()):yyyy-MM-dd}.csv"), (answer.Content.Headers.ContentDisposition!.DispositionType, answer.Content.Headers.ContentDisposition.FileName));
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var text = System.Text.Encoding.UTF8.GetString(bytes);
        Assert.Contains(german, text, StringComparison.Ordinal);
        Assert.DoesNotContain(other, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Supplier)]
    [InlineData(Role.Administrator)]
    [InlineData(Role.Auditor)]
    [InlineData(Role.None)]
    public async Task Nobody_else_gets_it(Role role)
    {
        using var client = role == Role.None ? host.Client(("Accept", "text/html")) : await SignInAsync(role);

        using var answer = await client.GetAsync(new Uri($"{TriageFeature.Path}/table.csv", UriKind.Relative));

        Assert.Contains(role == Role.None ? "/account/sign-in" : "/account/denied", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    private async Task<HttpClient> SignInAsync(Role role)
    {
        var mailbox = $"{Guid.NewGuid():N}@role.example";
        await host.People.RegisterAsync(mailbox, role);
        using var visit = new Visit(host);
        var entered = await visit.SignInAsync(mailbox);
        return host.Client(("Accept", "text/html"), ("Cookie", string.Join("; ", entered.SetCookies.Select(cookie => cookie.Split(';')[0]))));
    }

    private async Task<string> FileAsync(string region)
    {
        await using var scope = host.Services.CreateAsyncScope();
        await using var work = await scope.ServiceProvider.GetRequiredService<Store>().WriteAsync();
        var person = Person.Create("en", region);
        var act = new Act(person.Id, Role.Supplier, work.Now);
        var number = (await work.Db.Set<RightsRequest>().MaxAsync(one => (long?)one.Number) ?? 0) + 1;
        var request = RightsRequest.Submit(new NewRequest(person.Id, RequestKind.Other, region, "en", RequestChannel.Dashboard, DateOnly.FromDateTime(act.On), Guid.NewGuid()), number, act);
        request.Reckon(DateOnly.FromDateTime(act.On).AddDays(10), null, provisional: false, act with { Who = Guid.Empty });
        work.Db.Add(person);
        work.Db.Add(request);
        await work.CommitAsync();
        return request.Reference;
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmBlazor.Data;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Triage;

/// <summary>Requests to do on the board of the browser's application.</summary>
internal static class FullBoard
{
    extension(Browser browser)
    {
        /// <summary>The first came a week before the others, and the second is in a colleague's hands.</summary>
        /// <param name="region">Of its own for each test: nobody else's rows stand between.</param>
        public async Task<IReadOnlyList<string>> FillBoardAsync(string region, int many, RequestKind kind = RequestKind.Other)
        {
            await using var scope = browser.Services.CreateAsyncScope();
            var clock = scope.ServiceProvider.GetRequiredService<RequestClock>();
            await using var work = await scope.ServiceProvider.GetRequiredService<Store>().WriteAsync();
            var last = await work.Db.Set<RightsRequest>().MaxAsync(one => (long?)one.Number) ?? 0;
            var person = Person.Create("en", region);
            work.Db.Add(person);
            List<RightsRequest> requests = [.. Enumerable.Range(0, many).Select(at => ToDo(person, kind, last + 1 + at, DateOnly.FromDateTime(work.Now).AddDays(at == 0 ? -7 : 0), work.Now, clock))];
            requests.ElementAtOrDefault(1)?.Claim(OfficerAt(work.Now));
            work.Db.AddRange(requests);
            work.Announce(Topics.Queue);
            await work.CommitAsync();
            return [.. requests.Select(request => request.Reference)];
        }
    }

    private static RightsRequest ToDo(Person person, RequestKind kind, long number, DateOnly came, DateTime now, RequestClock clock)
    {
        var request = RightsRequest.Submit(new NewRequest(person.Id, kind, person.Region, "en", RequestChannel.Dashboard, came, Guid.NewGuid()), number, new Act(person.Id, Role.Supplier, now));
        request.ProveIdentity(OfficerAt(now));
        clock.Apply(request, OfficerAt(now));
        return request;
    }

    private static Act OfficerAt(DateTime now) => new(Guid.NewGuid(), Role.PrivacyOfficer, now);
}

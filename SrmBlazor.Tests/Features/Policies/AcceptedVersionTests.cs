using Microsoft.Extensions.DependencyInjection;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Shell.Authorisation;

namespace SrmBlazor.Features.Policies;

public sealed class AcceptedVersionTests(AuthorisationHost host) : IClassFixture<AuthorisationHost>
{
    [Fact]
    public async Task The_version_that_was_accepted_is_read_for_ever_in_the_language_it_was_read_in()
    {
        await using var scope = host.Services.CreateAsyncScope();
        Assert.Equal(2, await new PolicyStaff(scope.ServiceProvider).PublishNewAsync(MajorKinds.None));
        using var visit = new Visit(host, ("X-Forwarded-Proto", "https"));

        foreach (var (language, added, heading) in new[] { ("en", "One more sentence.", "Security"), ("zh-CN", "增加一句话。", "安全") })
        {
            var (old, now) = ((await visit.GetAsync($"/policy/versions/1?lang={language}")).Body, (await visit.GetAsync($"/policy/versions/2?lang={language}")).Body);
            Assert.Contains($"lang=\"{language}\"", old, StringComparison.Ordinal);
            Assert.Contains(heading, old, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(added, old, StringComparison.Ordinal);
            Assert.Contains(added, now, StringComparison.Ordinal);
        }
    }
}

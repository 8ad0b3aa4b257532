using SrmBlazor.Features.PolicyNews;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Guardians;

/// <summary>What a guardian was shown of newer versions of the policy on the child's page, and read.</summary>
public sealed class GuardianNews(Guardianships guardianships, PolicyNotices notices, TimeProvider clock)
{
    /// <inheritdoc cref="PolicyNotices.SeeAsync"/>
    public async Task SeeAsync(string? token, int published)
    {
        if (await guardianships.WardAsync(token) is { } ward)
        {
            await notices.SeeAsync(published, ward.Act(clock.Now()));
        }
    }

    /// <inheritdoc cref="PolicyNotices.DismissAsync"/>
    public async Task ReadAsync(string? token, int published)
    {
        if (await guardianships.WardAsync(token) is { } ward)
        {
            await notices.DismissAsync(published, ward.Act(clock.Now()));
        }
    }
}

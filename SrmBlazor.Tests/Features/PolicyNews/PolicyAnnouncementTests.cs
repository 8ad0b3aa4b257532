using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using SrmBlazor.Data;
using SrmBlazor.Features.Policies;
using SrmBlazor.Features.Registration.Activation;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.PolicyNews;

/// <summary>An open page hears of a version by the announcement alone: the clock stands still, and nobody goes anywhere.</summary>
public sealed class PolicyAnnouncementTests : PageTests
{
    private Registrant supplier = default!;

    protected override async Task PrepareAsync()
    {
        supplier = await Registrant.ActivateAsync(House);
        As(supplier.Person, Role.Supplier);
        JSInterop.SetupModule("./js/policy-news.js").Mode = JSRuntimeMode.Loose;
    }

    [Promise("P-9-08")]
    [Fact]
    public async Task A_major_version_is_over_the_open_page_within_a_second_without_a_timer_or_a_step_elsewhere()
    {
        var (page, before) = (Render<PolicyAnnouncement>(), House.Clock.GetUtcNow());
        Assert.Empty(page.Markup.Trim());
        var went = false;
        Services.GetRequiredService<NavigationManager>().LocationChanged += (_, _) => went = true;

        await PolicyStaff.Of(House).PublishNewAsync(MajorKinds.Ownership);

        page.WaitForAssertion(() => Assert.Contains(PolicyStaff.Why.English, page.Find("dialog.policy-news").TextContent, StringComparison.Ordinal), TimeSpan.FromSeconds(1));
        Assert.Equal(before, House.Clock.GetUtcNow());
        Assert.False(went);
    }

    [Fact]
    public async Task What_is_read_in_one_window_leaves_the_other_open_page_too()
    {
        var (one, other) = (Render<PolicyAnnouncement>(), Render<PolicyAnnouncement>());
        await PolicyStaff.Of(House).PublishNewAsync(MajorKinds.Rights);
        one.WaitForElement("dialog button");
        other.WaitForElement("dialog button");

        await one.Find("dialog button").ClickAsync(new());

        one.WaitForAssertion(() => Assert.Empty(one.Markup.Trim()));
        other.WaitForAssertion(() => Assert.Empty(other.Markup.Trim()));
    }
}

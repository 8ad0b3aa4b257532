using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Consents;
using SrmBlazor.Features.Policies;
using SrmBlazor.Features.PolicyNews;
using SrmBlazor.Features.Registration;
using SrmBlazor.PersonalData;
using SrmBlazor.Support;
using static Microsoft.Playwright.Assertions;

namespace SrmBlazor.Features.Guardians;

[Collection(BrowserCollection.Name)]
public sealed class GuardianRenewalBrowserTests(PolicyBrowser browser) : IClassFixture<PolicyBrowser>
{
    [BrowserTheory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public async Task A_guardian_reads_what_changed_and_answers_anew_on_the_childs_page(string locale)
    {
        await using var scope = browser.Services.CreateAsyncScope();
        var (child, access) = await AdmitAsync(scope.ServiceProvider, locale);
        await new PolicyStaff(scope.ServiceProvider).PublishNewAsync(MajorKinds.ServiceModel, For.Correspondence.Key, For.SensitiveIdentity.Key);
        await using var guardian = await browser.VisitAsync(locale);
        var page = guardian.Page;

        await guardian.GotoAsync($"/guardian/child/{access}");
        await Expect(page.Locator("#policy-news-title")).ToBeVisibleAsync();
        await guardian.CheckAsync($"guardian-renewals-{locale}");
        await page.Locator("button[name='Form.Agree'][value=correspondence]").ClickAsync();
        await Expect(page.Locator("#renew-correspondence")).ToHaveCountAsync(0);
        await page.Locator("button[name=Sensitive][value=agree]").ClickAsync();
        await Expect(page.Locator("#sensitive-title")).ToHaveCountAsync(0);
        await page.Locator("section:has(#policy-news-title) button").ClickAsync();
        await Expect(page.Locator("#policy-news-title")).ToHaveCountAsync(0);
        await Expect(page.Locator("h1")).ToBeVisibleAsync();

        await using var db = browser.Services.GetRequiredService<Store>().Read();
        var renewed = await db.Set<ConsentEvent>().Where(one => one.PersonId == child && one.State == ConsentState.Renewed && one.Actor == ConsentActor.Guardian).OrderBy(one => one.Number).Select(one => one.Purpose).ToListAsync();
        Assert.Equal(["correspondence", "sensitive-identity"], renewed);
        Assert.Empty(guardian.Complaints);
    }

    private static async Task<(Guid Child, string Access)> AdmitAsync(IServiceProvider services, string locale)
    {
        var key = DraftKey.Of(await services.GetRequiredService<Invitations>().BeginAsync($"{Guid.NewGuid():N}@mill.example", "CN", locale))!;
        string token;
        Guid child;
        await using (var work = await services.GetRequiredService<Store>().WriteAsync())
        {
            child = (await work.Db.Set<Draft>().SingleAsync(draft => draft.KeyHash == key.Hash)).PersonId!.Value;
            token = await services.GetRequiredService<MailedLinks>().IssueAsync(work, LinkKind.Guardian, child, TimeSpan.FromHours(1));
            await work.CommitAsync();
        }

        var answer = await services.GetRequiredService<GuardianDecisions>().ReadAndConsentAsync(token,
            new GuardianConsent(Child.GuardianName, Relation.Mother, Declares: true, Consents: true, [For.Correspondence]), services.GetRequiredService<PolicyText>().Shown(locale));
        var access = Assert.IsType<GuardianAnswer.Consented>(answer).Token;
        Assert.True(await services.GetRequiredService<Guardianships>().ReadAndDecideAsync(access, agreed: true, locale));
        return (child, access);
    }
}

using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Accuracy;
using SrmBlazor.Features.Calendars;
using SrmBlazor.Features.ChildApprovals;
using SrmBlazor.Features.Cessations;
using SrmBlazor.Features.Consents;
using SrmBlazor.Features.Cookies;
using SrmBlazor.Features.Erasures;
using SrmBlazor.Features.Guardians;
using SrmBlazor.Features.Disclosures;
using SrmBlazor.Features.Home;
using SrmBlazor.Features.Insight;
using SrmBlazor.Features.Intake;
using SrmBlazor.Features.News;
using SrmBlazor.Features.Notifications;
using SrmBlazor.Features.Notifications.Inbox;
using SrmBlazor.Features.Policies;
using SrmBlazor.Features.PolicyNews;
using SrmBlazor.Features.PrivacyCenter;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.Features.Screening;
using SrmBlazor.Features.Transfers;
using SrmBlazor.Features.Triage;
using SrmBlazor.Features.Verification;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;
using SrmBlazor.Shared.Web;
using SrmBlazor.Shell.Demo;

namespace SrmBlazor.Shell;

/// <summary>The whole program in three calls: what it is made of, what must be in order before it listens, what it answers to.</summary>
public static class Portal
{
    public static void AddPortal(this WebApplicationBuilder builder)
    {
        builder.AddShell();
        builder.AddData();
        builder.AddPersonalData();
        builder.AddNotifications();
        builder.AddInbox();
        builder.AddAccounts();
        builder.AddConsents();
        builder.AddCalendars();
        builder.AddRegistration();
        builder.AddChildApprovals();
        builder.AddVerification();
        builder.AddScreening();
        builder.AddHome();
        builder.AddNews();
        builder.AddCookies();
        builder.AddPolicyNews();
        builder.AddGuardians();
        builder.AddDisclosures();
        builder.AddErasures();
        builder.AddRightsRequests();
        builder.AddCessations();
        builder.AddPrivacyCenter();
        builder.AddAccuracy();
        builder.AddTransfers();
        builder.AddIntake();
        builder.AddTriage();
        builder.AddInsight();
        builder.Services.AddScoped<DemoLists>();
        builder.Services.AddScoped<DemoStory>();
        builder.AddPolicies(services => PolicyFacts.Of(
            services.GetRequiredService<DataMap>(), CookieWords.Rows(services.GetRequiredService<CookieRegister>()), services.GetRequiredService<RecipientRegister>().Rows));
    }

    /// <exception cref="InvalidDataException">The installation must not start; the message says why and what to do.</exception>
    public static async Task PreparePortalAsync(this WebApplication app)
    {
        app.Services.CheckDataMap();
        await app.Services.PrepareDataAsync();
        await app.Services.PreparePersonalDataAsync();
        await app.Services.PreparePoliciesAsync();
        await app.Services.PrepareAccountsAsync();
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DemoLists>().SeedAsync();
        await scope.ServiceProvider.GetRequiredService<DemoStory>().TellAsync();
    }

    public static void MapPortal(this WebApplication app)
    {
        app.UseShell();
        app.UseRegistration();
        app.UseCookies();
        app.MapShell();
        app.MapPolicies();
        app.MapPolicyNews();
        app.MapAccounts();
        app.MapConsents();
        app.MapRegistration();
        app.MapVerification();
        app.MapScreening();
        app.MapGuardians();
        app.MapRightsRequests();
        app.MapTriage();
        app.MapIntake();
        app.MapInsight();
        app.MapHome();
        app.MapErasures();
        app.MapPrivacyCenter();
        app.MapTransfers();
        app.MapNews();
        app.MapCookies();
    }
}

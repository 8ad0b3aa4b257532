using Microsoft.AspNetCore.Antiforgery;
using SrmBlazor.Data.Jobs;
using SrmBlazor.Features.Registration.Pages;
using SrmBlazor.Features.Registration.Scans;
using SrmBlazor.Features.Registration.Steps;
using SrmBlazor.Shared.Web;

namespace SrmBlazor.Features.Registration;

public static class RegistrationFeature
{
    public static void AddRegistration(this WebApplicationBuilder builder)
    {
        builder.AddScans();
        builder.AddRegistrationSteps();
        var services = builder.Services;
        services.AddSiteCookie(DraftCookie.Declared).AddSiteCookie(PolicyCookie.Declared);
        services.AddScoped<Drafts>();
        services.AddScoped<SensitiveConsents>();
        services.AddScoped<Submissions>();
        services.AddScoped<Freezing>();
        services.AddSingleton<ComingOfAge>();
        services.AddScoped<Activations>();
        services.AddScoped<Leaving>();
        services.AddScoped<Resumptions>();
        services.AddScoped<ScanStore>();
        services.AddScoped<JourneyDesk>();
        services.AddRound("drafts", TimeSpan.FromHours(6), async (provider, stop) =>
        {
            await using var scope = provider.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<Resumptions>().WarnAsync(stop);
            await scope.ServiceProvider.GetRequiredService<Drafts>().LapseAsync(stop);
            await scope.ServiceProvider.GetRequiredService<Activations>().LapseAsync(stop);
        });
    }

    /// <summary>After authentication: the owner's cookie becomes a claim.</summary>
    public static void UseRegistration(this WebApplication app) => app.UseMiddleware<DraftIdentity>();

    public static void MapRegistration(this WebApplication app)
    {
        app.MapScans();
        app.MapPost("/register/resend", async (HttpContext http, Submissions submissions) =>
        {
            if (DraftKey.Of(http.User) is { } key)
            {
                await submissions.ResendAsync(key);
            }

            return Results.LocalRedirect("/register/done?resent=1");
        }).AllowAnonymous().WithMetadata(new RequireAntiforgeryTokenAttribute());
    }
}

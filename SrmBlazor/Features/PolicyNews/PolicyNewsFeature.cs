using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using SrmBlazor.Data.Jobs;
using SrmBlazor.Shared;
using SrmBlazor.Shared.Web;

namespace SrmBlazor.Features.PolicyNews;

/// <summary>Telling people of a new version of the policy: on their pages, and by letter where it is major.</summary>
public static class PolicyNewsFeature
{
    public const string ReadPath = "/policy/read";

    public static void AddPolicyNews(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<PolicyNotices>();
        builder.Services.AddSingleton<PolicyMails>();
        builder.Services.AddRound("policy-mails", TimeSpan.FromMinutes(1), (provider, stop) => provider.GetRequiredService<PolicyMails>().SendAsync(stop));
    }

    /// <summary>What a page without a circuit needs: to hear of a new version, and "I have read it".</summary>
    public static void MapPolicyNews(this WebApplication app)
    {
        PublishedStream.Map(app);
        app.MapPost(ReadPath, async (HttpContext http, [FromForm] int version, [FromForm] string? returnUrl, PolicyNotices notices, TimeProvider clock) =>
        {
            if (http.User.Act(clock) is var act && act.Is(PolicyNotices.Readers))
            {
                await notices.DismissAsync(version, act);
            }

            return Results.LocalRedirect(LocalUrl.OrHome(returnUrl));
        }).AllowAnonymous();
    }
}

using Microsoft.Extensions.Options;
using MudBlazor;
using SrmBlazor.Data;
using SrmBlazor.Shared;
using SrmBlazor.Shared.Components;

namespace SrmBlazor.Features.Policies;

/// <summary>The privacy policy: who runs the site, the versions of the text in both languages, its public pages and the desk where staff write it.</summary>
public static class PoliciesFeature
{
    /// <param name="facts">Reads the rows of the policy's tables from the data map and the registers.</param>
    public static void AddPolicies(this WebApplicationBuilder builder, Func<IServiceProvider, PolicyFacts> facts)
    {
        var services = builder.Services;
        services.AddOptions<OperatorOptions>().BindConfiguration(OperatorOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<OperatorOptions>, OperatorOptionsCheck>();
        services.AddSingleton(facts);
        services.AddSingleton<PolicyPress>();
        services.AddSingleton<PolicyHistory>();
        services.AddSingleton<PolicyStart>();
        services.AddScoped<PolicyDesk>();
        services.AddSingleton(Read);
        services.AddNavigation<PolicyTexts>("/staff/policy", "Nav", Icons.Material.Filled.Gavel, 60, nameof(Role.PrivacyOfficer), nameof(Role.Administrator), nameof(Role.Auditor));
    }

    /// <summary>After the main store is up, before the program listens.</summary>
    /// <exception cref="InvalidOperationException">A text is missing in a language, or a placeholder has no value.</exception>
    public static Task PreparePoliciesAsync(this IServiceProvider services) => services.GetRequiredService<PolicyStart>().PrepareAsync();

    /// <summary>
    /// Serves every text as a plain file: whoever holds a hash of the policy can check it against <c>/policy/source/{language}</c>, or
    /// <c>/policy/versions/{version}/source/{language}</c> for an older one. The pages are mapped with all other pages.
    /// </summary>
    public static void MapPolicies(this WebApplication app)
    {
        foreach (var language in PolicyLanguage.All)
        {
            app.MapGet($"/policy/source/{language}", (PolicyText policy) => Plain(policy.In(language))).AllowAnonymous();
            app.MapGet($"/policy/versions/{{version:int}}/source/{language}", async (int version, PolicyHistory history) =>
                await history.FindAsync(version, PolicyMarkdown.Page) is { } edition ? Plain(edition.In(language)) : Results.NotFound()).AllowAnonymous();
        }
    }

    private static IResult Plain(PolicyDocument document) => Results.Text(document.Source, "text/markdown; charset=utf-8");

    private static PolicyText Read(IServiceProvider provider)
    {
        var store = provider.GetRequiredService<Store>();
        var changes = provider.GetRequiredService<ChangeFeed>();
        return new PolicyText(() => PolicyHistory.InForce(store), () => changes.TurnOf(Topics.Policy));
    }
}

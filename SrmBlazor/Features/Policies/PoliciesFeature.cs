using Microsoft.Extensions.Options;

namespace SrmBlazor.Features.Policies;

/// <summary>The privacy policy: who runs the site, the text in both languages, and its public page.</summary>
public static class PoliciesFeature
{
    /// <param name="facts">Reads the rows of the policy's tables from the data map and the registers.</param>
    public static void AddPolicies(this WebApplicationBuilder builder, Func<IServiceProvider, PolicyFacts> facts)
    {
        builder.Services.AddOptions<OperatorOptions>().BindConfiguration(OperatorOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<OperatorOptions>, OperatorOptionsCheck>();
        builder.Services.AddSingleton(facts);
        builder.Services.AddSingleton<PolicyText>();
    }

    /// <summary>
    /// Builds the text, so that a gap in it stops the start, and serves it as a plain file: whoever holds a hash of the policy
    /// can check it against <c>/policy/source/{language}</c>. The page <c>/policy</c> is mapped with all other pages.
    /// </summary>
    public static void MapPolicies(this WebApplication app)
    {
        var policy = app.Services.GetRequiredService<PolicyText>();
        foreach (var language in PolicyLanguage.All)
        {
            app.MapGet($"/policy/source/{language}", () => Results.Text(policy.In(language).Source, "text/markdown; charset=utf-8")).AllowAnonymous();
        }
    }
}

using SrmBlazor.Features.RightsRequests;

namespace SrmBlazor.Features.Accuracy;

/// <summary>What is held about a person is right, and what is disputed rests: correcting and setting aside (GDPR 16, 18; PIPL 46).</summary>
public static class AccuracyFeature
{
    public static void AddAccuracy(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddScoped<MyCorrections>();
        services.AddScoped<MyProposals>();
        services.AddScoped<CorrectionDesk>();
        services.AddScoped<RestrictionLetters>();
        services.AddScoped<MyRestrictions>();
        services.AddScoped<IRequestWork, Correcting>();
        foreach (var kind in new[] { RequestKind.Restrict, RequestKind.Objection })
        {
            services.AddScoped<IRequestWork>(provider => new Restricting(kind, provider.GetRequiredService<RestrictionLetters>()));
        }
    }
}

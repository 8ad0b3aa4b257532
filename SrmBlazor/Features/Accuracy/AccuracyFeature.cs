namespace SrmBlazor.Features.Accuracy;

/// <summary>What is held about a person is right, and what is disputed rests: correcting and setting aside (GDPR 16, 18; PIPL 46).</summary>
public static class AccuracyFeature
{
    public static void AddAccuracy(this WebApplicationBuilder builder) => builder.Services.AddScoped<MyCorrections>();
}

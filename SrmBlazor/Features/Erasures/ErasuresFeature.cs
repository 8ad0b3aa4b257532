using MudBlazor;
using SrmBlazor.Data.Jobs;
using SrmBlazor.Features.Erasures.Check;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.Shared;
using SrmBlazor.Shared.Components;

namespace SrmBlazor.Features.Erasures;

/// <summary>Erasing what a person may have erased, with a plan before and a proof after it.</summary>
public static class ErasuresFeature
{
    public const string CertificatePath = "/privacy/erasure";

    public const string FilePath = "/privacy/erasure/file";

    /// <summary>Who sees erasures under way.</summary>
    public const string Staff = $"{nameof(Role.Coordinator)},{nameof(Role.PrivacyOfficer)},{nameof(Role.Administrator)}";

    public static void AddErasures(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<ErasurePlans>();
        services.AddSingleton<StoredFiles>();
        services.AddSingleton<RawCheck>();
        services.AddScoped<ErasureDesk>();
        services.AddScoped<Closing>();
        services.AddScoped<MyDeletions>();
        services.AddScoped<DeletionDesk>();
        services.AddScoped<ErasureWords>();
        services.AddScoped<Fulfilment>();
        services.AddScoped(provider => new ErasureEnded(provider.GetRequiredService<Fulfilment>().EndAsync));
        foreach (var kind in new[] { RequestKind.Delete, RequestKind.CloseAccount })
        {
            services.AddScoped<IRequestWork>(provider => ActivatorUtilities.CreateInstance<Erasing>(provider, kind));
        }

        services.AddScoped<Execution>();
        services.AddScoped<Verification>();
        services.AddScoped<Certificates>();
        services.AddScoped<MyErasures>();
        services.AddScoped<ErasureRound>();
        services.AddNavigation<ErasuresTexts>("/staff/erasures", "Staff.Nav", Icons.Material.Filled.DeleteForever, 64, nameof(Role.Coordinator), nameof(Role.PrivacyOfficer), nameof(Role.Administrator));
        services.AddRound("erasures", TimeSpan.FromMinutes(1), async (provider, stop) =>
        {
            await using var scope = provider.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<ErasureRound>().RunAsync(stop);
        });
    }

    /// <summary>The pages are mapped with all other pages; this is the signed file, for whoever has the letter's link and for whose account is still there.</summary>
    public static void MapErasures(this WebApplication app)
    {
        app.MapGet(FilePath, async (string? token, int? version, Certificates certificates) => FileOf(await certificates.FindAsync(token), version)).AllowAnonymous();
        app.MapGet("/privacy/erasures/{number:guid}/{version:int}", async (Guid number, int version, HttpContext http, MyErasures mine, TimeProvider clock) => FileOf(await mine.OpenAsync(number, http.User.Act(clock)), version))
            .RequireAuthorization(policy => policy.RequireRole(nameof(Role.Supplier)));
    }

    private static IResult FileOf(IReadOnlyList<ReadCertificate> versions, int? version) =>
        versions.FirstOrDefault(one => one.Document.Version == version) is { } found
            ? Results.File(found.File, "application/json", $"erasure-certificate-{found.Document.CertificateId:N}-{version}.json") : Results.NotFound();
}

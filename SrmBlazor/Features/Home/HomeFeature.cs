using MudBlazor;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Registration.Scans;
using SrmBlazor.Shared;
using SrmBlazor.Shared.Components;

namespace SrmBlazor.Features.Home;

/// <summary>The supplier's home: where the case stands, what is held and why, what to mend.</summary>
public static class HomeFeature
{
    public const string ScanPath = "/home/scan";
    public const string HeldScanPath = "/home/scan/held";

    public static void AddHome(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<SupplierHome>();
        builder.Services.AddScoped<MyData>();
        builder.Services.AddScoped<HeldWords>();
        builder.Services.AddScoped<Corrections>();
        builder.Services.AddNavigation<HomeTexts>("/home", "Nav", Icons.Material.Filled.Home, 1, nameof(Role.Supplier));
    }

    /// <summary>The pages are mapped with all other pages; these are the scans, which never go over a circuit.</summary>
    public static void MapHome(this WebApplication app)
    {
        var clock = app.Services.GetRequiredService<TimeProvider>();
        app.MapScans(ScanPath, http => http.User.Act(clock) is var act && act.Is(Role.Supplier) ? new ScanOwner.OfSupplier(act) : null)
            .RequireAuthorization(policy => policy.RequireRole(nameof(Role.Supplier)));
        app.MapGet(HeldScanPath, async (HttpContext http, MyData data) => await data.ScanAsync(http.User.Act(clock)) is { } jpeg ? ScanAnswers.Preview(http.Response, jpeg) : Results.NotFound())
            .RequireAuthorization(policy => policy.RequireRole(nameof(Role.Supplier)));
    }
}

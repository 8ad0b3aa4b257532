using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MudBlazor;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts.KeyRing;
using SrmBlazor.Features.Notifications;
using SrmBlazor.Shared;
using SrmBlazor.Shared.Components;
using SrmBlazor.Shared.Web;

namespace SrmBlazor.Features.Accounts;

public static class AccountsFeature
{
    /// <summary>OWASP's figure of 2023 for PBKDF2-HMAC-SHA512, which Identity's hasher uses; its own default is 100,000.</summary>
    private const int HashIterations = 220_000;

    public static WebApplicationBuilder AddAccounts(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<AccountOptions>().BindConfiguration(AccountOptions.Section);
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = HashIterations);
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.AddIdentityCore<Account>().AddUserStore<UserOnlyStore<Account, SrmDbContext, Guid>>();

        services.AddAccountCookie();
        services.AddKeyRing();
        services.AddSingleton<Sessions>();
        services.AddScoped<AuthenticationStateProvider, LiveAuthentication>();
        services.AddScoped<CurrentUser>();

        services.AddSingleton<AccountRegister>();
        services.AddSingleton<MailedLinks>();
        services.AddSingleton<SignIns>();
        services.AddSingleton<SiteAddress>();
        services.AddSingleton<Letterhead>();
        services.AddSingleton<AccountLetters>();
        services.AddSingleton<AccountLimits>();
        services.AddSingleton<PasswordResets>();
        services.AddSingleton<ForgottenPasswords>();
        services.AddHostedService(provider => provider.GetRequiredService<ForgottenPasswords>());
        services.AddSingleton<StaffAccounts>();
        services.AddSingleton<DemoAccounts>();
        services.AddHostedService<FirstAdministrator>();
        services.AddNavigation<AccountsTexts>("/staff/people", "People.Title", Icons.Material.Filled.People, 11, nameof(Role.Administrator));
        return builder;
    }

    /// <summary>The pages are mapped with all other pages; this is the one answer that is no page.</summary>
    public static void MapAccounts(this WebApplication app) =>
        app.MapPost("/account/sign-out", async (HttpContext http, [FromForm] string? returnUrl) =>
        {
            await http.SignOutAsync(IdentityConstants.ApplicationScheme);
            // "cookies" would also take the language and theme that were chosen
            http.Response.Headers["Clear-Site-Data"] = "\"storage\"";
            return Results.LocalRedirect(LocalUrl.OrHome(returnUrl));
        }).AllowAnonymous();

    /// <summary>After both stores are up, before the program listens: nobody's account, and in Development the demo accounts.</summary>
    public static async Task PrepareAccountsAsync(this IServiceProvider services)
    {
        await MakeNobodyAsync(services);
        var demo = services.GetRequiredService<DemoAccounts>();
        if (demo.AreOffered)
        {
            await demo.SeedAsync();
        }
    }

    private static async Task MakeNobodyAsync(IServiceProvider services)
    {
        var store = services.GetRequiredService<Store>();
        await using (var db = store.Read())
        {
            if (await db.Set<Account>().AnyAsync(account => account.Id == Account.Nobody))
            {
                return;
            }
        }

        var never = services.GetRequiredService<AccountRegister>().Hash(RandomNumberGenerator.GetHexString(64));
        await using var work = await store.WriteAsync();
        work.Db.Add(Account.OfNobody(never, work.Now));
        await work.CommitAsync();
    }

    private static void AddKeyRing(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName(nameof(SrmBlazor));
        services.AddSingleton<StoredKeyRing>();
        services.AddSingleton<RootEncryptor>();
        services.AddOptions<KeyManagementOptions>().Configure<StoredKeyRing, RootEncryptor>((options, ring, encryptor) =>
            (options.XmlRepository, options.XmlEncryptor) = (ring, encryptor));
    }
}

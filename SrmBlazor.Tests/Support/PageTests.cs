using System.Globalization;
using System.Security.Claims;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using SrmBlazor.Data;
using SrmBlazor.Shared;

namespace SrmBlazor.Support;

/// <summary>A page, or a part of one, on the services of a house of its own, as whoever <see cref="As"/> says sees it. In English unless told otherwise.</summary>
public abstract class PageTests : BunitContext, IAsyncLifetime
{
    private BunitAuthorizationContext visitor = default!;

    protected House House { get; private set; } = default!;

    async Task IAsyncLifetime.InitializeAsync()
    {
        Speak("en");
        House = await House.BuildAsync(DatabaseProvider.Sqlite);
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddScoped(provider => new CurrentUser(provider.GetRequiredService<AuthenticationStateProvider>(), House.Clock)).AddScoped<AntiforgeryStateProvider, NoToken>();
        Services.AddFallbackServiceProvider(House.Services);
        visitor = this.AddAuthorization();
        SetRendererInfo(new("Server", isInteractive: true));
        await PrepareAsync();
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await House.DisposeAsync();
    }

    /// <summary>What all tests of the class begin with.</summary>
    protected virtual Task PrepareAsync() => Task.CompletedTask;

    protected static void Speak(string language) => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);

    protected void As(Guid person, Role role)
    {
        visitor.SetAuthorized(person.ToString());
        visitor.SetRoles(role.ToString());
        visitor.SetClaims(new Claim(ClaimTypes.NameIdentifier, person.ToString()));
    }

    protected void AsNobody() => visitor.SetNotAuthorized();
}

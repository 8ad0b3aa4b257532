using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Registration.Activation;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Support;

/// <summary>Whoever signs in by the page, as people do.</summary>
internal static class SigningIn
{
    extension(BrowserVisit visit)
    {
        public async Task SignInAsync(string mailbox, string password)
        {
            await visit.GotoAsync("/account/sign-in");
            await visit.Page.FillAsync("#mailbox", mailbox);
            await visit.Page.FillAsync("#password", password);
            await visit.Page.Keyboard.PressAsync("Enter");
            await visit.Page.LeaveSignInAsync();
        }

        /// <summary>Registers, activates and signs in.</summary>
        /// <param name="given">What is answered; the mailbox is always another one.</param>
        public async Task<Registrant> SignInSupplierAsync(IServiceProvider services, string language, Answers? given = null)
        {
            var supplier = await Registrant.SubmitAsync(services, (given ?? Registrant.Everything) with { Mailbox = $"{Guid.NewGuid():N}@supplier.example" }, language);
            Assert.IsType<ActivationResult.Activated>(await services.GetRequiredService<Activations>().ActivateAsync(await supplier.LinkAsync(services), Registrant.Password));
            await visit.SignInAsync((await services.GetRequiredService<Vault>().OpenAsync<Mailbox>(supplier.Person, For.Account)).OrNull!.Address, Registrant.Password);
            return supplier;
        }
    }

    extension(Browser browser)
    {
        /// <summary>Somebody of this role in a window of their own.</summary>
        public async Task<BrowserVisit> VisitAsAsync(Role role, string language = "en", bool dark = false, bool script = true)
        {
            var mailbox = $"{Guid.NewGuid():N}@role.example";
            await new Population(browser.Services, new FakeTimeProvider(TimeProvider.System.GetUtcNow())).RegisterAsync(mailbox, role);
            var visit = await browser.VisitAsync(language, dark: dark, script: script);
            await visit.SignInAsync(mailbox, Population.Password);
            return visit;
        }
    }
}

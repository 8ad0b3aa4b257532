using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SrmBlazor.Support;

/// <summary>Whoever waits until the browser is at an address.</summary>
internal static class Arriving
{
    extension(IPage page)
    {
        /// <summary>
        /// The browser is asked until it is there and has loaded. <see cref="IPage.WaitForURLAsync(string, PageWaitForURLOptions?)"/> and
        /// <see cref="IPage.WaitForLoadStateAsync"/> look first and listen then: what happens between the two is lost to them.
        /// </summary>
        public async Task ArriveAsync([StringSyntax(StringSyntaxAttribute.Regex)] string address)
        {
            await Expect(page).ToHaveURLAsync(new Regex(address));
            await page.WaitForFunctionAsync("() => document.readyState === 'complete'");
        }

        /// <summary>Signed in: anywhere but at the page that asks for it.</summary>
        public Task LeaveSignInAsync() => page.ArriveAsync("^(?!.*/account/sign-in)");
    }
}

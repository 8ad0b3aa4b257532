using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SrmBlazor.Support;

/// <summary>Whoever has no mouse.</summary>
internal static class Tabbing
{
    /// <summary>More stops than any page has.</summary>
    private const int Most = 250;

    extension(IPage page)
    {
        /// <summary>Goes on from stop to stop until this has the focus.</summary>
        public Task TabToAsync(ILocator target) => ReachAsync(page, target, "Tab");

        /// <summary>The same backwards.</summary>
        public Task TabBackToAsync(ILocator target) => ReachAsync(page, target, "Shift+Tab");
    }

    private static async Task ReachAsync(IPage page, ILocator target, string key)
    {
        await Expect(target).ToBeEnabledAsync();
        for (var presses = 0; !await target.EvaluateAsync<bool>("one => one === document.activeElement"); presses++)
        {
            Assert.True(presses < Most, $"{target} was not reached by {Most} times {key}.");
            await page.Keyboard.PressAsync(key);
        }
    }
}

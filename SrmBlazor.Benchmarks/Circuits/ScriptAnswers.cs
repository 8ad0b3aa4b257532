namespace SrmBlazor.Benchmarks.Circuits;

/// <summary>What a browser on a desk would answer when the server calls script; null to whatever expects nothing.</summary>
internal static class ScriptAnswers
{
    private const int NewObject = 1;
    private static int objects;

    /// <param name="kind">The server's expectation: a plain value, or a reference to an object of the page.</param>
    /// <returns>JSON.</returns>
    public static string To(string function, int kind) => kind == NewObject
        ? $$"""{"__jsObjectId":{{Interlocked.Increment(ref objects)}}}"""
        : function switch
        {
            "timeZone" => "\"Europe/Berlin\"",
            "start" or "window.hasOwnProperty" => "true",
            "mudpopoverHelper.countProviders" => "0",
            "mudElementRef.getBoundingClientRect" => """{"x":0,"y":64,"width":240,"height":656,"top":64,"right":240,"bottom":720,"left":0,"scrollY":0,"scrollX":0,"windowHeight":720,"windowWidth":1280}""",
            "mudResizeListener.getBrowserWindowSize" or "mudResizeListenerFactory.getBrowserWindowSize" => """{"height":720,"width":1280}""",
            "mudResizeListener.matchMedia" or "mudThemeProvider.isDarkMode" or "darkModeChange" => "false",
            _ => "null",
        };
}

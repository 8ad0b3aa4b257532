namespace SrmBlazor.Features.News;

/// <summary>
/// The post by which a mail program unsubscribes (RFC 8058): without cookies, without a page before it. The button of our own page sends the
/// same and is led back to the page. Nothing in the answer tells whether the token was known.
/// </summary>
internal static class OneClick
{
    public const int LargestBody = 4096;

    /// <summary>The field by which our own page says that a person sees the answer.</summary>
    public const string ByPage = "page";

    public static async Task<IResult> AnswerAsync(HttpRequest request, string? token, NewsReaders readers)
    {
        if (await FormAsync(request) is not { } form || form["List-Unsubscribe"] != "One-Click")
        {
            return Results.BadRequest();
        }

        await readers.UnsubscribeAsync(token);
        return form.ContainsKey(ByPage) ? Results.LocalRedirect($"{NewsFeature.UnsubscribePath}?done=yes") : Results.Ok();
    }

    private static async Task<IFormCollection?> FormAsync(HttpRequest request)
    {
        try
        {
            return request.HasFormContentType ? await request.ReadFormAsync() : null;
        }
        catch (Exception malformed) when (malformed is InvalidDataException or IOException)
        {
            return null;
        }
    }
}

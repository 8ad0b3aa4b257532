namespace SrmBlazor.Features.News;

/// <summary>A transparent picture of one pixel. It is the same for everybody, known or not, and sets no cookie.</summary>
internal static class NewsPicture
{
    private static readonly byte[] Gif = Convert.FromBase64String("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    public static async Task<IResult> AnswerAsync(string token, HttpResponse response, NewsReaders readers)
    {
        await readers.OpenedAsync(token);
        response.Headers.CacheControl = "no-store";
        return Results.Bytes(Gif, "image/gif");
    }
}

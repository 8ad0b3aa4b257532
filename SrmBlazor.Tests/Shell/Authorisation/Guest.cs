using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using SrmBlazor.Support;

namespace SrmBlazor.Shell.Authorisation;

/// <summary>Somebody at a browser without script, with the cookies they came with: what a request would change in them is forgotten.</summary>
internal sealed partial class Guest
{
    private static readonly byte[] Picture = Pictures.Jpeg(Party.NewWidth, 240);

    private readonly HttpClient client;
    private readonly Dictionary<string, string> cookies;
    private string token = "";

    private Guest(HttpClient client, params IEnumerable<(string Name, string Value)> cookies) =>
        (this.client, this.cookies) = (client, cookies.ToDictionary(cookie => cookie.Name, cookie => cookie.Value, StringComparer.Ordinal));

    /// <summary>A visitor, or whoever holds these cookies.</summary>
    public static async Task<Guest> ComeAsync(HttpClient client, params (string Name, string Value)[] cookies)
    {
        var guest = new Guest(client, cookies);
        using var page = await guest.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/register/done"));
        guest.Keep(page);
        guest.token = Token().Match(await page.Content.ReadAsStringAsync()).Groups[1].Value;
        return guest;
    }

    /// <summary>By the sign-in page, as everybody does.</summary>
    public static async Task<Guest> SignInAsync(HttpClient client, string mailbox, string password)
    {
        var guest = await ComeAsync(client);
        using var answer = await guest.SendAsync(Form("/account/sign-in", ("_handler", "sign-in"), ("__RequestVerificationToken", guest.token), ("Form.Mailbox", mailbox), ("Form.Password", password)));
        guest.Keep(answer);
        return guest.cookies.TryGetValue("__Host-srm", out var session)
            ? await ComeAsync(client, ("__Host-srm", session))
            : throw new InvalidOperationException($"{mailbox} was not let in: {answer.StatusCode}.");
    }

    /// <param name="sends"><c>nothing</c>, <c>picture</c>, <c>form</c>, or <c>form:</c> with the name that a page gave its form.</param>
    /// <param name="named">The ids in the address, which an answer may repeat without telling anything.</param>
    public async Task<Answer> AskAsync(string method, string path, string sends, IEnumerable<string> named)
    {
        using var request = sends.Split(':') switch
        {
            ["form"] => Form(path, ("__RequestVerificationToken", token)),
            ["form", var name] => Form(path, ("_handler", name), ("__RequestVerificationToken", token), ("version", "1")),
            _ => new HttpRequestMessage(new HttpMethod(method), path),
        };
        request.Headers.Add("RequestVerificationToken", token);
        if (sends == "picture")
        {
            request.Content = new ByteArrayContent(Picture) { Headers = { ContentType = new MediaTypeHeaderValue("image/jpeg") } };
        }

        using var response = await SendAsync(request);
        var text = response.Content.Headers.ContentType?.MediaType == "image/jpeg" ? Answer.Of(await response.Content.ReadAsByteArrayAsync())
            : WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
        var to = response.Headers.Location is { } location ? new Uri(client.BaseAddress!, location).PathAndQuery : "";
        return Of(response.StatusCode, to, named.Aggregate(to + text, (rest, id) => rest.Replace(id, "", StringComparison.OrdinalIgnoreCase)));
    }

    private static Answer Of(HttpStatusCode status, string to, string text) => status switch
    {
        HttpStatusCode.Redirect when to.StartsWith("/account/sign-in?", StringComparison.Ordinal) => new Answer("sign-in", false, ""),
        HttpStatusCode.Redirect when to.StartsWith("/account/denied?", StringComparison.Ordinal) => new Answer("denied", false, ""),
        HttpStatusCode.Forbidden => new Answer("denied", false, text),
        HttpStatusCode.NotFound => new Answer(null, true, text),
        HttpStatusCode.BadRequest or HttpStatusCode.MethodNotAllowed => new Answer(Answer.Unusable, false, text),
        HttpStatusCode.OK or HttpStatusCode.NoContent or HttpStatusCode.Redirect => new Answer(null, false, text),
        _ => new Answer($"status {(int)status}", false, text),
    };

    private static HttpRequestMessage Form(string path, params IEnumerable<(string Name, string Value)> fields) =>
        new(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))) };

    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        if (cookies.Count > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        }

        return client.SendAsync(request);
    }

    private void Keep(HttpResponseMessage response)
    {
        foreach (var pair in (response.Headers.TryGetValues("Set-Cookie", out var set) ? set : []).Select(cookie => cookie.Split(';')[0].Split('=', 2)))
        {
            cookies[pair[0]] = pair[1];
        }
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}

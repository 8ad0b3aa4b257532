using System.Net;
using System.Text.RegularExpressions;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Accounts;

/// <summary>A browser without script: keeps cookies, posts forms with their token, follows nothing.</summary>
public sealed partial class Visit(WebHost host, params (string Name, string Value)[] headers) : IDisposable
{
    private readonly HttpClient client = host.Client([("Accept", "text/html"), .. headers]);
    private string? formToken;
    private readonly Dictionary<string, string> cookies = new(StringComparer.Ordinal);

    public async Task<Answer> GetAsync(string path) => await SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Opens the page and posts the form on it.</summary>
    public async Task<Answer> PostAsync(string path, string form, params (string Name, string Value)[] fields)
    {
        var page = await GetAsync(path);
        return await PostFromAsync(page, path, form, fields);
    }

    public async Task<Answer> PostFromAsync(Answer page, string path, string form, params (string Name, string Value)[] fields)
    {
        var pairs = fields.Append(("__RequestVerificationToken", Token().Match(page.Body).Groups[1].Value)).Append(("_handler", form))
            .Select(field => KeyValuePair.Create(field.Item1, field.Item2));
        return await SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(pairs) });
    }

    /// <summary>A form that needs no token: a button and nothing else.</summary>
    public Task<Answer> PostAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent([]) });

    /// <summary>An empty form with the token that a page of this visit carries, by any method.</summary>
    public async Task<Answer> SendEmptyAsync(string method, string path)
    {
        formToken ??= Token().Match((await GetAsync("/register/done")).Body).Groups[1].Value;
        return await SendAsync(new HttpRequestMessage(new HttpMethod(method), path) { Content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", formToken)]) });
    }

    /// <summary>Sends bytes as the page's script does, with the token that a page of this visit carries.</summary>
    public async Task<Answer> PutAsync(string path, byte[] body, string type = "application/octet-stream", bool token = true)
    {
        var page = await GetAsync("/register/done");
        var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = new ByteArrayContent(body) { Headers = { ContentType = new(type) } } };
        if (token)
        {
            request.Headers.Add("RequestVerificationToken", Token().Match(page.Body).Groups[1].Value);
        }

        return await SendAsync(request);
    }

    public Task<Answer> SignInAsync(string mailbox, string password = Population.Password, string returnUrl = "/") =>
        PostAsync($"/account/sign-in?ReturnUrl={Uri.EscapeDataString(returnUrl)}", "sign-in", ("Form.Mailbox", mailbox), ("Form.Password", password));

    public void Dispose() => client.Dispose();

    private async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            if (cookies.Count > 0)
            {
                request.Headers.Add("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
            }

            using var response = await client.SendAsync(request);
            var set = response.Headers.TryGetValues("Set-Cookie", out var values) ? values.ToList() : [];
            foreach (var pair in set.Select(cookie => cookie.Split(';')[0].Split('=', 2)))
            {
                cookies[pair[0]] = pair[1];
            }

            var headers = response.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
            return new Answer(response.StatusCode, response.Headers.Location, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()), set, headers);
        }
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}

public sealed partial record Answer(HttpStatusCode Status, Uri? Location, string Body, IReadOnlyList<string> SetCookies, IReadOnlyDictionary<string, string> Headers)
{
    public bool Entered => Status == HttpStatusCode.Found && SetCookies.Any(cookie => cookie.Contains("srm=", StringComparison.Ordinal));

    /// <summary>The page without what is random in every answer, and without what was typed.</summary>
    public string Without(string typed) =>
        Random().Replace(Body, "").Replace(typed, "", StringComparison.OrdinalIgnoreCase).Replace(Uri.EscapeDataString(typed), "", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("(?<=name=\"__RequestVerificationToken\"[^>]*value=\")[^\"]+|(?<=Component-State:)[^-]+")]
    private static partial Regex Random();
}

using System.Text.RegularExpressions;
using SrmBlazor.Support;

namespace SrmBlazor.Shell;

public sealed partial class AssetTests(WebHost host) : IClassFixture<WebHost>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/dev/kit")]
    [InlineData("/dev/kit/staff")]
    [Promise("P-3.1-06", "P-3.1-12")]
    public async Task Every_file_a_page_asks_for_is_ours_has_content_and_is_compressed(string path)
    {
        using var client = host.Client();
        var page = await client.GetStringAsync(new Uri(path, UriKind.Relative));
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br, gzip");
        var files = File().Matches(page).Select(match => match.Groups[1].Value).Where(file => file.Contains('.', StringComparison.Ordinal)).Distinct().ToList();

        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            using var response = await client.GetAsync(new Uri(file, UriKind.Relative));

            var bytes = await response.Content.ReadAsByteArrayAsync();
            Assert.True(response.IsSuccessStatusCode && bytes.Length > 100, $"{file}: {(int)response.StatusCode}, {bytes.Length} bytes");
            Assert.Single(response.Content.Headers.ContentEncoding);
            Assert.Matches(@"\.[a-z0-9]{10}\.(css|js|svg)$", file); // its content is in its name
        }
    }

    [Fact]
    public void The_stylesheet_stays_small()
    {
        var css = new FileInfo(Path.Combine(AppContext.BaseDirectory, "../../../../wwwroot-assets/css/app.css"));

        Assert.InRange(css.Length, 1, 25_000);
    }

    [GeneratedRegex("""<(?:link rel="(?:stylesheet|icon)"|script|img)[^>]* (?:href|src)="([^"]+)""")]
    private static partial Regex File();
}

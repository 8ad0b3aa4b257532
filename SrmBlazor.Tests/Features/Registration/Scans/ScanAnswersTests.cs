using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SrmBlazor.Features.Registration.Scans;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Registration.Scans;

public sealed class ScanAnswersTests
{
    [Fact]
    public async Task An_accepted_picture_answers_with_its_size_only()
    {
        var (status, body, _) = await RunAsync(_ => ScanAnswers.Of(new ScanOutcome.Accepted([1, 2, 3], 640, 480)));

        Assert.Equal((200, """{"width":640,"height":480}"""), (status, body));
    }

    [Theory]
    [InlineData(ScanFault.Type, 415)]
    [InlineData(ScanFault.Size, 413)]
    [InlineData(ScanFault.Malware, 422)]
    [InlineData(ScanFault.TooMany, 429)]
    [InlineData(ScanFault.Waiting, 503)]
    public async Task A_refusal_names_its_fault_and_a_fitting_status(ScanFault fault, int expected)
    {
        var (status, body, _) = await RunAsync(_ => ScanAnswers.Of(new ScanOutcome.Refused(fault)));

        Assert.Equal((expected, $$"""{"fault":"{{fault}}"}"""), (status, body));
    }

    [Fact]
    public async Task The_preview_is_neither_stored_nor_sniffed_nor_run()
    {
        var (status, _, headers) = await RunAsync(context => ScanAnswers.Preview(context.Response, Pictures.Jpeg()));

        Assert.Equal(200, status);
        Assert.Equal("image/jpeg", headers.ContentType);
        Assert.Equal("no-store", headers.CacheControl);
        Assert.Equal("nosniff", headers.XContentTypeOptions);
        Assert.Equal("inline", headers.ContentDisposition);
        Assert.Contains("sandbox", headers.ContentSecurityPolicy.ToString(), StringComparison.Ordinal);
    }

    private static async Task<(int Status, string Body, IHeaderDictionary Headers)> RunAsync(Func<HttpContext, IResult> answer)
    {
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        var body = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = services, Response = { Body = body } };

        await answer(context).ExecuteAsync(context);

        return (context.Response.StatusCode, System.Text.Encoding.UTF8.GetString(body.ToArray()), context.Response.Headers);
    }
}

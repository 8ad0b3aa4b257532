using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Notifications;
using SrmBlazor.PersonalData;
using SrmBlazor.Support;

namespace SrmBlazor.Features.News;

/// <summary>As mail programs ask: over a socket, without cookies, without a page before.</summary>
public sealed class NewsRequestTests(NewsRequestTests.QuietHost host) : IClassFixture<NewsRequestTests.QuietHost>, IDisposable
{
    private static readonly FormUrlEncodedContent OneClickBody = new([KeyValuePair.Create("List-Unsubscribe", "One-Click")]);

    private readonly IServiceScope scope = host.Services.CreateScope();

    private Newsroom Room => new(scope.ServiceProvider, host.Clock);

    public void Dispose() => scope.Dispose();

    [Fact]
    [Promise("P-3.1-08")]
    public async Task A_mail_program_unsubscribes_with_one_post_twice_without_fault_and_is_answered_as_a_stranger_is()
    {
        var person = await ReaderAsync();
        var address = (await Room.LettersAsync(person))[0].Unsubscribe!.PathAndQuery;
        using var client = host.Client();

        var first = await client.PostAsync(new Uri(address, UriKind.Relative), OneClickBody);
        var second = await client.PostAsync(new Uri(address, UriKind.Relative), OneClickBody);
        var unknown = await client.PostAsync(new Uri($"{NewsFeature.UnsubscribePath}?token={new string('x', 43)}", UriKind.Relative), OneClickBody);
        var none = await client.PostAsync(new Uri(NewsFeature.UnsubscribePath, UriKind.Relative), OneClickBody);

        Assert.False(await Room.AgreesAsync(person, For.News));
        foreach (var answer in new[] { first, second, unknown, none })
        {
            Assert.Equal((HttpStatusCode.OK, ""), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
            Assert.False(answer.Headers.Contains("Set-Cookie"));
        }
    }

    [Fact]
    public async Task The_form_may_come_in_parts_and_anything_else_changes_nothing()
    {
        var (one, other) = (await ReaderAsync(), await ReaderAsync());
        using var client = host.Client();
        var ofOther = new Uri((await Room.LettersAsync(other))[0].Unsubscribe!.PathAndQuery, UriKind.Relative);
        using var parts = new MultipartFormDataContent { { new StringContent("One-Click"), "List-Unsubscribe" } };

        var inParts = await client.PostAsync(new Uri((await Room.LettersAsync(one))[0].Unsubscribe!.PathAndQuery, UriKind.Relative), parts);
        var empty = await client.PostAsync(ofOther, new FormUrlEncodedContent([]));
        var text = await client.PostAsync(ofOther, new StringContent("List-Unsubscribe=One-Click"));
        var huge = await client.PostAsync(ofOther, new FormUrlEncodedContent([KeyValuePair.Create("List-Unsubscribe", "One-Click"), KeyValuePair.Create("x", new string('x', 5000))]));
        var page = await client.GetAsync(ofOther);

        Assert.Equal(HttpStatusCode.OK, inParts.StatusCode);
        Assert.Equal([HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.BadRequest], [empty.StatusCode, text.StatusCode, huge.StatusCode]);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.False(await Room.AgreesAsync(one, For.News));
        Assert.True(await Room.AgreesAsync(other, For.News));
    }

    [Fact]
    [Promise("P-3.1-06")]
    public async Task The_picture_is_one_pixel_for_everybody_is_not_kept_and_leaves_no_cookie()
    {
        var person = await ReaderAsync();
        using var client = host.Client();

        var known = await client.GetAsync(new Uri((await Room.LettersAsync(person))[0].Picture!.PathAndQuery, UriKind.Relative));
        var unknown = await client.GetAsync(new Uri($"{NewsFeature.PicturePath}/{new string('x', 43)}", UriKind.Relative));

        Assert.NotNull((await Room.OpeningsAsync()).Single(opening => opening.PersonId == person).OpenedOn);
        Assert.Equal(await known.Content.ReadAsByteArrayAsync(), await unknown.Content.ReadAsByteArrayAsync());
        Assert.StartsWith("GIF89a\u0001\0\u0001\0", await known.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        foreach (var answer in new[] { known, unknown })
        {
            Assert.Equal((HttpStatusCode.OK, "image/gif", true, false),
                (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, answer.Headers.CacheControl?.NoStore, answer.Headers.Contains("Set-Cookie")));
        }
    }

    private async Task<Guid> ReaderAsync()
    {
        var person = await Room.SupplierAsync($"{Guid.NewGuid():N}@supplier.test", "en", For.News, For.MailTracking);
        await Room.SendAsync();
        return person;
    }

    /// <summary>Letters stay in the outbox, where the tests read them.</summary>
    public sealed class QuietHost : AccountsHost
    {
        protected override void Replace(IServiceCollection services)
        {
            base.Replace(services);
            services.Remove(services.Single(one => one.ImplementationType == typeof(MailWorker)));
        }
    }
}

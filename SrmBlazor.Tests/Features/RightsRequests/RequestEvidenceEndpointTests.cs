using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using SrmBlazor.Features.Accounts;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.RightsRequests;

/// <summary>The picture of a proof as a browser sends it: a raw body with a token, by whose request it is, or by staff.</summary>
public sealed class RequestEvidenceEndpointTests(AccountsHost host) : IClassFixture<AccountsHost>
{
    [Fact]
    public async Task A_picture_is_taken_for_ones_own_request_drawn_anew_sealed_and_answered_with_its_size()
    {
        var (person, visit) = await SignInAsync(Role.Supplier);
        using var mine = visit;
        var path = RequestEvidenceEndpoint.To(await AskAsync(person), office: false);

        var kept = await mine.PutAsync(path, Pictures.WithExif(Pictures.Jpeg(320, 240), 1));

        Assert.Equal((HttpStatusCode.OK, """{"width":320,"height":240}"""), (kept.Status, kept.Body));
        var picture = Assert.Single(await PicturesAsync(person));
        Assert.Equal(-1, picture.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Pictures.Secret)));
        Assert.Empty(Canary.Pieces([host.Folder], picture[^200..]));
    }

    [Fact]
    public async Task Staff_add_what_came_by_letter_and_everybody_elses_is_not_found()
    {
        var (person, owner) = await SignInAsync(Role.Supplier);
        var (_, other) = await SignInAsync(Role.Supplier);
        var (_, officer) = await SignInAsync(Role.PrivacyOfficer);
        using var visits = new Visits(owner, other, officer);
        var reference = await AskAsync(person);

        Assert.Equal(HttpStatusCode.NotFound, (await other.PutAsync(RequestEvidenceEndpoint.To(reference, office: false), Pictures.Jpeg())).Status);
        Assert.Contains("/account/denied", (await other.PutAsync(RequestEvidenceEndpoint.To(reference, office: true), Pictures.Jpeg())).Location!.ToString(), StringComparison.Ordinal);
        Assert.Empty(await PicturesAsync(person));
        Assert.Equal(HttpStatusCode.OK, (await officer.PutAsync(RequestEvidenceEndpoint.To(reference, office: true), Pictures.Jpeg())).Status);
        Assert.Single(await PicturesAsync(person));
    }

    [Fact]
    public async Task What_is_no_picture_comes_without_the_token_or_as_a_form_or_when_nothing_is_asked_for_is_kept_nowhere()
    {
        var (person, visit) = await SignInAsync(Role.Supplier);
        using var mine = visit;
        var path = RequestEvidenceEndpoint.To(await AskAsync(person), office: false);
        var unasked = RequestEvidenceEndpoint.To(await AskAsync(person, RequestKind.Other), office: false);

        var pdf = await mine.PutAsync(path, Impostors.Pdf);
        Assert.Equal((HttpStatusCode.UnsupportedMediaType, """{"fault":"Pdf"}"""), (pdf.Status, pdf.Body));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await mine.PutAsync(path, Pictures.Jpeg()[..200])).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await mine.PutAsync(path, Pictures.Jpeg(), token: false)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await mine.PutAsync(path, Pictures.Jpeg(), "application/x-www-form-urlencoded")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await mine.PutAsync(unasked, Pictures.Jpeg())).Status);
        Assert.Empty(await PicturesAsync(person));
    }

    private async Task<(Guid Person, Visit Visit)> SignInAsync(Role role)
    {
        var mailbox = $"{Guid.NewGuid():N}@role.example";
        var person = await host.People.RegisterAsync(mailbox, role);
        var visit = new Visit(host);
        Assert.True((await visit.SignInAsync(mailbox)).Entered);
        return (person, visit);
    }

    /// <summary>By a relative of somebody who died, who has to show it.</summary>
    private async Task<string> AskAsync(Guid person, RequestKind kind = RequestKind.NextOfKin)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var act = new Act(person, Role.Supplier, host.Clock.Now());
        return Applicant.Done(await scope.ServiceProvider.GetRequiredService<MyRequests>().SubmitAsync(kind, "Of my aunt.", "", cooling: false, act)).Reference;
    }

    private async Task<IReadOnlyList<byte[]>> PicturesAsync(Guid person)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return [.. (await scope.ServiceProvider.GetRequiredService<Vault>().OpenAllAsync<RequestEvidence>(person, For.Access)).Select(one => one.Record.Picture)];
    }

    private sealed class Visits(params Visit[] all) : IDisposable
    {
        public void Dispose() => all.ToList().ForEach(one => one.Dispose());
    }
}

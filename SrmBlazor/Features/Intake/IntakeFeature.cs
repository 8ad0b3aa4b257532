using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using System.IO.Pipelines;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Registration.Scans;
using SrmBlazor.Features.RightsRequests;

namespace SrmBlazor.Features.Intake;

/// <summary>Requests about data from people without an account, by a form that needs neither script nor cookies of its own.</summary>
public static class IntakeFeature
{
    private const string AntiforgeryField = "__RequestVerificationToken";
    private const int LongestBoundary = 70;

    public static void AddIntake(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<PublicIntake>();
        builder.Services.AddScoped<FollowedRequests>();
        builder.Services.AddScoped<GuardianIntake>();
    }

    /// <summary>The pages are mapped with all other pages; this takes the picture of a document, which must not become a plain temporary file as in a form that the framework reads.</summary>
    public static void MapIntake(this WebApplication app) =>
        app.MapPost("/rights/{token}/evidence/{reference}", KeepAsync).AllowAnonymous().DisableAntiforgery();

    private static async Task<IResult> KeepAsync(string token, string reference, HttpContext http, FollowedRequests requests, AccountLimits limits, IAntiforgery antiforgery)
    {
        if (!limits.AllowsFrom(http.Connection.RemoteIpAddress))
        {
            return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = ScanLimits.RequestBytes;
        }

        if (BoundaryOf(http.Request) is not { } boundary || await PictureAsync(new MultipartReader(boundary, http.Request.Body), http, antiforgery) is not { } picture)
        {
            return Results.BadRequest();
        }

        return await requests.KeepAsync(token, reference, PipeReader.Create(picture), http.RequestAborted) switch
        {
            RequestResult.NotFound => Results.NotFound(),
            var result => Results.LocalRedirect($"/rights/{token}?request={reference}&kept={result is RequestResult.Done}"),
        };
    }

    /// <summary>The form's token stands before the picture and is checked before anything of that is read.</summary>
    private static async Task<Stream?> PictureAsync(MultipartReader parts, HttpContext http, IAntiforgery antiforgery)
    {
        try
        {
            if ((await parts.ReadNextSectionAsync(http.RequestAborted))?.AsFormDataSection() is not { Name: AntiforgeryField } field)
            {
                return null;
            }

            http.Request.Headers["RequestVerificationToken"] = await field.GetValueAsync(http.RequestAborted);
            await antiforgery.ValidateRequestAsync(http);
            return (await parts.ReadNextSectionAsync(http.RequestAborted))?.AsFileSection()?.FileStream;
        }
        catch (Exception broken) when (broken is AntiforgeryValidationException or InvalidDataException or IOException)
        {
            return null;
        }
    }

    private static string? BoundaryOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(type.Boundary).Value is { Length: > 0 and <= LongestBoundary } boundary ? boundary : null;
}

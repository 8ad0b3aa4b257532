namespace SrmBlazor.Features.Registration.Scans;

/// <summary>What the scan endpoints answer; <c>scan-upload.js</c> reads it.</summary>
public static class ScanAnswers
{
    /// <summary>200 with <c>{ width, height }</c>, or the fitting 4xx/503 with <c>{ fault }</c>. Never says anything of the file's name or content.</summary>
    public static IResult Of(ScanOutcome outcome) => outcome switch
    {
        ScanOutcome.Accepted(_, var width, var height) => Results.Json(new { width, height }),
        ScanOutcome.Refused(var fault) => Results.Json(new { fault = fault.ToString() }, statusCode: StatusOf(fault)),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    /// <summary>The stored picture, shown to its owner: never cached, never sniffed, never run.</summary>
    public static IResult Preview(HttpResponse response, byte[] jpeg)
    {
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        response.Headers.ContentDisposition = "inline";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        return Results.Bytes(jpeg, "image/jpeg");
    }

    private static int StatusOf(ScanFault fault) => fault switch
    {
        ScanFault.Missing or ScanFault.Empty or ScanFault.Failed => StatusCodes.Status400BadRequest,
        ScanFault.Type or ScanFault.Pdf => StatusCodes.Status415UnsupportedMediaType,
        ScanFault.Size => StatusCodes.Status413PayloadTooLarge,
        ScanFault.Pixels or ScanFault.Malware or ScanFault.Unreadable => StatusCodes.Status422UnprocessableEntity,
        ScanFault.TooMany => StatusCodes.Status429TooManyRequests,
        ScanFault.Waiting => StatusCodes.Status503ServiceUnavailable,
    };
}

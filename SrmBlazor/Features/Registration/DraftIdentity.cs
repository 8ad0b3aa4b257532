using System.Security.Claims;

namespace SrmBlazor.Features.Registration;

/// <summary>
/// The owner's way into circuits: the cookie's proof becomes a claim of the request that opens the circuit, so that no page, address or
/// script ever holds it.
/// </summary>
public sealed class DraftIdentity(RequestDelegate next)
{
    public const string Claim = "draft";

    public Task InvokeAsync(HttpContext http)
    {
        if (DraftKey.Of(DraftCookie.Read(http)) is { } key)
        {
            http.User.AddIdentity(new ClaimsIdentity([new Claim(Claim, Convert.ToHexString(key.Hash))]));
        }

        return next(http);
    }
}

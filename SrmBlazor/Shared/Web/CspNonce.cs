using System.Security.Cryptography;

namespace SrmBlazor.Shared.Web;

/// <summary>
/// The nonce of this response's content security policy. Kept with the request and not as a scoped service: a re-executed page
/// gets another scope, and its nonce would differ from the header's.
/// </summary>
public static class CspNonce
{
    private static readonly object Key = new();

    public static string Of(HttpContext http)
    {
        if (http.Items[Key] is not string nonce)
            http.Items[Key] = nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(18));
        return nonce;
    }
}

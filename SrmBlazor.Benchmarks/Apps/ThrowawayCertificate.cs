using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SrmBlazor.Benchmarks.Apps;

/// <summary>A certificate for this machine and this run, which nobody trusts.</summary>
internal static class ThrowawayCertificate
{
    public static string Path { get; } = Make();

    public static string Password => "throwaway";

    private static string Make()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var path = System.IO.Path.Combine(WorkFolder.Path, "localhost.pfx");
        File.WriteAllBytes(path, certificate.Export(X509ContentType.Pfx, Password));
        return path;
    }
}

using System.Text.Encodings.Web;
using System.Text.Json;
using SrmBlazor.Features.PrivacyCenter.Contents;

namespace SrmBlazor.Features.PrivacyCenter.Formats;

/// <summary>The machine-readable form, with the schema that describes it (JSON Schema, draft 2020-12).</summary>
internal static class DossierJson
{
    public const string Name = "my-data.json";
    public const string SchemaName = "my-data.schema.json";

    /// <summary>Changes whenever a reader of an older form would no longer understand it.</summary>
    private const string Format = "srm-copy/1";

    private static readonly JsonSerializerOptions Written = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    public static byte[] Write(Dossier dossier) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        Schema = SchemaName,
        Format,
        dossier.Person,
        dossier.Region,
        dossier.Language,
        dossier.MadeOn,
        dossier.Information,
        dossier.Records,
        dossier.Tables,
        dossier.Counts,
        Files = dossier.Files.Select(file => file.Name),
    }, Written);

    public static byte[] Schema()
    {
        using var stream = typeof(DossierJson).Assembly.GetManifestResourceStream(SchemaName)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}

using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Data.Signing;
using SrmBlazor.Features.Consents;
using SrmBlazor.Features.PrivacyCenter.Contents;

namespace SrmBlazor.Features.PrivacyCenter.Formats;

/// <summary>Writes a dossier as files and packs them: one ZIP with a signed manifest.</summary>
public sealed class CopyPress(Store store, DossierWords words, ConsentReceipts receipts, SigningKeys keys)
{
    /// <summary>What another controller can read by machine (GDPR 20, PIPL 45): the values with their schema, tables, and the files among the values.</summary>
    internal IReadOnlyList<PackageFile> MachineReadable(Dossier dossier) =>
    [
        new(DossierJson.Name, DossierJson.Write(dossier)),
        new(DossierJson.SchemaName, DossierJson.Schema()),
        new(DossierCsv.Values, DossierCsv.WriteValues(dossier, words)),
        new(DossierCsv.Handling, DossierCsv.WriteHandling(dossier, words)),
        .. dossier.Files,
    ];

    internal PackageFile Page(Dossier dossier) => new(DossierHtml.Name, new DossierHtml(dossier, words).Write());

    internal PackageFile Paper(Dossier dossier) => new(DossierPdf.Name, DossierPdf.Write(dossier, words));

    /// <summary>A signed receipt for each consent and each refusal there ever was.</summary>
    internal async Task<IReadOnlyList<PackageFile>> ReceiptsAsync(Dossier dossier)
    {
        await using var db = store.Read();
        var decisions = await db.Set<ConsentEvent>().Where(one => one.PersonId == dossier.Person).OrderBy(one => one.Number).Select(one => one.Id).ToListAsync();
        List<PackageFile> files = [];
        foreach (var decision in decisions)
        {
            files.Add(new PackageFile($"receipts/consent-{decision:N}.json", await receipts.SignAsync(dossier.Person, decision) ?? throw new InvalidOperationException($"The decision {decision} has no receipt.")));
        }

        return files;
    }

    internal async Task<byte[]> PackAsync(Dossier dossier, IReadOnlyList<PackageFile> files)
    {
        var manifest = PackageManifest.Of(files, dossier.Language, dossier.MadeOn).ToJson();
        return PackageZip.Write([new(PackageManifest.Name, manifest), new(PackageManifest.SignatureName, await keys.SignAsync(manifest, PackageManifest.MediaType)), .. files]);
    }
}

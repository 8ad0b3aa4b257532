using System.Globalization;
using SrmBlazor.Features.PrivacyCenter;
using SrmBlazor.Features.PrivacyCenter.Contents;
using SrmBlazor.Features.PrivacyCenter.Formats;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;

namespace SrmBlazor.Features.Transfers;

/// <summary>
/// Makes what another controller receives: the machine-readable part of a copy, narrowed to what the person gave on consent or for a contract
/// (GDPR 20(1), network-data regulation 25). What staff wrote, looked at or decided stays here, and so does what works like a password.
/// </summary>
public sealed class TransferPress(DossierReader reader, CopyPress press, DataMap map)
{
    /// <summary>What would be sent now, in the language of whoever asks.</summary>
    internal async Task<Dossier> ReadAsync(Guid person, DateTime now)
    {
        var whole = await reader.ReadAsync(person, now);
        List<DossierRecord> records = [.. whole.Records.Where(IsGiven).Select(Bare).Where(record => record.Items.Count > 0)];
        var names = records.SelectMany(record => record.Items).Select(item => item.File).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var kinds = records.GroupBy(record => record.Kind, StringComparer.Ordinal).Select(group => new KindCount(group.Key, group.First().Name, group.Count()));
        return whole with { Records = records, Tables = [], Counts = [.. kinds.OrderBy(count => count.Kind, StringComparer.Ordinal)], Files = [.. whole.Files.Where(file => names.Contains(file.Name))] };
    }

    /// <summary>The signed package in a language; null where there is nothing to send.</summary>
    internal async Task<byte[]?> MakeAsync(Guid person, string language, DateTime now)
    {
        // flows back no further than this method
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var dossier = await ReadAsync(person, now);
        return dossier.Records.Count == 0 ? null : await press.PackAsync(dossier, press.MachineReadable(dossier));
    }

    private bool IsGiven(DossierRecord record) =>
        map[record.Kind] is { Transient: false, Source: Source.Person } kind && kind.Holders.Any(holder => IsBySelf(holder) && record.Items.Any(item => item.Purposes.Any(purpose => purpose.Key == holder.Key)));

    /// <summary>A letter is ours, and what staff are is their employer's.</summary>
    private static bool IsBySelf(Purpose holder) =>
        holder.Basis is Basis.Consent or Basis.SeparateConsent or Basis.Contract && holder != For.DeliverMessage && holder != For.StaffWork;

    private static DossierRecord Bare(DossierRecord record) => record with { Items = [.. record.Items.Where(item => !item.Withheld)], Looks = [] };
}

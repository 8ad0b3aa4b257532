using System.Net.Mail;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using SrmBlazor.Features.Policies;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;
using SrmBlazor.Shared.Geography;

namespace SrmBlazor.Features.Disclosures;

/// <summary>The recipients of this installation by their keys. Section <c>Recipients</c>; empty: nobody outside receives anything.</summary>
public sealed class RecipientSettings : Dictionary<string, Recipient>
{
    public const string Section = "Recipients";

    public RecipientSettings()
        : base(StringComparer.Ordinal)
    {
    }
}

/// <summary>A register that could not be shown to people as it is, or would send more than its purposes are about, stops the start.</summary>
internal sealed partial class RecipientSettingsCheck(DataMap map) : IValidateOptions<RecipientSettings>
{
    public ValidateOptionsResult Validate(string? name, RecipientSettings options)
    {
        var faults = options.SelectMany(entry => FaultsOf(entry.Key, entry.Value).Select(fault => $"The setting {RecipientSettings.Section}:{entry.Key}:{fault}")).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> FaultsOf(string key, Recipient recipient)
    {
        var purposes = recipient.Purposes.Select(purpose => map.Purposes.FirstOrDefault(known => known.Key == purpose)).ToList();
        (bool Wrong, string Says)[] faults =
        [
            (!KeyShape().IsMatch(key), $"its key has other signs than a-z, 0-9 and hyphens, or more than {Recipient.KeyLength} of them."),
            (PolicyLanguage.All.Any(language => string.IsNullOrWhiteSpace(recipient.Name.In(language))), "Name is missing in one of the languages."),
            (PolicyLanguage.All.Any(language => string.IsNullOrWhiteSpace(recipient.Safeguards.In(language))), "Safeguards are missing in one of the languages."),
            (Countries.Find(recipient.Country)?.Alpha2 != recipient.Country, "Country is not the two-letter code of a country."),
            (!IsMailbox(recipient.Mailbox), "Mailbox is not a mailbox."),
            (purposes.Count == 0 || purposes.Exists(purpose => purpose is null or { OnlyPermits: true }), "Purposes names none, or one by which nothing can be given."),
            (recipient.Kind != RecipientKind.Affiliate && purposes.Contains(For.ShareAffiliate), $"Purposes: {For.ShareAffiliate} is for affiliates alone."),
            (recipient.Items.Count == 0 || recipient.Items.Any(item => !purposes.Exists(purpose => purpose is not null && IsAbout(purpose, item))), "Items names none, or one that its purposes are not about."),
            (recipient.Items.Distinct(StringComparer.Ordinal).Count() < recipient.Items.Count, "Items names one twice."),
            (recipient.NotAsked is { } reason && !RecipientNotice.ReasonsFor(NoticeState.NotAsked).Contains(reason), "NotAsked is neither LawForbids nor AuthorisedSeparately."),
            (recipient.AssessedOn is null || recipient.ReviewBy is null || recipient.ReviewBy < recipient.AssessedOn, "AssessedOn and ReviewBy are needed, in this order."),
        ];
        return faults.Where(fault => fault.Wrong).Select(fault => fault.Says);
    }

    private bool IsAbout(Purpose purpose, string item) => map.Kinds.Any(kind => kind.ItemsOf(purpose).Any(one => $"{kind.Name}.{one.Property}" == item));

    private static bool IsMailbox(string value) => MailAddress.TryCreate(value, out var address) && address.Address == value;

    [GeneratedRegex("^[a-z0-9-]{1,40}$", RegexOptions.None, 1000)]
    private static partial Regex KeyShape();
}

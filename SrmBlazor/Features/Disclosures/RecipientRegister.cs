using Microsoft.Extensions.Options;
using SrmBlazor.Features.Policies;
using SrmBlazor.PersonalData;

namespace SrmBlazor.Features.Disclosures;

/// <summary>Who outside the operator may receive data, in the order of the keys.</summary>
public sealed class RecipientRegister(IOptions<RecipientSettings> settings, IOptions<OperatorOptions> company)
{
    public IReadOnlyList<Recipient> All { get; } =
        [.. settings.Value.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => entry.Value with { Key = entry.Key })];

    /// <summary>The rows of the policy's table, and of every notice that names recipients.</summary>
    public IReadOnlyList<PolicyRecipientRow> Rows => [.. All.Select(one => new PolicyRecipientRow(one.Name, PurposesOf(one), one.Items, one.Safeguards) { Key = one.Key, Country = one.Country, Mailbox = one.Mailbox })];

    public Recipient? Find(string key) => All.FirstOrDefault(one => one.Key == key);

    /// <summary>What goes there leaves the country of storage.</summary>
    public bool IsAbroad(Recipient recipient) => recipient.Country != company.Value.Country;

    private List<string> PurposesOf(Recipient recipient) => [.. recipient.Purposes, .. IsAbroad(recipient) ? new[] { For.CrossBorder.Key } : []];
}

using Microsoft.Extensions.Options;
using SrmBlazor.Features.Policies;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;
using SrmBlazor.Shared.Geography;

namespace SrmBlazor.Features.Consents;

/// <summary>Writes the notice of a purpose from the data map, the purpose's texts and the operator's details; nobody types one.</summary>
public sealed class Notices(DataMap map, PolicyText policy, PolicyFacts facts, IOptions<OperatorOptions> company)
{
    /// <param name="language">One of <see cref="PolicyLanguage.All"/>.</param>
    public Notice Of(Purpose purpose, string language)
    {
        var (words, shown) = (new PolicyWords(language), policy.Shown(language));
        var items =
            from kind in map.Kinds
            where !kind.Transient
            from item in kind.ItemsOf(purpose)
            let id = $"{kind.Name}.{item.Property}"
            orderby id
            select new NoticeItem(id, words.ItemLabel(id), item.Sensitivity == Sensitivity.Sensitive, purpose.Basic);
        return new Notice(
            purpose.Key, language, words.Purpose(purpose.Key, "Name"), words.Purpose(purpose.Key, "Why"), words.Basis(new PolicyPurposeRow(purpose.Key, purpose.Basis.ToString(), purpose.Basic)),
            purpose.Basis == Basis.SeparateConsent, words.Purpose(purpose.Key, "Refusing"), words.Purpose(purpose.Key, "Kept"), words.Purpose(purpose.Key, "Recipients"), [.. items],
            new NoticeController(company.Value.Name.In(language), company.Value.Department.In(language), company.Value.PostalAddress.In(language), company.Value.Mailbox),
            company.Value.Regions.In(language), shown.Version, shown.TextHash, Named(purpose, words, language));
    }

    private List<NoticeRecipient>? Named(Purpose purpose, PolicyWords words, string language)
    {
        var named = facts.Recipients.Where(row => row.Purposes.Contains(purpose.Key)).Select(row => new NoticeRecipient(
            row.Key, row.Name.In(language), row.Country, Countries.NameOf(row.Country, words.Culture), row.Mailbox,
            [.. row.Items.Select(id => new NoticeItem(id, words.ItemLabel(id), IsSensitive(id), purpose.Basic))], row.Safeguards.In(language))).ToList();
        return named.Count == 0 ? null : named;
    }

    private bool IsSensitive(string id) =>
        map.Kinds.Any(kind => kind.Items.Any(item => item.Sensitivity == Sensitivity.Sensitive && $"{kind.Name}.{item.Property}" == id));
}

using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SrmBlazor.Data;
using SrmBlazor.Features.Disclosures;
using SrmBlazor.Features.Home;
using SrmBlazor.Features.Policies;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;
using SrmBlazor.Shared.Geography;

namespace SrmBlazor.Features.PrivacyCenter.Contents;

/// <summary>What has to be said beside the data (GDPR 15(1)(a)-(h) and (2), PIPL 17, 24, 39, 45), from map, policy and registers: no list of its own.</summary>
public sealed partial class Information(DataMap map, PolicyText policy, IOptions<OperatorOptions> company, RecipientRegister recipients, HeldWords words, DossierWords own)
{
    internal async Task<IReadOnlyList<InformationBlock>> OfAsync(SrmDbContext db, Guid person, Ledger ledger, IReadOnlyList<Holding> held, DateTime now)
    {
        var language = PolicyLanguage.For(System.Globalization.CultureInfo.CurrentUICulture);
        var document = policy.In(language);
        var live = map.Purposes.Where(purpose => purpose == For.Access || ledger.Spells(purpose, now).Any() || held.Any(holding => holding.Holds.Any(hold => hold.Purpose == purpose))).ToList();
        var given = await db.Set<Disclosure>().Where(one => one.PersonId == person).OrderBy(one => one.On).Select(one => new { one.RecipientKey, one.On }).ToListAsync();
        var (operatorName, regions) = (company.Value.Name.In(language), company.Value.Regions.In(language));
        var abroad = recipients.All.Where(recipients.IsAbroad).Select(one => own.Text("Info.borders.Recipient", one.Name.In(language), Countries.NameOf(one.Country, System.Globalization.CultureInfo.CurrentUICulture), one.Safeguards.In(language)));
        return
        [
            Block("operator", "PIPL 17(1); GDPR 15(1)", [operatorName, company.Value.Department.In(language), company.Value.PostalAddress.In(language), company.Value.Mailbox,
                own.Text("Info.operator.Officer", company.Value.DataProtectionOfficer.Mailbox, company.Value.DataProtectionOfficer.Phone)]),
            Block("purposes", "GDPR 15(1)(a); PIPL 17(2)", live.Select(purpose => own.Text("Info.purposes.One", words.Purpose(purpose, "Name"), words.Purpose(purpose, "Why"), words.Basis(purpose)))),
            Block("categories", "GDPR 15(1)(b); PIPL 17(2)", held.SelectMany(holding => holding.Kind.Items).Select(item => item.Category).Distinct().Order().Select(own.Category)),
            Block("recipients", "GDPR 15(1)(c); PIPL 17, 23", live.Select(purpose => own.Text("Info.Of", words.Purpose(purpose, "Name"), words.Purpose(purpose, "Recipients")))
                .Concat(given.Select(one => own.Text("Info.recipients.Given", recipients.Find(one.RecipientKey)?.Name.In(language) ?? one.RecipientKey, own.Moment(one.On))))),
            Block("retention", "GDPR 15(1)(d); PIPL 17(2), 19", live.Select(purpose => own.Text("Info.Of", words.Purpose(purpose, "Name"), words.Purpose(purpose, "Kept")))),
            Block("rights", "GDPR 15(1)(e); PIPL 17(3), 44-50", Paragraphs(document, "rights")),
            Block("complaint", "GDPR 15(1)(f); PIPL 50, 65", Paragraphs(document, "contact")),
            Block("source", "GDPR 15(1)(g)", held.Select(holding => holding.Kind).Distinct().GroupBy(words.Source).Select(group => own.Text("Info.Of", group.Key, own.List(group.Select(kind => words.Kind(kind.Name)).Distinct())))),
            Block("automated", "GDPR 15(1)(h), 22; PIPL 24", [own.Text("Info.automated.Text")]),
            Block("borders", "GDPR 15(2), 46; PIPL 38, 39", abroad.Prepend(own.Text("Info.borders.Text", regions))),
            Block("copy", "GDPR 15(3), 20; PIPL 45", [own.Text("Info.copy.Text"), own.Text("Info.copy.Policy", PolicyNumber.Of(policy.Current.Version), document.Hash)]),
        ];
    }

    private InformationBlock Block(string key, string law, IEnumerable<string> paragraphs) =>
        new(key, law, own.Text($"Info.{key}"), [.. paragraphs.Where(text => !string.IsNullOrWhiteSpace(text))]);

    /// <summary>A section of the policy in force, word for word, without its links.</summary>
    private static IEnumerable<string> Paragraphs(PolicyDocument document, string section) =>
        EndOfBlock().Split(document.Sections.Single(one => one.Id == section).Html)
            .Select(html => WebUtility.HtmlDecode(Spaces().Replace(Tag().Replace(html, ""), " ")).Trim()).Where(text => text.Length > 0);

    [GeneratedRegex("</(?:p|li|h[1-6]|td|th|tr)>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EndOfBlock();

    [GeneratedRegex("<[^>]+>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tag();

    [GeneratedRegex("\\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();
}

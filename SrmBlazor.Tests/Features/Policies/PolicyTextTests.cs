using System.Text.RegularExpressions;
using SrmBlazor.Features.Policies;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Policies;

public sealed partial class PolicyTextTests
{
    [Fact]
    public void Both_languages_have_the_same_files_in_the_same_order()
    {
        var english = PolicySource.Written(PolicyLanguage.English).Select(section => section.Slug).ToList();
        var chinese = PolicySource.Written(PolicyLanguage.Chinese).Select(section => section.Slug).ToList();

        Assert.Equal(english, chinese);
        Assert.Equal(12, english.Count);
    }

    [Fact]
    [Promise("P-0-15", "P-10-07", "P-D-01")]
    public void Both_languages_have_the_same_sections_and_sub_sections()
    {
        var policy = PolicySamples.Text();

        Assert.Equal(Anchors(policy.In("en")), Anchors(policy.In("zh-CN")));
        Assert.DoesNotContain("", Anchors(policy.In("en")));
    }

    [Fact]
    [Promise("P-0-15")]
    public void Both_languages_make_the_same_promises_in_every_section_and_each_only_once()
    {
        var policy = PolicySamples.Text();

        var english = policy.In("en").Sections.Select(section => string.Join(' ', section.Promises)).ToList();
        var chinese = policy.In("zh-CN").Sections.Select(section => string.Join(' ', section.Promises)).ToList();
        var all = policy.In("en").Sections.SelectMany(section => section.Promises).ToList();

        Assert.Equal(english, chinese);
        Assert.Equal(all.Distinct(), all);
        Assert.All(all, id => Assert.Matches(@"^P-[0-9AD][0-9.]*-X?[0-9]+$", id));
    }

    [Fact]
    [Promise("P-10-07")]
    public void Both_languages_leave_the_same_places_open_for_operator_and_tables()
    {
        var english = PolicySource.Written(PolicyLanguage.English).Select(section => Placeholders(section.Markdown));
        var chinese = PolicySource.Written(PolicyLanguage.Chinese).Select(section => Placeholders(section.Markdown));

        Assert.Equal(english, chinese);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public void Nothing_unfilled_and_no_markdown_is_left_in_what_a_reader_sees(string language)
    {
        var policy = PolicySamples.Text(PolicySamples.Company(nameInEnglish: "Acme"));

        var html = Html(policy.In(language));

        Assert.DoesNotContain("{{", html, StringComparison.Ordinal);
        Assert.DoesNotContain("[[", html, StringComparison.Ordinal);
        Assert.DoesNotContain("**", html, StringComparison.Ordinal);
        Assert.DoesNotContain("{#", html, StringComparison.Ordinal);
        Assert.DoesNotContain("](", html, StringComparison.Ordinal);
        Assert.DoesNotContain("\\", html, StringComparison.Ordinal);
    }

    [Fact]
    [Promise("P-0-04")]
    public void What_an_operator_writes_in_a_setting_stays_text()
    {
        var policy = PolicySamples.Text();

        var html = Html(policy.In("en"));

        Assert.Contains("Acme_Parts &lt;b&gt;*Ltd*&lt;/b&gt; | {{Operator.Name}}", html, StringComparison.Ordinal);
        Assert.Contains("href=\"mailto:privacy_desk@example.com\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    [Promise("P-0-03")]
    public void No_page_of_another_host_is_named_or_loaded(string language)
    {
        var html = Html(PolicySamples.Text().In(language));

        Assert.DoesNotMatch(@"(?i)https?:|src=|href=""//|<script|<img|<iframe|style=", html);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    [Promise("P-D-01")]
    public void Every_link_within_the_policy_leads_to_an_anchor_and_anchors_are_unique(string language)
    {
        var html = Html(PolicySamples.Text().In(language));

        var ids = Id().Matches(html).Select(match => match.Groups["id"].Value).ToList();
        var targets = WithinPage().Matches(html).Select(match => match.Groups["id"].Value).ToList();

        Assert.Equal(ids.Distinct(), ids);
        Assert.NotEmpty(targets);
        Assert.Subset(ids.ToHashSet(StringComparer.Ordinal), targets.ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public void The_hash_changes_with_the_operators_details_and_with_the_tables()
    {
        var before = PolicySamples.Text().Current.Hashes;

        var again = PolicySamples.Text().Current.Hashes;
        var renamed = PolicySamples.Text(PolicySamples.Company(mailbox: "other@example.com")).Current.Hashes;
        var fewerItems = PolicySamples.Text(facts: PolicySamples.Facts with { Items = [PolicySamples.Facts.Items[0]] }).Current.Hashes;

        Assert.Equal(before, again);
        Assert.All(PolicyLanguage.All, language => Assert.NotEqual(before[language], renamed[language]));
        Assert.All(PolicyLanguage.All, language => Assert.NotEqual(before[language], fewerItems[language]));
    }

    [Fact]
    public void The_hash_covers_exactly_the_published_text()
    {
        var document = PolicySamples.Text().In("zh-CN");

        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(document.Source)));

        Assert.Equal(hash, document.Hash);
        Assert.All(document.Sections, section => Assert.Contains(section.Title, document.Source, StringComparison.Ordinal));
    }

    [Fact]
    [Promise("P-0-05")]
    public void The_tables_say_what_the_facts_say()
    {
        var english = Html(PolicySamples.Text().In("en"));
        var chinese = Html(PolicySamples.Text().In("zh-CN"));

        Assert.Matches(@"<td>Name</td>\s*<td>Your account<br />Restricted-party screening</td>\s*<td>Contract with you<br />Legal duty: export-control law</td>\s*<td>Basic</td>\s*<td>Your account: Until you close", english);
        Assert.Matches(@"<td>部门</td>\s*<td>您的工作岗位</td>\s*<td>您的同意</td>\s*<td>附加</td>", chinese);
        Assert.Contains("<td>ID number (sensitive)</td>", english, StringComparison.Ordinal);
        Assert.Contains("<td>__Host-draft</td>", english, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"col\">", english, StringComparison.Ordinal);
        Assert.Contains("aria-labelledby=\"collection-items\"", english, StringComparison.Ordinal);
    }

    [Fact]
    [Promise("P-0-05")]
    public void The_data_map_of_this_program_fills_the_tables_in_both_languages()
    {
        var map = DataMap.OfThisProgram();

        var facts = PolicyFacts.Of(map, [], []);
        var policy = PolicySamples.Text(facts: facts);

        Assert.Equal(map.Kinds.Where(kind => !kind.Transient).Sum(kind => kind.Items.Count), facts.Items.Count);
        Assert.Equal(map.Purposes.Select(purpose => purpose.Key), facts.Purposes.Select(row => row.Purpose));
        Assert.Contains("目前没有登记本公司以外的接收方", Html(policy.In("zh-CN")), StringComparison.Ordinal);
    }

    [Fact]
    [Promise("P-D-03")]
    public void A_record_brings_its_holders_its_consent_and_its_sensitivity_into_the_table()
    {
        var map = new DataMap([typeof(Passport)], [], [For.Account, For.SensitiveIdentity]);

        var row = Assert.Single(PolicyFacts.Of(map, [], []).Items);

        Assert.Equal("passport.Number", row.Item);
        Assert.Equal(["account", "sensitive-identity"], row.Purposes);
        Assert.True(row.Sensitive);
    }

    [Fact]
    public void A_fact_without_words_stops_the_policy_from_being_built()
    {
        var facts = PolicySamples.Facts with { Items = [new("shoe.Size", ["account"])] };

        var error = Assert.Throws<InvalidOperationException>(() => PolicySamples.Text(facts: facts));

        Assert.Contains("Item.shoe.Size", error.Message, StringComparison.Ordinal);
    }

    private sealed record Passport(string Number) : SealedRecord, IDeclared
    {
        public static RecordKind Kind { get; } = RecordKind.Of("passport").HeldBy(For.Account).HasSensitive(nameof(Number), Category.Document, For.SensitiveIdentity);
    }

    private static string Html(PolicyDocument document) => string.Concat(document.Sections.Select(section => section.Html));

    private static List<string> Anchors(PolicyDocument document) =>
        [.. document.Sections.SelectMany(section => section.SubSections.Select(heading => heading.Id).Prepend(section.Id))];

    private static string Placeholders(string markdown) =>
        string.Join(' ', Placeholder().Matches(markdown).Select(match => match.Value).Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{\{[^}]+\}\}", RegexOptions.None, 1000)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\sid=""(?<id>[^""]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Id();

    [GeneratedRegex(@"href=""/policy#(?<id>[^""]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WithinPage();
}

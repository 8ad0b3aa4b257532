using System.Collections;
using System.Globalization;
using System.Resources;
using SrmBlazor.Features.Policies.Promises;
using SrmBlazor.Features.Registration.Steps;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Policies.Lint;

public sealed class PolicyLintTests
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");
    private static readonly PolicyWriting Shipped = PolicyWriting.OfThisProgram();
    private static readonly DataMap Map = DataMap.OfThisProgram();
    private static readonly OperatorOptions Company = PolicySamples.Company();
    private static readonly AskedPersons Asks = RegistrationAsks.OfThisProgram(Map);

    [Fact]
    [Promise("P-2-02")]
    public void The_shipped_policy_has_no_problem()
    {
        Assert.Empty(Problems().Select(problem => problem.In(English)));
    }

    [Theory]
    [InlineData(PolicyProblemKind.MissingSection, "section rights-copy is missing in zh-CN", "{#rights-copy}", "")]
    [InlineData(PolicyProblemKind.MissingPromise, "promise P-5.3-12 is missing in zh-CN", "[[P-5.3-12]]", "")]
    [InlineData(PolicyProblemKind.PromiseTwice, "promise P-5.3-12 is made twice in zh-CN", "[[P-5.3-12]]", "[[P-5.3-12]][[P-5.3-12]]")]
    [InlineData(PolicyProblemKind.PlaceDiffers, "place {{Operator.Regions}}", "{{Operator.Regions}}", "中国")]
    [InlineData(PolicyProblemKind.NumbersDiffer, "section rights-how the languages name different numbers: 15 WorkingDays and 10 WorkingDays", "请求内容明确之后 15 个工作日", "请求内容明确之后 10 个工作日")]
    [InlineData(PolicyProblemKind.NumbersDiffer, "section minors-young the languages name different numbers: 18 and 16", "如果您未满 18 周岁", "如果您未满 16 周岁")]
    [InlineData(PolicyProblemKind.NumbersDiffer, "section contact-time the languages name different numbers: 15 WorkingDays and 15 Days", "我们在 15 个工作日内答复请求和疑问", "我们在 15 天内答复请求和疑问")]
    public void A_translation_that_says_something_else_is_found(PolicyProblemKind kind, string says, string text, string becomes)
    {
        var chinese = Shipped.Chinese.Select(section => section.Replace(text, becomes, StringComparison.Ordinal)).ToList();
        Assert.NotEqual(Shipped.Chinese, chinese);

        var problems = Problems(Shipped with { Chinese = chinese });

        Assert.Contains(problems, problem => problem.Kind == kind && problem.In(English).Contains(says, StringComparison.Ordinal));
    }

    [Fact]
    public void A_whole_section_that_only_Chinese_has_is_missing_in_English()
    {
        var problems = Problems(Shipped with { English = [.. Shipped.English.SkipLast(1)] });

        Assert.Contains(problems, problem => problem is { Kind: PolicyProblemKind.MissingSection, Values: ["definitions", "en"] });
        Assert.Contains(problems, problem => problem is { Kind: PolicyProblemKind.MissingPromise, Values: ["P-D-01", "en"] });
    }

    [Fact]
    public void A_promise_without_a_keeper_and_a_keeper_without_a_promise_are_found()
    {
        var register = PromiseRegister.Read(new StringReader("P-9-99 people consents"), new StringReader(""));

        var problems = PolicyLint.Problems(Shipped, Map, Company, Asks, register).ToList();

        Assert.Contains(problems, problem => problem is { Kind: PolicyProblemKind.KeeperWithoutPromise, Values: ["P-9-99"] });
        Assert.Contains(problems, problem => problem is { Kind: PolicyProblemKind.PromiseWithoutKeeper, Values: ["P-1.1.1-08"] });
    }

    [Fact]
    public void A_blank_contact_is_found()
    {
        var problem = Assert.Single(Problems(company: PolicySamples.Company(mailbox: "")));

        Assert.Equal("The setting Operator:Mailbox is empty.", problem.In(English));
    }

    [Theory]
    [InlineData("10 years after", "年度结束后 10 年", "7 years after", "年度结束后 7 年")]
    [InlineData("10 days at most", "最长 10 天", "12 days at most", "最长 12 天")]
    public void A_term_that_the_program_does_not_keep_is_found_although_the_languages_agree(string english, string chinese, string otherwise, string alsoOtherwise)
    {
        var writing = new PolicyWriting(
            [.. Shipped.English.Select(section => section.Replace(english, otherwise, StringComparison.Ordinal))],
            [.. Shipped.Chinese.Select(section => section.Replace(chinese, alsoOtherwise, StringComparison.Ordinal))]);

        var problems = Problems(writing);

        Assert.All(problems, problem => Assert.Equal(PolicyProblemKind.TermNotInPolicy, problem.Kind));
        Assert.Equal(PolicyLanguage.All, problems.Select(problem => problem.Values[^1]));
    }

    [Fact]
    public void A_term_of_the_program_that_its_purpose_does_not_name_is_found_in_both_languages()
    {
        var longer = For.DeliverMessage with { Term = TimeSpan.FromDays(45) };

        var problems = Problems(map: With([.. For.Known.Where(purpose => purpose != For.DeliverMessage), longer]));

        Assert.Contains(problems, problem => problem.In(English) == "The program keeps data for the purpose deliver-message for 45 Days; the text of the purpose in en does not say so.");
        Assert.Contains(problems, problem => problem is { Kind: PolicyProblemKind.TermDiffers, Values: ["deliver-message", "45 Days", "zh-CN"] });
    }

    [Fact]
    public void A_handling_that_outlasts_what_its_purpose_says_is_found()
    {
        var handling = Handling.WithTerm<AccessEntry>(For.Accountability, new Retention(5, 0), nameof(AccessEntry.On));

        var problems = Problems(map: new DataMap(Map.ByType.Keys, [.. Map.Handlings, handling], For.Known));

        Assert.Contains(problems, problem => problem is { Kind: PolicyProblemKind.TermDiffers, Values: ["accountability", "5 Years", "en"] });
    }

    [Theory]
    [InlineData(Basis.Consent, false, PolicyProblemKind.Map, "shoe-size: it holds nothing.")]
    [InlineData(Basis.Consent, false, PolicyProblemKind.Map, "shoe-size: the text Why is missing in one of the languages.")]
    [InlineData(Basis.SeparateConsent, true, PolicyProblemKind.PurposeWithoutItems, "shoe-size permits something")]
    public void A_purpose_without_items_or_texts_is_found(Basis basis, bool onlyUses, PolicyProblemKind kind, string says)
    {
        var purpose = new Purpose("shoe-size", basis) { OnlyUses = onlyUses, OnlyPermits = onlyUses };

        var problems = Problems(map: With([.. For.Known, purpose]));

        Assert.Contains(problems, problem => problem.Kind == kind && problem.In(English).Contains(says, StringComparison.Ordinal));
    }

    [Fact]
    public void An_item_without_a_purpose_is_found()
    {
        var problems = Problems(map: new DataMap([.. Map.ByType.Keys, typeof(Shoe)], Map.Handlings, For.Known));

        Assert.Contains(problems, problem => problem.In(English) == "The data map: shoe: no purpose holds it.");
    }

    [Fact]
    [Promise("P-1-01", "P-1.1.1-03")]
    public void What_is_demanded_of_somebody_for_whom_no_purpose_needs_it_is_found()
    {
        var asked = new AskedPersons([.. Asks.All, new AskedPerson("Subcontracting, CN", [new AskedItem("Phone", [For.Registration, For.LeasingContact])], [For.Account])]);

        var problem = Assert.Single(Problems(asked: asked));

        Assert.Equal("Phone is asked of Subcontracting, CN, but no stated purpose needs it for that person.", problem.In(English));
    }

    [Fact]
    public void An_additional_purpose_is_no_reason_to_demand_an_answer()
    {
        var asked = new AskedPersons([new AskedPerson("anybody", [new AskedItem("Department", [For.WorkProfile])], [For.WorkProfile])]);

        Assert.Equal(PolicyProblemKind.NotNeeded, Assert.Single(Problems(asked: asked)).Kind);
    }

    [Fact]
    public void Every_country_and_cooperation_is_asked_about()
    {
        Assert.Equal(2 * 249, Asks.All.Count);
        Assert.Contains(Asks.All, person => person.Who == "PersonnelLeasing, RU" && person.Needed.Any(item => item.Name == "Phone") && person.Needed.Any(item => item.Name == "ScreeningAddress"));
        Assert.All(Asks.All, person => Assert.Contains(person.Needed, item => item.Name == "Scan"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("zh-CN")]
    public void Every_problem_has_a_sentence(string culture)
    {
        var texts = new ResourceManager(typeof(PolicyLintTexts)).GetResourceSet(CultureInfo.GetCultureInfo(culture), true, false)!.Cast<DictionaryEntry>().Select(text => (string)text.Key);

        Assert.Equal(Enum.GetNames<PolicyProblemKind>().Order(StringComparer.Ordinal), texts.Order(StringComparer.Ordinal));
    }

    private sealed record Shoe : SealedRecord, IDeclared
    {
        public static RecordKind Kind { get; } = RecordKind.Of("shoe");
    }

    private static DataMap With(IReadOnlyList<Purpose> purposes) => new(Map.ByType.Keys, Map.Handlings, purposes);

    private static List<PolicyProblem> Problems(PolicyWriting? writing = null, DataMap? map = null, OperatorOptions? company = null, AskedPersons? asked = null) =>
        [.. PolicyLint.Problems(writing ?? Shipped, map ?? Map, company ?? Company, asked ?? Asks)];
}

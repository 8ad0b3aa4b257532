using System.Collections;
using System.Globalization;
using System.Resources;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Policies.Promises;

public sealed class PromiseRegisterTests
{
    private static readonly PromiseRegister Register = PromiseRegister.OfThisProgram();

    private static readonly string[] Made = [.. PolicySamples.Text().In(PolicyLanguage.English).Sections.SelectMany(section => section.Promises)];

    /// <summary>What people may keep. Whoever adds one here says that the program cannot; whoever teaches the program one takes it out.</summary>
    private static readonly string[] ByHand =
    [
        "P-0-02", "P-0-12", "P-0-X1", "P-1.1.1-11", "P-1.1.1-10", "P-1.2-01", "P-1.2-02", "P-1.2-03", "P-1.2-04", "P-1.2-09", "P-1.2-08", "P-1.2-05",
        "P-1.2-06", "P-1.2-07", "P-1.3-03", "P-1.3-04", "P-1.3-06", "P-1.3-07", "P-3.1-01", "P-4.1-01", "P-4.1-03", "P-4.1-06", "P-0-10", "P-4.2-01",
        "P-4.2-02", "P-4.2-03", "P-4.2-04", "P-4.3-02", "P-4.3-03", "P-5.4-05", "P-5.6-01", "P-6-01", "P-6-03", "P-6-05", "P-8.1-06", "P-8.2-01",
        "P-8.3-01", "P-8.3-02", "P-8.3-03", "P-8.3-04", "P-8.3-05", "P-8.4-01", "P-8.4-02",
    ];

    [Fact]
    public void People_keep_only_what_is_left_to_them_deliberately()
    {
        Assert.Equal(ByHand.Order(StringComparer.Ordinal), Register.Entries.Where(entry => entry.Keeper == PromiseKeeper.People).Select(entry => entry.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_promise_of_the_policy_has_a_keeper_and_every_keeper_a_promise()
    {
        Assert.Equal(Made.Order(StringComparer.Ordinal), Register.Entries.Select(entry => entry.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    [Promise("P-8.1-08")]
    public void Every_promise_that_the_program_keeps_has_a_test_and_no_other_has()
    {
        var proven = PromiseFiles.Named.Select(line => line.Id).Distinct();

        Assert.Equal(Register.Entries.Where(entry => entry.Keeper == PromiseKeeper.Program).Select(entry => entry.Id).Order(StringComparer.Ordinal), proven.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void At_least_sixty_promises_are_proven()
    {
        Assert.InRange(Register.Entries.Count(entry => entry.Keeper == PromiseKeeper.Program), 60, Made.Length);
    }

    [Fact]
    public void Whoever_names_a_promise_is_a_test()
    {
        var methods = typeof(PromiseFiles).Assembly.GetTypes().SelectMany(type => type.GetMethods()).Where(method => method.IsDefined(typeof(PromiseAttribute), false));

        Assert.All(methods, method => Assert.True(method.IsDefined(typeof(FactAttribute), true), method.Name));
    }

    [Fact]
    public void The_committed_lists_are_what_the_tests_say_now()
    {
        const string remedy = "Run scripts/promises.sh.";

        Assert.True(PromiseFiles.List() == File.ReadAllText(PromiseFiles.ListPath), remedy);
        Assert.True(PromiseFiles.Document() == File.ReadAllText(PromiseFiles.DocumentPath), remedy);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public void Every_keeper_has_words_and_every_word_a_keeper(string language)
    {
        var texts = new ResourceManager(typeof(PromiseTexts)).GetResourceSet(language == PolicyLanguage.English ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(language), true, false)!
            .Cast<DictionaryEntry>().ToDictionary(text => (string)text.Key, text => (string)text.Value!, StringComparer.Ordinal);

        var said = Register.Entries.Select(entry => entry.Keeper == PromiseKeeper.People ? $"Hand.{entry.By}" : $"Feature.{entry.By}").Distinct(StringComparer.Ordinal);

        Assert.Equal(texts.Keys.Where(key => key.StartsWith("Hand.", StringComparison.Ordinal) || key.StartsWith("Feature.", StringComparison.Ordinal)).Order(StringComparer.Ordinal), said.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(texts.Values, string.IsNullOrWhiteSpace);
    }

    [Fact]
    public void Every_feature_that_keeps_promises_has_its_folder()
    {
        var source = Path.Combine(AppContext.BaseDirectory, "../../../../SrmBlazor");

        Assert.All(PromiseFeature.All, feature => Assert.True(Directory.Exists(Path.Combine(source, feature.Folder)), feature.Folder));
        Assert.All(Register.Entries.Where(entry => entry.Keeper == PromiseKeeper.Program), entry => Assert.NotNull(PromiseFeature.Named(entry.By)));
    }

    [Theory]
    [InlineData("P-1 program")]
    [InlineData("P-1 robots Shell")]
    [InlineData("P-1 program Shell\nP-1 people consents")]
    public void A_register_that_cannot_be_read_is_refused(string register)
    {
        Assert.Throws<InvalidDataException>(() => PromiseRegister.Read(new StringReader(register), new StringReader("")));
    }
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace SrmBlazor.Features.Registration.Steps;

/// <summary>The table <c>bad-input.tsv</c>: what people type wrong, and what each is told, word for word in both languages.</summary>
public sealed class BadInputTests
{
    public static IEnumerable<object[]> Table => Rows();

    [Theory]
    [MemberData(nameof(Table))]
    public async Task Wrong_input_is_explained_in_both_languages_and_not_lost(string item, string where, string typed, string english, string chinese)
    {
        var question = Enum.Parse<Item>(item);
        var value = Regex.Unescape(typed);
        var before = Where(where);
        Answers? saved = null;
        await using var editor = new DraftEditor(A.Draft(before.With(question, null)), (changes, version) =>
        {
            saved = changes.Aggregate(before, (answers, change) => answers.With(change.Item, change.Value));
            return Task.FromResult<DraftSave>(new DraftSave.Saved(saved, version + 1, A.Clock.GetUtcNow().UtcDateTime));
        }, A.Clock, work => work());
        editor.Set(question, value);

        Assert.Equal(english, Said("en", question, editor.Answers));
        Assert.Equal(chinese, Said("zh-CN", question, editor.Answers));

        await editor.FlushAsync();
        Assert.Equal(value, editor.Answers[question] ?? "");
        Assert.Equal(value, (saved ?? before.With(question, null))[question] ?? "");
    }

    [Fact]
    public void Every_question_has_at_least_six_wrong_answers()
    {
        var counts = Rows().CountBy(cells => cells[0]).ToDictionary();

        Assert.All(Enum.GetNames<Item>(), item => Assert.True(counts.GetValueOrDefault(item) >= 6, item));
    }

    [Fact]
    public void Right_answers_are_not_complained_about()
    {
        var rules = A.Rules();

        Assert.All([A.Leased, A.InRussia, A.Subcontractor], answers => Assert.Empty(rules.CheckAll(answers, sensitive: true, hasScan: true)));
    }

    private static string? Said(string language, Item item, Answers answers)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            return A.Rules().Check(item, answers);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static Answers Where(string circumstances) => circumstances == "in Russia" ? A.InRussia
        : circumstances.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('='))
            .Aggregate(A.Leased, (answers, pair) => answers.With(Enum.Parse<Item>(pair[0]), pair[1]));

    private static IEnumerable<string[]> Rows()
    {
        using var stream = typeof(BadInputTests).Assembly.GetManifestResourceStream($"{typeof(BadInputTests).Namespace}.bad-input.tsv")!;
        using var table = new StreamReader(stream);
        return [.. table.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split('\t'))];
    }
}

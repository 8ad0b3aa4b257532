namespace SrmBlazor.Features.Policies;

public sealed class PolicyComparisonTests
{
    [Theory]
    [InlineData("We keep it for 30 days.[[P-2-01]]", "We keep it for 60 days.[[P-2-01]]", "We keep it for -30-+60+ days.")]
    [InlineData("我们保存三十天。", "我们保存六十天。", "我们保存-三-+六+十天。")]
    [InlineData("Same.\n\nGone.", "Same.", "-Gone.-")]
    [InlineData("Same.", "Same.\n\n- [New](#new) **thing** with a\\_name", "+New thing with a_name+")]
    [InlineData("| Name | Kept |\n|---|---|\n| Phone | 1 year |", "| Name | Kept |\n|---|---|\n| Phone | 2 years |", "Phone · -1-+2+ -year-+years+")]
    public void Only_what_differs_is_shown_as_a_reader_sees_it(string before, string now, string shown)
    {
        var lines = PolicyComparison.Lines(before, now);

        Assert.Equal(shown, string.Join('\n', lines.Select(line => string.Concat(line.Runs.Select(Mark)))));
    }

    [Fact]
    public void The_same_text_with_other_marks_reads_the_same() =>
        Assert.Empty(PolicyComparison.Lines("## Terms {#terms}\n\nWe do.[[P-1-01]]", "## Terms {#other}\n\nWe do.[[P-1-02]]"));

    [Fact]
    public void A_section_that_came_and_one_that_went_are_shown_whole()
    {
        var before = PolicyDocument.Of("en", "# One {#one}\n\nText.\n\n# Two {#two}\n\nMore.\n", "/policy");
        var now = PolicyDocument.Of("en", "# One {#one}\n\nText.\n\n# Three {#three}\n\nLess.\n", "/policy");

        var sections = PolicyComparison.Of(before, now);

        Assert.Equal([("three", Part.Added), ("two", Part.Removed)], sections.Select(section => (section.Id, section.Lines.SelectMany(line => line.Runs).Select(run => run.Part).Distinct().Single())));
    }

    private static string Mark(ComparedRun run) => run.Part switch
    {
        Part.Same => run.Text,
        Part.Removed => $"-{run.Text}-",
        Part.Added => $"+{run.Text}+",
    };
}

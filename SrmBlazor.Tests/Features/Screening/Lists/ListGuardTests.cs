using System.Text;

namespace SrmBlazor.Features.Screening.Lists;

public sealed class ListGuardTests
{
    [Theory]
    [InlineData(100, 95, true)]
    [InlineData(100, 94, false)]
    [InlineData(100, 130, true)]
    public void A_list_may_lose_a_twentieth_at_once_and_no_more(int before, int after, bool allowed)
    {
        var live = SampleLists.Accepted(ListSource.Own, SampleLists.Of(ListSource.Own, before));

        var outcome = ListFile.Read(ListSource.Own, new MemoryStream(SampleLists.Of(ListSource.Own, after)), live);

        Assert.Equal(allowed, outcome is ListOutcome.Accepted);
        Assert.True(allowed || outcome is ListOutcome.Refused { Refusal: { Reason: RefusalReason.Shrunken, Line: 0, Detail: "94 entries; the version before has 100." } });
    }

    [Fact]
    public void A_list_that_has_kept_its_entries_but_lost_their_aliases_has_shrunk_too()
    {
        var live = SampleLists.Accepted(ListSource.Un, SampleLists.Of(ListSource.Un));
        var without = Encoding.UTF8.GetString(SampleLists.Of(ListSource.Un)).Replace("<QUALITY>Low</QUALITY>\n        <ALIAS_NAME>", "<QUALITY>Low</QUALITY>\n        <NOTE>", StringComparison.Ordinal);
        without = string.Join("\n", without.Split('\n').Select(line => line.Contains("<NOTE>", StringComparison.Ordinal) ? line.Replace("</ALIAS_NAME>", "</NOTE>", StringComparison.Ordinal) : line));

        var refusal = SampleLists.Refused(ListSource.Un, without, live);

        Assert.Equal(RefusalReason.Shrunken, refusal.Reason);
        Assert.Contains("names", refusal.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_that_all_became_others_are_an_upheaval()
    {
        var live = SampleLists.Accepted(ListSource.OfacAlt, SampleLists.Of(ListSource.OfacAlt));
        var turned = Encoding.UTF8.GetString(SampleLists.Of(ListSource.OfacAlt)).Replace(", Odrin", ", Odran", StringComparison.Ordinal).Replace(", Brisanta", ", Brisante", StringComparison.Ordinal).Replace(", Tolbert", ", Tolbart", StringComparison.Ordinal);

        Assert.Equal(RefusalReason.Upheaval, SampleLists.Refused(ListSource.OfacAlt, turned, live).Reason);
    }

    [Fact]
    public void Who_states_that_it_is_meant_so_may_import_a_smaller_list()
    {
        var live = SampleLists.Accepted(ListSource.Own, SampleLists.Of(ListSource.Own, 100));

        var version = SampleLists.Accepted(ListSource.Own, SampleLists.Of(ListSource.Own, 10), live, deliberate: true);

        Assert.Equal(10, version.Counts.Entries);
    }

    [Fact]
    public void A_deliberate_import_forgives_a_missing_end_mark_but_nothing_that_is_broken()
    {
        var unmarked = Encoding.UTF8.GetString(SampleLists.Of(ListSource.OfacSdn)).TrimEnd('\u001A');

        Assert.Equal(RefusalReason.Truncated, SampleLists.Refused(ListSource.OfacSdn, unmarked).Reason);
        Assert.Equal(60, SampleLists.Accepted(ListSource.OfacSdn, unmarked, deliberate: true).Counts.Entries);
        Assert.Equal(RefusalReason.Truncated, SampleLists.Refused(ListSource.OfacSdn, unmarked[..^30], deliberate: true).Reason);
    }
}

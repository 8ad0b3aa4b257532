namespace SrmBlazor.Features.Screening.Lists;

public sealed class ListDiffTests
{
    private const string Header = "name,aliases,nationality,birth_year,note\n";

    [Fact]
    public void Entries_are_new_gone_or_changed_by_their_ids()
    {
        var before = Own("Odrin,,CU,1970,\nQuella,,CU,1970,\nVasmir,,CU,1970,\n");
        var after = Own("Vasmir,,CU,1971,\nOdrin,,CU,1970,\nTolbert,,CU,1970,\n");

        var diff = ListDiff.Between(before, after);

        Assert.Equal(["Tolbert"], diff.Added.Select(entry => entry.Id));
        Assert.Equal(["Quella"], diff.Removed.Select(entry => entry.Id));
        var change = Assert.Single(diff.Changed);
        Assert.Equal(("Vasmir", EntryFields.Births | EntryFields.Facts), (change.After.Id, change.Fields));
        Assert.Equal(["Tolbert", "Vasmir"], diff.ToCompare.Select(entry => entry.Id));
    }

    [Theory]
    [InlineData("Odrin,Lamp;Lantern,CU;RU,1970,first", "Odrin,Lantern;Lamp,RU;CU,1970,second", true)]
    [InlineData("Odrin,Lamp,CU,1970,", "Odrin,Lamp;Light,CU,1970,", false)]
    [InlineData("Odrin,Lamp,CU,1970,", "Odrin,Lamp,RU,1970,", false)]
    [InlineData("Odrin,Lamp,CU,1970,", "Odrin,Lamp,,1970,", false)]
    [InlineData("Odrin,Lamp,CU,1970,", "Odrin,Lamp,CU,c. 1970,", false)]
    [InlineData("Odrin,Lamp,CU,1970,", "Odrin,Lamp,CU,1970-1971,", false)]
    [InlineData("Odrin,Lamp,Cuba,1970,", "Odrin,Lamp,CU,1970,", true)]
    public void The_content_hash_changes_with_what_is_compared_and_with_nothing_else(string one, string other, bool same) =>
        Assert.Equal(same, Own(one + "\n").Entries[0].ContentHash == Own(other + "\n").Entries[0].ContentHash);

    [Fact]
    public void A_note_that_changed_is_a_change_that_reopens_nothing()
    {
        var diff = ListDiff.Between(Own("Odrin,,CU,1970,lamp\n"), Own("Odrin,,CU,1970,lantern\n"));

        Assert.False(Assert.Single(diff.Changed).Matters);
        Assert.Empty(diff.ToCompare);
    }

    [Fact]
    public void An_alias_that_is_joined_to_an_entry_changes_its_content_hash()
    {
        var main = SampleLists.Accepted(ListSource.OfacSdn, SampleLists.Of(ListSource.OfacSdn, 10));
        var (names, addresses) = (SampleLists.Accepted(ListSource.OfacAlt, SampleLists.Of(ListSource.OfacAlt, 30)), SampleLists.Accepted(ListSource.OfacAdd, SampleLists.Of(ListSource.OfacAdd, 4)));

        var joined = OfacJoin.Of(main, names, addresses);

        Assert.Equal(main.Entries.Select(entry => entry.Id), joined.Entries.Select(entry => entry.Id));
        Assert.Equal(main.Entries[0].Names.Count + 2, joined.Entries[0].Names.Count);
        Assert.Equal([2, 2, 0], joined.Entries.Take(3).Select(entry => entry.Addresses.Count));
        Assert.NotEqual(main.Entries[0].ContentHash, joined.Entries[0].ContentHash);
        Assert.Equal(10, joined.Orphans.Count); // aliases of the entries 11 to 15, which the short list does not have
    }

    [Fact]
    public void The_hash_of_a_known_entry_never_changes_unnoticed() =>
        Assert.StartsWith("b01a520a79efe123bb2dcbf372988ede2af36eff1", Own("Odrin,Lamp,CU,1970,\n").Entries[0].ContentHash, StringComparison.Ordinal);

    private static ListVersion Own(string rows) => SampleLists.Accepted(ListSource.Own, Header + rows);
}

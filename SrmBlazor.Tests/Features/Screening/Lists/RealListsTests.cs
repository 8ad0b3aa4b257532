using System.Text;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Screening.Lists;

/// <summary>The real files of the shared data, with what is in them.</summary>
public sealed class RealListsTests
{
    [SharedDataTheory("screening/ofac-sdn-2024-04-19.csv", "screening/ofac-sdn-2024-05-03.csv", "screening/ofac-alt-2024-09.csv", "screening/ofac-add-2025-02.csv", "screening/un-consolidated-2026-02-27.xml")]
    [InlineData(ListSource.OfacSdn, "ofac-sdn-2024-04-19.csv", 14_630, 18_205, 0)]
    [InlineData(ListSource.OfacSdn, "ofac-sdn-2024-05-03.csv", 14_965, 18_628, 0)]
    [InlineData(ListSource.OfacAlt, "ofac-alt-2024-09.csv", 18_939, 18_939, 0)]
    [InlineData(ListSource.OfacAdd, "ofac-add-2025-02.csv", 22_641, 0, 19_808)] // 2,833 rows say that there is no address
    [InlineData(ListSource.Un, "un-consolidated-2026-02-27.xml", 1_003, 4_207, 740)]
    public void A_real_file_is_read_without_an_error(ListSource source, string file, int entries, int names, int addresses)
    {
        var version = SampleLists.Real(source, file);

        Assert.Equal(new ListCounts(entries, names, addresses), version.Counts);
    }

    [SharedDataFact("screening/ofac-sdn-2024-05-03.csv")]
    public void The_remarks_of_ofac_tell_nationalities_years_and_weak_names()
    {
        var version = SampleLists.Real(ListSource.OfacSdn, "ofac-sdn-2024-05-03.csv");

        Assert.Equal("6884 Entity, 6854 Person, 851 Vessel, 376 Aircraft", Kinds(version));
        Assert.Equal(5_447, version.Entries.Sum(entry => entry.Nationalities.Count));
        Assert.Equal(["Kosovo"], version.Entries.SelectMany(entry => entry.Nationalities).Where(one => one.Country is null).Select(one => one.Text).Distinct());
        Assert.Equal(7_302, version.Entries.Sum(entry => entry.Births.Count));
        Assert.Equal(73, version.Entries.Sum(entry => entry.Births.Count(years => years.Circa)));
        Assert.DoesNotContain(version.Entries, entry => entry.Births.Count == 0 && entry.Facts.Any(fact => fact.Kind == FactKind.BirthDate));
        Assert.Equal(3_576, version.Entries.SelectMany(entry => entry.Names).Count(name => name.Quality == NameQuality.Weak));
    }

    [SharedDataFact("screening/un-consolidated-2026-02-27.xml")]
    public void The_list_of_the_united_nations_has_names_in_their_own_script()
    {
        var version = SampleLists.Real(ListSource.Un, "un-consolidated-2026-02-27.xml");

        Assert.Equal("730 Person, 273 Entity", Kinds(version));
        Assert.Equal(new DateOnly(2026, 2, 27), version.ListDate);
        Assert.Equal("626 Weak, 18 Former", Count(version.Entries.SelectMany(entry => entry.Names).Where(name => name.Quality != NameQuality.Strong), name => name.Quality.ToString()));
        Assert.Equal(385, version.Entries.Count(entry => entry.Names.Any(name => name.OriginalScript)));
        Assert.Equal(["former Soviet Union"], version.Entries.SelectMany(entry => entry.Nationalities).Where(one => one.Country is null).Select(one => one.Text));
        Assert.DoesNotContain(version.Entries.SelectMany(entry => entry.Addresses), address => address.Country is null && address.CountryText.Length > 0);
    }

    [SharedDataFact("screening/us-csl-2023-11-partial.csv")]
    public void The_list_that_its_publisher_cut_off_is_refused_where_it_stops()
    {
        using var stream = File.OpenRead(SharedData.PathOf("screening/us-csl-2023-11-partial.csv"));

        var refusal = Assert.IsType<ListOutcome.Refused>(ListFile.Read(ListSource.UsCsl, stream)).Refusal;

        Assert.Equal((RefusalReason.Truncated, 4_233), (refusal.Reason, refusal.Line));
    }

    [SharedDataFact("screening/us-csl-2023-11-partial.csv")]
    public void Without_its_last_half_row_it_is_read()
    {
        var bytes = File.ReadAllBytes(SharedData.PathOf("screening/us-csl-2023-11-partial.csv"));

        var version = SampleLists.Accepted(ListSource.UsCsl, bytes[..(Array.LastIndexOf(bytes, (byte)'\n') + 1)]);

        Assert.Equal(new ListCounts(4_226, 10_355, 6_114), version.Counts);
        Assert.Equal("2039 Unstated, 1124 Person, 1060 Entity, 3 Vessel", Kinds(version));
    }

    [SharedDataFact("screening/ofac-sdn-2024-04-19.csv", "screening/ofac-sdn-2024-05-03.csv")]
    public void Two_weeks_of_ofac_differ_by_345_new_entries_and_one_new_name()
    {
        var before = SampleLists.Real(ListSource.OfacSdn, "ofac-sdn-2024-04-19.csv");

        var diff = ListDiff.Between(before, SampleLists.Real(ListSource.OfacSdn, "ofac-sdn-2024-05-03.csv", before));

        Assert.Equal((345, 10, 5), (diff.Added.Count, diff.Removed.Count, diff.Changed.Count));
        Assert.Equal(EntryFields.Names, Assert.Single(diff.Changed, change => change.Matters).Fields & EntryFields.Compared);
        Assert.Equal(346, diff.ToCompare.Count());
    }

    [SharedDataFact("screening/ofac-sdn-2024-05-03.csv", "screening/ofac-alt-2024-09.csv", "screening/ofac-add-2025-02.csv")]
    public void Names_and_addresses_are_joined_to_their_entries_and_none_is_lost()
    {
        var (main, names, addresses) = (SampleLists.Real(ListSource.OfacSdn, "ofac-sdn-2024-05-03.csv"), SampleLists.Real(ListSource.OfacAlt, "ofac-alt-2024-09.csv"), SampleLists.Real(ListSource.OfacAdd, "ofac-add-2025-02.csv"));

        var joined = OfacJoin.Of(main, names, addresses);

        Assert.Equal((36_653, 17_474), (joined.Entries.Sum(entry => entry.Names.Count), joined.Entries.Sum(entry => entry.Addresses.Count)));
        Assert.Equal(3_380, joined.Orphans.Count); // the three files are of three dates
        var given = names.Entries.Concat(addresses.Entries).Select(part => (part.PartOf, part.Id)).ToHashSet();
        Assert.Subset(given, joined.Orphans.Select(part => (part.PartOf, part.Id)).ToHashSet());
        var kept = joined.Entries.Concat(joined.Orphans).SelectMany(entry => entry.Names).Select(name => name.Text).ToHashSet(StringComparer.Ordinal);
        Assert.Superset(names.Entries.SelectMany(part => part.Names).Select(name => name.Text).ToHashSet(StringComparer.Ordinal), kept);
    }

    [SharedDataFact("screening/ofac-add-2025-02.csv")]
    public void No_letter_of_a_real_address_is_lost_when_its_postcode_is_taken_out()
    {
        var places = File.ReadLines(SharedData.PathOf("screening/ofac-add-2025-02.csv"), Encoding.UTF8).Select(line => line.Split("\",\"")).Where(cells => cells.Length == 3).Select(cells => cells[1]).ToList();

        var read = SampleLists.Real(ListSource.OfacAdd, "ofac-add-2025-02.csv").Entries.SelectMany(part => part.Addresses)
            .Select(address => Letters($"{address.Place}{address.Postcode}")).ToHashSet(StringComparer.Ordinal);

        Assert.True(places.Count > 5_000);
        Assert.DoesNotContain(places, place => !read.Contains(Letters(place)));
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    private static string Kinds(ListVersion version) => Count(version.Entries, entry => entry.Kind.ToString());

    private static string Count<T>(IEnumerable<T> items, Func<T, string> name) =>
        string.Join(", ", items.GroupBy(name).OrderByDescending(group => group.Count()).Select(group => $"{group.Count()} {group.Key}"));
}

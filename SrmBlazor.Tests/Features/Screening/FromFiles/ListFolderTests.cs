using SrmBlazor.Features.Screening.Lists;
using SrmBlazor.Features.Screening.Matching;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Screening.FromFiles;

public sealed class ListFolderTests : IDisposable
{
    private readonly DirectoryInfo place = Directory.CreateTempSubdirectory("srm-lists-");

    public void Dispose() => place.Delete(recursive: true);

    [Theory]
    [InlineData(ListSource.OfacSdn)]
    [InlineData(ListSource.OfacAlt)]
    [InlineData(ListSource.OfacAdd)]
    [InlineData(ListSource.UsCsl)]
    [InlineData(ListSource.Un)]
    [InlineData(ListSource.Eu)]
    [InlineData(ListSource.Uk)]
    [InlineData(ListSource.Own)]
    public void A_file_is_known_by_its_content_whatever_it_is_called(ListSource source)
    {
        byte[][] forms = [SampleLists.Of(source), [0xEF, 0xBB, 0xBF, .. SampleLists.Of(source)]];

        Assert.All(forms, bytes => Assert.Equal(source, ListRecognition.Of(new MemoryStream(bytes))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("schema,name1,name2\nPerson,A,B\n")]
    [InlineData("<html><body>Service unavailable</body></html>")]
    [InlineData("<CONSOLIDATED_LIST")]
    [InlineData("1,2,3\n")]
    [InlineData("PK\u0003\u0004")]
    public void What_is_no_list_is_taken_for_none(string text)
    {
        Assert.Null(ListRecognition.Of(SampleLists.Stream(text)));
    }

    [Fact]
    public void Of_two_of_one_kind_the_newer_counts_by_the_date_in_its_name_where_the_format_has_none()
    {
        Put("a-2024-05-03.csv", SampleLists.Of(ListSource.OfacSdn, 70));
        Put("b-20240419.csv", SampleLists.Of(ListSource.OfacSdn, 60));
        Put("c-2024-02.csv", SampleLists.Of(ListSource.OfacSdn, 50));

        var folder = ListFolder.Read(place.FullName);

        Assert.Equal(["a-2024-05-03.csv"], folder.Files.OfType<FolderFile.Taken>().Select(file => file.Name));
        Assert.Equal(["b-20240419.csv", "c-2024-02.csv"], folder.Files.OfType<FolderFile.Older>().Select(file => file.Name));
        Assert.Equal(70, folder.Entries.Count);
    }

    [Fact]
    public void The_date_that_the_publisher_gives_counts_before_any_in_the_name()
    {
        var sample = System.Text.Encoding.UTF8.GetString(SampleLists.Of(ListSource.Un));
        Put("2030-01-01.xml", System.Text.Encoding.UTF8.GetBytes(sample));
        Put("2020-01-01.xml", System.Text.Encoding.UTF8.GetBytes(sample.Replace("2026-11-05", "2026-11-06", StringComparison.Ordinal)));

        var folder = ListFolder.Read(place.FullName);

        Assert.Equal("2020-01-01.xml", Assert.Single(folder.Files.OfType<FolderFile.Taken>()).Name);
    }

    [Fact]
    public void Instead_of_a_broken_file_the_one_before_it_counts_and_the_lists_are_called_incomplete()
    {
        Put("a-2024-04-19.csv", SampleLists.Of(ListSource.OfacSdn));
        Put("b-2024-05-03.csv", SampleLists.Of(ListSource.OfacSdn)[..^200]);

        var folder = ListFolder.Read(place.FullName);

        Assert.Equal("a-2024-04-19.csv", Assert.Single(folder.Files.OfType<FolderFile.Taken>()).Name);
        var refused = Assert.Single(folder.Files.OfType<FolderFile.Refused>());
        Assert.Equal(("b-2024-05-03.csv", RefusalReason.Truncated), (refused.Name, refused.Refusal.Reason));
        Assert.True(refused.Refusal.Line > 50);
        Assert.True(folder.IsIncomplete);
    }

    [Fact]
    public void Names_and_addresses_of_the_other_files_belong_to_their_entries_and_what_belongs_to_none_is_counted()
    {
        Put("sdn", SampleLists.Of(ListSource.OfacSdn, 20));
        Put("alt", SampleLists.Of(ListSource.OfacAlt, 60));
        Put("add", SampleLists.Of(ListSource.OfacAdd, 60));

        var folder = ListFolder.Read(place.FullName);

        var alias = $"{SampleLists.GivenName(2)} {SampleLists.GivenName(5)} {SampleLists.Surname(2)}";
        var found = folder.Index.Search(new Query(alias), Engine.ReviewFloor).Select(folder.EntryOf).ToList();
        Assert.Contains(found, entry => entry is { Source: ListSource.OfacSdn, Entry: { Id: "1003", Addresses.Count: > 0 } });
        Assert.Equal(20, folder.Entries.Count);
        Assert.Equal(40, folder.Orphans);
    }

    [SharedDataFact("screening/ofac-sdn-2024-05-03.csv", "screening/ofac-sdn-2024-04-19.csv", "screening/un-consolidated-2026-02-27.xml", "screening/us-csl-2023-11-partial.csv", "screening/pairs.csv")]
    public void The_folder_of_the_real_files_is_told_apart()
    {
        var folder = ListFolder.Read(SharedData.PathOf("screening"));

        var became = folder.Files.ToDictionary(file => file.Name, file => file);
        Assert.IsType<FolderFile.Older>(became["ofac-sdn-2024-04-19.csv"]);
        Assert.IsType<FolderFile.NoList>(became["pairs.csv"]);
        Assert.Equal((ListSource.UsCsl, 4_233), became["us-csl-2023-11-partial.csv"] is FolderFile.Refused refused ? (refused.Source, refused.Refusal.Line) : default);
        Assert.Equal(["ofac-sdn-2024-05-03.csv", "un-consolidated-2026-02-27.xml"], folder.Files.OfType<FolderFile.Taken>().Where(file => file.Version.Source is ListSource.OfacSdn or ListSource.Un).Select(file => file.Name));
        Assert.Equal(14_965 + 1_003, folder.Entries.Count);
    }

    private void Put(string name, byte[] bytes) => File.WriteAllBytes(Path.Combine(place.FullName, name), bytes);
}

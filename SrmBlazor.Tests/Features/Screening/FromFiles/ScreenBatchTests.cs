using System.Globalization;
using System.Text;
using SrmBlazor.Features.Screening.Lists;

namespace SrmBlazor.Features.Screening.FromFiles;

public sealed class ScreenBatchTests : IDisposable
{
    private const string Lists = "name,aliases,nationality,birth_year,note\nOdrin Zantropov,Одрин Зантропов,RU,1958,\nQuella Morbennik,,KZ,1971,\n";

    private readonly DirectoryInfo place = Directory.CreateTempSubdirectory("srm-batch-");
    private readonly ListFolder folder;

    public ScreenBatchTests()
    {
        File.WriteAllText(Path.Combine(place.FullName, "own"), Lists);
        folder = ListFolder.Read(place.FullName);
    }

    public void Dispose() => place.Delete(recursive: true);

    [Fact]
    public void Every_row_is_kept_in_its_place_with_the_best_match_beside_it()
    {
        var (count, lines) = Run("note,birth_year,name,nationality\nfirst,1958,Одрин Зантропов,Russia\n\"a, b\",,Nobody Here,\nlast,1990,ZANTROPOV Odrin,CN\n");

        Assert.Equal(new BatchCount(3, 2, 0), count);
        Assert.Equal("note,birth_year,name,nationality,list,entry_id,entry_name,score,explanation", lines[0]);
        Assert.StartsWith("first,1958,Одрин Зантропов,Russia,own,Odrin Zantropov,Odrin Zantropov,1.0000,", lines[1], StringComparison.Ordinal);
        Assert.Equal("\"a, b\",,Nobody Here,,,,,,", lines[2]);
        Assert.Matches("^last,1990,ZANTROPOV Odrin,CN,own,Odrin Zantropov,Odrin Zantropov,0\\.9\\d+,.*nationality: differs.*birth year: differs", lines[3]);
    }

    [Fact]
    public void What_cannot_be_read_of_a_person_counts_neither_for_nor_against_and_is_counted()
    {
        var (count, lines) = Run("name,nationality,birth_year\nOdrin Zantropov,Atlantis,19\n");

        Assert.Equal(new BatchCount(1, 1, 1), count);
        Assert.Contains(",1.0000,", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_that_a_spreadsheet_would_run_is_made_harmless()
    {
        var (_, lines) = Run("name,note\n=cmd|' /C calc'!A0,　＝1+1\n");

        Assert.StartsWith("'=cmd|' /C calc'!A0,'　＝1+1,", lines[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("full_name,nationality\nA,B\n", 1, "name")]
    [InlineData("", 1, "name")]
    [InlineData("name,nationality\nA,RU\n\"open,RU\n", 3, "")]
    [InlineData("name,nationality\nA,RU\nZantropov, Odrin,RU\n", 3, "")]
    public void A_table_that_cannot_be_taken_as_it_is_is_refused_with_the_row(string text, int row, string column)
    {
        var refused = Assert.Throws<BatchRowException>(() => Run(text));

        Assert.Equal((row, column), (refused.Row, refused.Column));
    }

    [Fact]
    public void Rows_are_answered_while_later_ones_are_still_to_be_read()
    {
        using var answers = new MemoryStream();
        using var rows = new Rows(20_000, () => answers.Length);

        var count = ScreenBatch.Run(folder, rows, answers, CultureInfo.InvariantCulture, CancellationToken.None);

        Assert.Equal(20_000, count.Names);
        Assert.True(rows.AnsweredWhenHalfWasRead > 0);
    }

    private (BatchCount Count, string[] Lines) Run(string table)
    {
        using var answers = new MemoryStream();
        var count = ScreenBatch.Run(folder, new StringReader(table), answers, CultureInfo.GetCultureInfo("en"), CancellationToken.None);
        return (count, Encoding.UTF8.GetString(answers.ToArray()).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>A table that comes row by row and is nowhere whole.</summary>
    private sealed class Rows(int count, Func<long> answered) : TextReader
    {
        private int row = -1;
        private string rest = "";

        public long AnsweredWhenHalfWasRead { get; private set; }

        public override int Peek() => Fill() ? rest[0] : -1;

        public override int Read()
        {
            if (!Fill())
            {
                return -1;
            }

            var letter = rest[0];
            rest = rest[1..];
            return letter;
        }

        private bool Fill()
        {
            if (rest.Length == 0 && row < count)
            {
                rest = row < 0 ? "name\n" : $"Nobody Number{row}\n";
                row++;
                AnsweredWhenHalfWasRead = row == count / 2 ? answered() : AnsweredWhenHalfWasRead;
            }

            return rest.Length > 0;
        }
    }
}

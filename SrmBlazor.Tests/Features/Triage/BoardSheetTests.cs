using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Data.Audit;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.Shared;
using SrmBlazor.Shared.Web;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Triage;

public sealed class BoardSheetTests
{
    private const int Each = 300;

    /// <summary>More rows than are read at once, of both kinds.</summary>
    [Theory, BothProviders]
    public async Task The_file_has_every_row_of_the_choice_in_the_boards_order_and_the_audit_says_who_took_how_many(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var desk = new Desk(house);
        await desk.FillAsync(Each, seed: 5);
        foreach (var filter in new[] { new BoardFilter(), new BoardFilter { View = BoardView.Ended, Sort = BoardSort.Newest }, new BoardFilter { Region = "DE", Due = BoardDue.Late } })
        {
            var expected = (await desk.Board.PageAsync(filter, BoardPlace.First, desk.Both, take: 4 * Each)).Rows;
            using var file = new MemoryStream();

            var rows = await house.Get<BoardSheet>().WriteAsync(filter, file, desk.Both);

            var text = Encoding.UTF8.GetString(file.ToArray());
            Assert.StartsWith("\uFEFF\"Reference\",", text, StringComparison.Ordinal);
            var lines = text.Split("\r\n");
            Assert.Equal(expected.Select(row => $"\"{row.Reference}\""), lines.Skip(1).SkipLast(1).Select(line => line.Split(',')[0]));
            Assert.Equal(expected.Count, rows);
            await using var db = house.Store.Read();
            var noted = await db.Set<AuditEntry>().OrderByDescending(entry => entry.Number).Take(2).ToListAsync();
            Assert.Equal(("board.taken", $"{rows} {BoardQuery.Text(filter)}".TrimEnd()), (noted[0].Action, noted[0].Detail));
            Assert.Equal(("board.taking", BoardQuery.Text(filter)), (noted[1].Action, noted[1].Detail));
        }
    }

    [Fact]
    public async Task Nothing_in_the_file_names_anybody_and_a_file_that_was_broken_off_is_noted_too()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var applicant = await Applicant.BeginAsync(house);
        await applicant.SubmitAsync();
        var desk = new Desk(house);
        using var file = new MemoryStream();
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        await house.Get<BoardSheet>().WriteAsync(new BoardFilter(), file, desk.Both);
        await Assert.ThrowsAsync<OperationCanceledException>(() => house.Get<BoardSheet>().WriteAsync(new BoardFilter(), Stream.Null, desk.Both, stop.Token));

        var text = Encoding.UTF8.GetString(file.ToArray());
        Assert.All(["Qvarnström", "Zylphia", "qvarnstroem", applicant.Person.ToString()], word => Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(0, await Verification.WaitingCase.AccessRowsAsync(house));
        await using var db = house.Store.Read();
        Assert.Equal(["0", "2"], await db.Set<AuditEntry>().Where(entry => entry.Action == "board.taken").Select(entry => entry.Detail).OrderBy(detail => detail).ToListAsync());
    }

    /// <summary>In the language of who takes it. Whoever left is a colleague without a name.</summary>
    [Theory]
    [InlineData("en", "nobody", "you", "a colleague")]
    [InlineData("zh-CN", "无人", "您", "一位同事")]
    public async Task Whose_hands_a_row_is_in_stands_in_the_file_as_on_the_board(string language, string nobody, string you, string somebody)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var applicant = await Applicant.BeginAsync(house);
        var (me, colleague, left) = (await Desk.StaffAsync(house, "Imogen Vale"), await Desk.StaffAsync(house, "Sun Adebayo"), await Desk.StaffAsync(house, "张伟"));
        var holders = new Dictionary<string, string> { [await applicant.SubmitAsync()] = nobody };
        foreach (var (holder, said) in new[] { (me, you), (colleague, "S••• A•••"), (left, somebody) })
        {
            var reference = await applicant.SubmitAsync();
            Applicant.Done(await applicant.Desk.ClaimAsync(reference, await applicant.StampAsync(reference), applicant.ActOf(holder)));
            holders[reference] = said;
        }

        Assert.True(await house.Get<StaffAccounts>().CloseAsync(left, house.ActOf(Guid.NewGuid(), Role.Administrator)));
        using var file = new MemoryStream();
        await house.Get<BoardSheet>().WriteAsync(new BoardFilter(), file, house.ActOf(me, Role.PrivacyOfficer));

        var text = Encoding.UTF8.GetString(file.ToArray());
        var lines = text.Split("\r\n").SkipLast(1).Select(line => line.TrimStart('\uFEFF')[1..^1].Split("\",\"")).ToList();
        var column = Array.IndexOf(lines[0], language == "en" ? "In hand of" : "负责人");
        Assert.Equal(holders, lines.Skip(1).ToDictionary(cells => cells[0], cells => cells[column]));
        Assert.All(["Imogen", "Vale", "Adebayo", "张伟", "张", $"{me}", $"{colleague:N}"], word => Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void What_a_spreadsheet_would_run_is_words_and_quotes_and_lines_stay_in_their_cell()
    {
        var text = Encoding.UTF8.GetString(CsvSheet.Of([["=1+1", " ＝HYPERLINK(1)", "\u3000@x", "-2", "+3", "\tx", "a \"b\"\nc", "plain", ""]]));

        Assert.Equal("\uFEFF\"'=1+1\",\"' ＝HYPERLINK(1)\",\"'\u3000@x\",\"'-2\",\"'+3\",\"'\tx\",\"a \"\"b\"\"\nc\",\"plain\",\"\"\r\n", text);
    }
}

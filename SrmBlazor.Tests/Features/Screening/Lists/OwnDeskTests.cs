using System.Text;
using SrmBlazor.Data;
using SrmBlazor.Features.Screening.Matching;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Screening.Lists;

public sealed class OwnDeskTests
{
    private static readonly OwnRow Odrin = new("Odrin Zantropov", "Одрин Зантропов; ZANTROPOFF Odrin", "RU", "circa 1958", "Invented; took money for nothing");

    [Theory, BothProviders]
    public async Task Who_is_put_on_the_own_list_is_compared_with_until_taken_off_again(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var desk = house.Get<OwnDesk>();

        Assert.IsType<OwnOutcome.Done>(await desk.AddAsync(Odrin, house.Keeper()));
        Assert.IsType<OwnOutcome.Done>(await desk.AddAsync(Odrin with { Name = "Quella Morbennik", Aliases = "", BirthYear = "" }, house.Keeper()));
        Assert.Equal(Odrin, (await desk.ListAsync(house.Keeper()))[0]);
        Assert.Single((await house.ShelfAsync()).Index.Search(new Query("Одрин Зантропов"), Engine.ReviewFloor));
        Assert.IsType<OwnOutcome.Done>(await desk.EndAsync(Odrin.Name, house.Keeper()));
        Assert.IsType<OwnOutcome.Done>(await desk.EndAsync("Quella Morbennik", house.Keeper()));

        Assert.Empty((await house.ShelfAsync()).Entries);
        Assert.Empty(await desk.ListAsync(house.Keeper()));
        var opened = (await house.Get<ListLibrary>().OpenAsync(ListSource.Own, 3, house.Keeper()))!;
        Assert.Equal((Odrin.Name, "Quella Morbennik"), (opened.Diff.Removed.Single().Id, opened.Entries.Single().Id));
    }

    [Fact]
    public async Task An_entry_needs_a_name_of_its_own_a_reason_and_a_year_that_can_be_one()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var desk = house.Get<OwnDesk>();
        await desk.AddAsync(Odrin, house.Keeper());

        Assert.IsType<OwnOutcome.Known>(await desk.AddAsync(Odrin with { Name = " Odrin \n Zantropov" }, house.Keeper()));
        Assert.IsType<OwnOutcome.Incomplete>(await desk.AddAsync(Odrin with { Name = "Vasmir", Reason = " " }, house.Keeper()));
        Assert.IsType<OwnOutcome.Incomplete>(await desk.AddAsync(Odrin with { Name = "" }, house.Keeper()));
        Assert.IsType<OwnOutcome.Incomplete>(await desk.AddAsync(Odrin with { Name = new string('a', OwnRow.NameLength + 1) }, house.Keeper()));
        Assert.Equal(RefusalReason.Value, Assert.IsType<OwnOutcome.Refused>(await desk.AddAsync(Odrin with { Name = "Vasmir", BirthYear = "58" }, house.Keeper())).Refusal.Reason);
        Assert.IsType<OwnOutcome.Unknown>(await desk.EndAsync("Vasmir", house.Keeper()));

        Assert.Equal([Odrin], await desk.ListAsync(house.Keeper()));
    }

    [Fact]
    public async Task The_exported_list_runs_nothing_in_a_spreadsheet_and_is_read_in_as_it_was()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var desk = house.Get<OwnDesk>();
        await desk.AddAsync(Odrin with { Reason = "=HYPERLINK(\"http://x\")", Aliases = "@Odrin" }, house.Keeper());
        await desk.AddAsync(Odrin with { Name = "-Vasmir, \"the\" one" }, house.Keeper());
        var before = await house.ShelfAsync();

        using var sheet = new MemoryStream();
        await desk.WriteAsync(sheet, house.ActOf(Guid.NewGuid(), Role.Auditor));
        await house.TakeAsync(ListSource.Own, sheet.ToArray());

        var text = Encoding.UTF8.GetString(sheet.ToArray());
        Assert.DoesNotContain(",\"=", text, StringComparison.Ordinal);
        Assert.Contains("\"'=HYPERLINK", text, StringComparison.Ordinal);
        Assert.Equal(before.Entries.Select(entry => entry.Entry.ContentHash), (await house.ShelfAsync()).Entries.Select(entry => entry.Entry.ContentHash));
        Assert.Equal("-Vasmir, \"the\" one", (await desk.ListAsync(house.Keeper()))[1].Name);
    }
}

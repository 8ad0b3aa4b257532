namespace SrmBlazor.Shared.Deadlines;

public sealed class FactsTests : IDisposable
{
    private const string Head = "date,kind,name_zh,source\n";
    private const string RulesHead = "region,duty,unit,count,start,roll,calendar,pauses,extension,source,confidence,reviewBy\n";
    private const string Needed = "default,Promise,WorkingDay,15,Receipt,None,CN,,,policy,Primary,2027-06-30\ndefault,Answer,WorkingDay,15,Receipt,None,CN,,,policy,Primary,2027-06-30\n";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("srm-deadlines-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("day,kind\n", 1, FactFault.Columns)]
    [InlineData(Head + "2027-01-01,off,元旦\n", 2, FactFault.Cells)]
    [InlineData(Head + "\n2027-1-1,off,元旦,https://www.gov.cn/x\n", 3, FactFault.Value)]
    [InlineData(Head + "2027-01-01,free,元旦,https://www.gov.cn/x\n", 2, FactFault.Value)]
    [InlineData(Head + "2027-01-01,1,元旦,https://www.gov.cn/x\n", 2, FactFault.Value)]
    [InlineData(Head + "2027-01-01,off,,https://www.gov.cn/x\n", 2, FactFault.Value)]
    [InlineData(Head + "2027-01-01,off,元旦,\n", 2, FactFault.Value)]
    [InlineData(Head + "2027-01-01,off,元旦,javascript:alert(1)\n", 2, FactFault.Value)]
    [InlineData(Head + "2027-01-01,off,元旦,https://www.gov.cn/x\n2027-01-01,work,元旦,https://www.gov.cn/x\n", 3, FactFault.Twice)]
    public void A_list_that_cannot_be_read_says_where(string text, int line, FactFault fault)
    {
        var problem = Assert.Single(StatutoryDay.Read("list.csv", text).Problems);

        Assert.Equal((line, fault), (problem.Line, problem.Fault));
        Assert.StartsWith($"list.csv, line {line}: ", problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_from_a_spreadsheet_is_read_with_its_mark_and_its_line_ends()
    {
        var days = StatutoryDay.Read("list.csv", "\uFEFFDate,Kind,Name_zh,Source\r\n2027-01-01,OFF,元旦,https://www.gov.cn/x\r\n").Sound();

        Assert.Equal(new StatutoryDay(new(2027, 1, 1), StatutoryKind.Off, "元旦", "https://www.gov.cn/x"), Assert.Single(days));
    }

    [Theory]
    [InlineData("QQ,Answer,CalendarDay,30,Receipt,None,weekdays,,,law,Primary,2027-01-01", "line 4", "region")]
    [InlineData("JP,Answer,Fortnight,30,Receipt,None,weekdays,,,law,Primary,2027-01-01", "line 4", "unit")]
    [InlineData("JP,Answer,CalendarDay,0,Receipt,None,weekdays,,,law,Primary,2027-01-01", "line 4", "count")]
    [InlineData("JP,Answer,CalendarDay,30,Receipt,None,moon,,,law,Primary,2027-01-01", "line 4", "calendar")]
    [InlineData("JP,Answer,CalendarDay,30,Receipt,None,weekdays,Lunch,,law,Primary,2027-01-01", "line 4", "pauses")]
    [InlineData("JP,Answer,CalendarDay,30,Receipt,None,weekdays,,some,law,Primary,2027-01-01", "line 4", "extension")]
    [InlineData("JP,Answer,CalendarDay,30,Receipt,None,weekdays,,,,Primary,2027-01-01", "line 4", "source")]
    [InlineData("JP,Answer,CalendarDay,30,Receipt,None,weekdays,,,law,Likely,2027-01-01", "line 4", "confidence")]
    [InlineData("JP,Answer,CalendarDay,30,Receipt,None,weekdays,,,law,Primary,soon", "line 4", "reviewBy")]
    [InlineData("default,Answer,CalendarDay,30,Receipt,None,weekdays,,,law,Primary,2027-01-01", "line 4", "twice")]
    public void A_rule_that_cannot_be_used_stops_the_start_and_says_where(string row, string line, string column)
    {
        File.WriteAllText(Path.Combine(folder.FullName, "rules.csv"), RulesHead + Needed + row);

        var refusal = Assert.Throws<InvalidDataException>(() => DeadlineBook.Open(folder.FullName));

        Assert.All([folder.FullName, line, column], part => Assert.Contains(part, refusal.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Without_a_default_nothing_can_be_counted()
    {
        File.WriteAllText(Path.Combine(folder.FullName, "rules.csv"), RulesHead + Needed.Replace("default,Answer", "CN,Answer", StringComparison.Ordinal));

        Assert.Contains("default,Answer", Assert.Throws<InvalidDataException>(() => DeadlineBook.Open(folder.FullName)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_folder_takes_the_place_of_our_rules_and_adds_to_our_days()
    {
        File.WriteAllText(Path.Combine(folder.FullName, "rules.csv"), RulesHead + Needed + "JP,Answer,WorkingDay,10,Receipt,None,JP,,,law,Secondary,2027-01-01");
        File.WriteAllText(Path.Combine(folder.FullName, "days-CN.csv"), Head + "2027-01-01,off,元旦,https://www.gov.cn/x");
        File.WriteAllText(Path.Combine(folder.FullName, "days-JP.csv"), Head + "2026-01-12,off,成人の日,https://www8.cao.go.jp/x");

        var law = DeadlineBook.Open(folder.FullName).Current;

        Assert.Equal(new DateOnly(2026, 1, 20), law.Reckon(DeadlineCase.PlainFrom("JP", Clocks.Noon("2026-01-05")), Clocks.Noon("2026-01-05")).Limit.Due);
        Assert.Equal([2020, 2027], new[] { law.Calendars[0].Years[0].Year, law.Calendars[0].Years[^1].Year });
        Assert.NotEqual(Clocks.Law.Version, law.Version);
        Assert.Equal(Clocks.Law.Version, DeadlineBook.Open(null).Current.Version);
    }
}

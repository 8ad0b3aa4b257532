using System.Text.Json;
using SrmBlazor.Features.Notifications;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;

namespace SrmBlazor.Shell;

public sealed class MapCommandTests : CommandRun
{
    [Fact]
    public async Task The_map_is_written_as_json_and_always_the_same()
    {
        var (_, output, _) = await RunAsync("map");

        var map = JsonDocument.Parse(output).RootElement;
        var mail = map.GetProperty("kinds").EnumerateArray().Single(kind => kind.GetProperty("name").GetString() == "outgoing-mail");
        Assert.Equal("deliver-message", Assert.Single(mail.GetProperty("heldBy").EnumerateArray()).GetString());
        var deliver = map.GetProperty("purposes").EnumerateArray().Single(purpose => purpose.GetProperty("key").GetString() == "deliver-message");
        Assert.Equal((30, "Contract"), (deliver.GetProperty("termDays").GetInt32(), deliver.GetProperty("basis").GetString()));
        Assert.Contains(map.GetProperty("handlings").EnumerateArray(), handling => handling.GetProperty("entity").GetString() == nameof(OutboxMail));
        Assert.Equal(CommandLineMap.Write(DataMap.OfThisProgram()), output.TrimEnd());
    }

    [Fact]
    public async Task A_map_that_is_not_sound_is_a_no()
    {
        var (exit, _, error) = await RunAsync("map");

        var problems = MapCheck.Problems(DataMap.OfThisProgram(), PersonalDataFeature.HasText).ToList();
        Assert.Equal(problems.Count == 0 ? 0 : 1, exit);
        Assert.Equal(problems, error.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }
}

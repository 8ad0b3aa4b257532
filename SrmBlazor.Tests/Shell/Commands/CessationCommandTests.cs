using Microsoft.Extensions.Time.Testing;
using SrmBlazor.Features.Registration.Activation;
using SrmBlazor.PersonalData.Map;
using SrmBlazor.Support;

namespace SrmBlazor.Shell;

public sealed class CessationCommandTests : CommandRun
{
    [Theory]
    [InlineData("en", "Ending the supplier portal now would end purposes of 0 persons.", "the earliest day")]
    [InlineData("zh-CN", "如果现在终止供应商门户，将结束 0 人的处理目的。", "最早日期")]
    public async Task The_end_of_the_service_is_rehearsed_announced_and_waited_for(string language, string plan, string early)
    {
        await RunAsync("migrate");
        var day = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(60).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        var rehearsed = await RunAsync("cessation", "--dry-run", "--lang", language);
        var soon = await RunAsync("cessation", "--execute", "--on", "2020-01-01", "--lang", language);
        var announced = await RunAsync("cessation", "--execute", "--on", day, "--lang", language);
        var again = await RunAsync("cessation", "--execute", "--lang", language);

        Assert.Equal((0, ""), (rehearsed.Exit, rehearsed.Error));
        Assert.StartsWith(plan, rehearsed.Output, StringComparison.Ordinal);
        Assert.Equal(1, soon.Exit);
        Assert.Contains(early, soon.Output, StringComparison.Ordinal);
        Assert.All([announced, again], answer => Assert.Equal((0, true), (answer.Exit, answer.Output.Contains(day, StringComparison.Ordinal))));
        Assert.NotEqual(announced.Output, again.Output);
    }

    [Theory]
    [InlineData("en", "Mailbox: 1 would go.", "E-mail to you: ", " would stay for “Delivering a message to you”, until")]
    [InlineData("zh-CN", "邮箱：将清除 1 条。", "发给您的邮件：", " 条因“向您发送消息”保留，最迟至")]
    public async Task The_plan_uses_the_names_of_the_pages_and_no_codes(string language, params string[] words)
    {
        await using (var house = await House.OpenAsync(stores, new FakeTimeProvider(DateTimeOffset.UtcNow)))
        {
            await Registrant.ActivateAsync(house);
        }

        var (exit, output, error) = await RunAsync("cessation", "--dry-run", "--lang", language);

        Assert.Equal((0, ""), (exit, error));
        Assert.All(words, word => Assert.Contains(word, output, StringComparison.Ordinal));
        var codes = DataMap.OfThisProgram() is var map ? map.Kinds.Select(kind => kind.Name).Concat(map.Purposes.Select(purpose => purpose.Key)).Where(code => code.Contains('-', StringComparison.Ordinal)) : [];
        Assert.All(codes, code => Assert.DoesNotContain(code, output, StringComparison.Ordinal));
    }
}

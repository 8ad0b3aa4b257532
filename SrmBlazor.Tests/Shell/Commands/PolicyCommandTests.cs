using SrmBlazor.Features.Notifications;

namespace SrmBlazor.Shell;

public sealed class PolicyCommandTests : CommandRun
{
    [Theory]
    [InlineData("en", "The policy has no problems", "The setting Operator:Mailbox is empty.")]
    [InlineData("zh-CN", "政策没有问题", "设置 Operator:Mailbox 为空。")]
    public async Task The_policy_is_sound_and_a_blank_contact_is_a_no(string language, string sound, string blank)
    {
        var good = await RunAsync("policy", "lint", "--lang", language);
        var bad = await RunAsync(["policy", "lint", "--lang", language], setting: ("Operator__Mailbox", ""));

        Assert.Equal((0, ""), (good.Exit, good.Error));
        Assert.StartsWith(sound, good.Output, StringComparison.Ordinal);
        Assert.Equal((1, blank), (bad.Exit, bad.Output.Trim()));
        Assert.Empty(Directory.EnumerateFiles(stores.Folder));
    }
}

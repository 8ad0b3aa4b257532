using SrmBlazor.Features.Notifications;
using SrmBlazor.PersonalData;

namespace SrmBlazor.Shell;

public sealed class MailCommandTests : CommandRun
{
    [Fact]
    public async Task Letters_in_the_development_folder_are_listed()
    {
        var folder = Path.Combine(stores.Folder, "mail");
        await new MailFolder(LetterSamples.Options(folder: folder), TimeProvider.System).SendAsync(LetterSamples.Activation("zh-CN"), new MessageId("0f3a@operator.test"));

        var (exit, output, _) = await RunAsync("mail", "list");
        var elsewhere = await RunAsync(["mail", "list"], environment: "Production");

        Assert.Equal(0, exit);
        Assert.Equal(["reader@supplier.test", "示例贸易公司：请确认您的邮箱", Path.Combine(folder, "0f3a.eml")], output.TrimEnd().Split('\t')[1..]);
        Assert.Equal((1, ""), (elsewhere.Exit, elsewhere.Output));
    }
}

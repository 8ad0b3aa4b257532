using System.Reflection;
using Microsoft.Extensions.Options;

namespace SrmBlazor.Features.Notifications;

/// <summary>What the tests of this folder write and send.</summary>
internal static class LetterSamples
{
    public static readonly LetterSender English = new("Example Trading", "privacy@operator.test");
    public static readonly LetterSender Chinese = new("示例贸易公司", "privacy@operator.test");
    public static readonly Uri Link = new("https://portal.test/activate?code=abc&next=1");

    public static readonly IReadOnlyList<string> Facts = ["Name: Li Na", "City: Shenzhen"];

    public static readonly DateTime LinkDiesOn = new(2026, 3, 3, 9, 30, 0, DateTimeKind.Utc);

    public static Letter Activation(string language = "en", string mailbox = "reader@supplier.test") =>
        Letters.Activation(new Addressee(mailbox, language), From(language), Link, LinkDiesOn);

    public static LetterSender From(string language) => language == "en" ? English : Chinese;

    /// <summary>Every letter of the portal, found by reflection so that a new one is tested on the day it is written.</summary>
    public static IReadOnlyList<Letter> All(string language) =>
        [.. typeof(Letters).GetMethods(BindingFlags.Public | BindingFlags.Static).Select(method => (Letter)method.Invoke(null,
            [.. method.GetParameters().Select(parameter => Argument(parameter.ParameterType, language))])!)];

    public static IOptions<MailOptions> Options(int port = 0, string folder = "")
    {
        var options = new MailOptions
        {
            Transport = folder.Length > 0 ? MailRoute.Folder : MailRoute.Smtp,
            Host = "127.0.0.1",
            Port = port,
            Security = SmtpSecurity.None,
            FromAddress = "portal@operator.test",
            Folder = folder,
            FromName = { ["en"] = "Supplier portal", ["zh-CN"] = "供应商门户" },
        };
        return Microsoft.Extensions.Options.Options.Create(options);
    }

    private static object Argument(Type type, string language) =>
        type == typeof(Addressee) ? new Addressee("reader@supplier.test", language)
        : type == typeof(LetterSender) ? From(language)
        : type == typeof(Uri) ? Link
        : type == typeof(DateOnly) ? new DateOnly(2026, 3, 9)
        : type == typeof(DateTime) ? LinkDiesOn
        : type == typeof(string) ? "2.0"
        : type == typeof(IReadOnlyList<string>) ? Facts
        : throw new NotSupportedException($"A letter asks for a {type.Name}: give the tests one.");
}

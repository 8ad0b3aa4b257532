using SrmBlazor.Features.Notifications;

namespace SrmBlazor.Features.Disclosures;

/// <summary>What a recipient reads, word for word.</summary>
public sealed class ProfileLetterTests
{
    private const string English = """
        Example Trading: a supplier sends you their profile

        A supplier who is registered with Example Trading asked us to send you their profile. They saw each of the values below before it left.

        Name: Li Na
        City: Shenzhen

        The supplier gave a separate consent to this: for considering whether you want to work with them, and for nothing else. Whoever wants to use it for another purpose asks the supplier first.

        Reference: DIS-0123456789AB. We use it if we have to write to you about this profile again.

        You receive this message because this mailbox is the contact for suppliers that your company gave us.
        It was sent automatically by Example Trading. Questions: privacy@operator.test

        Read the privacy policy under which you receive it
        """;

    private const string Chinese = """
        示例贸易公司：一位供应商向您发送了资料

        一位在示例贸易公司登记的供应商委托我们将其资料发送给您。发送之前，供应商已逐项查看以下内容。

        姓名：李娜
        城市：深圳 Bcc: a@b.test

        供应商已就此单独表示同意：仅供贵方考虑是否与其合作，不得用于其他目的。如需用于其他目的，请先征得供应商同意。

        编号：DIS-0123456789AB。今后如需就此资料再与贵方联系，我们将使用该编号。

        您收到这封邮件，是因为贵公司将此邮箱登记为供应商事务的联系邮箱。
        """;

    [Fact]
    public void In_English() => Assert.Equal(English, Read("en", "Name: Li Na", "City: Shenzhen"));

    [Fact]
    public void In_Chinese_and_a_line_end_in_a_value_makes_no_line() =>
        Assert.StartsWith(Chinese, Read("zh-CN", "姓名：李娜", "城市：深圳\r\nBcc: a@b.test"), StringComparison.Ordinal);

    private static string Read(string language, params string[] facts)
    {
        var letter = Letters.SupplierProfile(new Addressee("suppliers@works.example", language), LetterSamples.From(language), LetterSamples.Link, "DIS-0123456789AB", facts);
        return string.Join("\n\n", [letter.Subject, .. letter.Paragraphs, letter.Link!.Label]).ReplaceLineEndings("\n");
    }
}

using System.Text;

namespace SrmBlazor.Support;

public sealed class CanaryTests
{
    private const string Planted = "Zhāng 三 canary-0451";

    public static TheoryData<string, byte[]> Forms()
    {
        var utf8 = Encoding.UTF8.GetBytes(Planted);
        return new()
        {
            { "utf-8", utf8 },
            { "utf-16le", Encoding.Unicode.GetBytes(Planted) },
            { "utf-16be", Encoding.BigEndianUnicode.GetBytes(Planted) },
            { "hex", Encoding.ASCII.GetBytes(Convert.ToHexStringLower(utf8)) },
            { "HEX", Encoding.ASCII.GetBytes(Convert.ToHexString(utf8)) },
            { "percent", Encoding.ASCII.GetBytes(Uri.EscapeDataString(Planted)) },
            { "json", Encoding.ASCII.GetBytes("Zh\\u0101ng \\u4E09 canary-0451") },
            { "html", Encoding.ASCII.GetBytes("Zh&#x101;ng &#x4E09; canary-0451") },
            { "quoted-printable", Encoding.ASCII.GetBytes("Zh=C4=81ng =E4=B8=\r\n=89 canary-0451") },
            { "base64+0", Encoding.ASCII.GetBytes(Convert.ToBase64String([.. utf8, .. "more"u8])) },
            { "base64+1", Encoding.ASCII.GetBytes(Convert.ToBase64String([.. "x"u8, .. utf8, .. "m"u8])) },
            { "base64+2", Encoding.ASCII.GetBytes(Convert.ToBase64String([.. "xy"u8, .. utf8])) },
        };
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_leak_planted_on_purpose_is_found_in_every_form(string form, byte[] leak)
    {
        byte[] file = [.. "before"u8, .. leak, .. "after"u8];

        var findings = Canary.Search("leak", file, Planted);

        Assert.Contains(findings, finding => finding.Form == form);
    }

    [Fact]
    public void Base64_in_the_lines_of_a_mail_is_found()
    {
        var lines = Convert.ToBase64String(Encoding.UTF8.GetBytes($"Dear reader, we greet {Planted} and remain"), Base64FormattingOptions.InsertLineBreaks);
        var broken = string.Join("\r\n", lines.Replace("\r\n", "", StringComparison.Ordinal).Chunk(10).Select(chunk => new string(chunk)));

        Assert.NotEmpty(Canary.Search("mail", Encoding.ASCII.GetBytes(broken), Planted));
    }

    [Fact]
    public void A_finding_says_where()
    {
        var folder = Directory.CreateTempSubdirectory("srm-canary-");
        var file = Path.Combine(folder.FullName, "some.log");
        File.WriteAllText(file, $"12345{Planted}");

        var finding = Assert.Single(Canary.Search([folder.FullName], Planted));

        Assert.Equal(new Finding(file, Planted, "utf-8", 5), finding);
        folder.Delete(recursive: true);
    }

    [Fact]
    public void A_value_that_would_be_found_by_chance_is_not_searched_for() =>
        Assert.Throws<ArgumentException>(() => Canary.Search("any", [], "Li"));

    [Fact]
    public void Nothing_is_found_where_nothing_is()
    {
        var findings = Canary.Search("clean", Encoding.UTF8.GetBytes("Zhang San, canary 0452"), Planted);

        Assert.Empty(findings);
    }
}

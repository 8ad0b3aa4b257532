using System.Text;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Erasures.Check;

public sealed class ReadingTests
{
    private const string Planted = "Zhāng 三 canary-0451";

    public static TheoryData<string, byte[]> Forms()
    {
        var data = new TheoryData<string, byte[]>();
        foreach (var (form, bytes) in Canary.FormsOf(Planted))
        {
            data.Add(form, bytes);
        }

        data.Add("capitals", Encoding.UTF8.GetBytes(Planted.Replace("canary", "CANARY", StringComparison.Ordinal)));
        data.Add("broken", Encoding.ASCII.GetBytes("Zh=C4=81ng =E4=B8=\r\n=89 canary-0451"));
        return data;
    }

    /// <summary>The forms are written by the tests' own search, which shares no code with the program's.</summary>
    [Theory]
    [MemberData(nameof(Forms))]
    public void A_value_is_found_in_every_form_wherever_the_bytes_are_cut(string form, byte[] leak)
    {
        byte[] bytes = [.. new byte[70_000], .. leak, .. "after"u8];
        for (var cut = 70_000; cut < 70_000 + leak.Length; cut++)
        {
            var reading = new Reading(Traces.Of([Planted]));
            var found = reading.Finds(bytes.AsSpan(0, cut)) | reading.Finds(bytes.AsSpan(cut));
            Assert.True(found, $"{form} cut at {cut}");
        }
    }

    [Fact]
    public void Nothing_is_found_where_nothing_is()
    {
        var reading = new Reading(Traces.Of([Planted, "110105194912310046"]));

        Assert.False(reading.Finds([.. new byte[70_000], .. Encoding.UTF8.GetBytes("Zhang San, canary 0452, 110105194912310047")]));
        Assert.False(new Reading(Traces.Of([])).Finds("anything"u8));
    }
}

using System.Text;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Screening.Lists;

/// <summary>
/// A hundred damages to each list: each file is refused whole with a reason, or what comes out is a legitimate edit.
/// <para>
/// What no check can tell from an edit by the publisher, and is let pass: another letter within one cell (a name spelled differently), one alias or address
/// fewer, and a deleted range that begins and ends in the same column of two rows: the rows between are gone (up to 5 %, as when entries are taken off) and one row
/// is made of two. So a mutated file may pass only if at most one entry (two, where several rows make an entry) is new or changed in what is compared, and at most
/// 5 % are gone. A swap of columns that are only shown, never compared, changes no result.
/// </para>
/// </summary>
public sealed class MutationTests
{
    private const int Hundred = 100;

    /// <summary>What must never pass, however lucky the place.</summary>
    private static readonly MutationKind[] AlwaysRefused = [MutationKind.InvalidUtf8, MutationKind.ControlCharacter, MutationKind.DropTenthOfLines, MutationKind.DropTail];

    [Theory]
    [InlineData(ListSource.OfacSdn)]
    [InlineData(ListSource.OfacAlt)]
    [InlineData(ListSource.OfacAdd)]
    [InlineData(ListSource.UsCsl)]
    [InlineData(ListSource.Un)]
    [InlineData(ListSource.Eu)]
    [InlineData(ListSource.Uk)]
    [InlineData(ListSource.Own)]
    public void None_of_a_hundred_mutations_of_an_invented_list_goes_live_broken(ListSource source) => NoneGoesLiveBroken(source, SampleLists.Of(source, source == ListSource.Uk ? 120 : 60));

    [SharedDataTheory("screening/ofac-sdn-2024-05-03.csv", "screening/ofac-alt-2024-09.csv", "screening/ofac-add-2025-02.csv", "screening/us-csl-2023-11-partial.csv", "screening/un-consolidated-2026-02-27.xml")]
    [InlineData(ListSource.OfacSdn, "ofac-sdn-2024-05-03.csv")]
    [InlineData(ListSource.OfacAlt, "ofac-alt-2024-09.csv")]
    [InlineData(ListSource.OfacAdd, "ofac-add-2025-02.csv")]
    [InlineData(ListSource.UsCsl, "us-csl-2023-11-partial.csv")]
    [InlineData(ListSource.Un, "un-consolidated-2026-02-27.xml")]
    public void None_of_a_hundred_mutations_of_the_first_pages_of_a_real_list_goes_live_broken(ListSource source, string file) =>
        NoneGoesLiveBroken(source, Excerpt(source, File.ReadAllText(SharedData.PathOf($"screening/{file}"))));

    private static void NoneGoesLiveBroken(ListSource source, byte[] original)
    {
        var live = SampleLists.Accepted(source, original);
        Assert.True(live.Entries.Count >= 50, "Too few entries for the shrink guard to be tried.");

        for (var seed = 0; seed < Hundred; seed++)
        {
            var kind = Mutation.Kinds[seed % Mutation.Kinds.Length];
            var mutated = Mutation.Of(original, kind, source is ListSource.Un or ListSource.Eu, seed);

            var outcome = ListFile.Read(source, new MemoryStream(mutated), live);

            var complaint = mutated.AsSpan().SequenceEqual(original) ? null : Complaint(live, outcome, kind, MustBeRefused(source, kind));
            Assert.True(complaint is null, $"{source}, {kind}, seed {seed}: {complaint}");
        }
    }

    private static string? Complaint(ListVersion live, ListOutcome outcome, MutationKind kind, bool mustBeRefused)
    {
        switch (outcome)
        {
            case ListOutcome.Refused { Refusal: { Detail.Length: > 0, Line: >= 0 } refusal }:
                SampleLists.IsSaidInChinese(refusal);
                return refusal is { Line: 0, Reason: not (RefusalReason.Shrunken or RefusalReason.Upheaval or RefusalReason.Empty) } ? $"no line: {refusal}" : null;
            case ListOutcome.Accepted when mustBeRefused:
                return "accepted";
            case ListOutcome.Accepted { Version: var version }:
                var diff = ListDiff.Between(live, version);
                var edited = diff.Added.Count + diff.Changed.Count(change => change.Matters);
                var rowsPerEntry = live.Source is ListSource.Uk ? 2 : 1;
                var range = kind is MutationKind.CutAtByte or MutationKind.DeleteRange;
                return edited > rowsPerEntry || diff.Removed.Count * 100 > live.Entries.Count * 5 || !range && diff.Removed.Count > 1
                    ? $"{edited} new or changed, {diff.Removed.Count} gone"
                    : null;
            default:
                return "refused without a reason";
        }
    }

    // In XML a quote may be one of a comment, and then its loss is an edit of that comment.
    // OFAC's end mark and XML's end tag show any cut; the other formats have nothing to show that a whole last row is missing.
    private static bool MustBeRefused(ListSource source, MutationKind kind) =>
        AlwaysRefused.Contains(kind)
        || kind == MutationKind.RemoveQuote && source is not (ListSource.Un or ListSource.Eu)
        || kind == MutationKind.CutAtByte && source is ListSource.OfacSdn or ListSource.OfacAlt or ListSource.OfacAdd or ListSource.Un or ListSource.Eu;

    private static byte[] Excerpt(ListSource source, string text)
    {
        if (source != ListSource.Un)
        {
            var rows = text[..(text.LastIndexOf('\n', 80_000) + 1)];
            return Encoding.UTF8.GetBytes(source == ListSource.UsCsl ? rows : rows + "\u001A");
        }

        var people = text[..(text.IndexOf("</INDIVIDUAL>", 100_000, StringComparison.Ordinal) + "</INDIVIDUAL>".Length)];
        var firms = text.IndexOf("<ENTITIES>", StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes($"{people}\n</INDIVIDUALS>\n{text[firms..(text.IndexOf("</ENTITY>", firms + 20_000, StringComparison.Ordinal) + "</ENTITY>".Length)]}\n</ENTITIES>\n</CONSOLIDATED_LIST>");
    }
}

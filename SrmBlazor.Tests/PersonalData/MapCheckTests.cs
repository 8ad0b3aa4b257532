using System.Text.Json.Nodes;
using SrmBlazor.PersonalData.Map;
using SrmBlazor.Support;

namespace SrmBlazor.PersonalData;

public sealed class MapCheckTests
{
    private sealed record Unmapped : SealedRecord, IDeclared
    {
        public static RecordKind Kind { get; } = RecordKind.Of("unmapped").HeldBy(Why.Account).Has(nameof(Mapped), Category.Work).Has("Gone", Category.Work);

        public string Mapped { get; init; } = "";

        public string Forgotten { get; init; } = "";
    }

    private sealed record Homeless : SealedRecord, IDeclared
    {
        public static RecordKind Kind { get; } = RecordKind.Of("homeless");
    }

    private sealed record Older : SealedRecord, IDeclared
    {
        public static RecordKind Kind { get; } = RecordKind.Of("older", schema: 3).HeldBy(Why.Account).Upcast(2, static (JsonObject _) => { });
    }

    private sealed record Bare : SealedRecord, IDeclared
    {
        public static RecordKind Kind { get; } = RecordKind.Of("bare").HeldBy(Why.Account).HasSensitive(nameof(Number), Category.Identity, Why.Free);

        public string Number { get; init; } = "";
    }

    private sealed record OnlyUsed : SealedRecord, IDeclared
    {
        public static RecordKind Kind { get; } = RecordKind.Of("only-used").HeldBy(Why.Separate);
    }

    private sealed record Foreign : SealedRecord, IDeclared
    {
        public static RecordKind Kind { get; } = RecordKind.Of("foreign").HeldBy(new Purpose("unlisted", Basis.Contract));
    }

    private sealed record Twice : SealedRecord, IDeclared
    {
        public static RecordKind Kind { get; } = RecordKind.Of("a-name-that-is-longer-than-the-column-for-it").HeldBy(Why.Account)
            .Has(nameof(Value), Category.Work).Has(nameof(Value), Category.Work);

        public string Value { get; init; } = "";
    }

    private sealed record Nested : SealedRecord, IDeclared
    {
        public static RecordKind Kind { get; } = RecordKind.Of("nested").HeldBy(Why.Account).Has("Part.Value", Category.Work);

        public Section Part { get; init; } = new();

        public sealed class Section
        {
            public string Value { get; init; } = "";
        }
    }

    private sealed record Undeclared : SealedRecord;

    [Theory]
    [InlineData(typeof(Unmapped), "unmapped: Forgotten is stored but not mapped.")]
    [InlineData(typeof(Unmapped), "unmapped: Gone is mapped but not stored.")]
    [InlineData(typeof(Homeless), "homeless: no purpose holds it.")]
    [InlineData(typeof(Older), "older: no way up from schema 1.")]
    [InlineData(typeof(Bare), "bare: a sensitive item names no separate consent.")]
    [InlineData(typeof(OnlyUsed), "only-used: separate only uses data and cannot hold it.")]
    [InlineData(typeof(Foreign), "foreign: unlisted is not among the purposes.")]
    [InlineData(typeof(Twice), "a-name-that-is-longer-than-the-column-for-it: its name is longer than 40.")]
    [InlineData(typeof(Twice), "a-name-that-is-longer-than-the-column-for-it: Value is mapped twice.")]
    [Promise("P-2-03", "P-D-02", "P-D-03")]
    public void A_faulty_record_is_named(Type record, string problem) =>
        Assert.Contains(problem, MapCheck.Problems(new DataMap([record], [], Why.All), _ => true));

    public static TheoryData<string, string> FaultyPurposes => new()
    {
        { "idle", "idle: it holds nothing." },
        { "lawless", "lawless: it rests on a law that is not named." },
        { "account", "account: two purposes have this key." },
        { "a-key-that-is-longer-than-the-column-for-it", "a-key-that-is-longer-than-the-column-for-it: its key is longer than 40." },
    };

    [Theory]
    [MemberData(nameof(FaultyPurposes))]
    [Promise("P-1.3-01", "P-1.3-05")]
    public void A_faulty_purpose_is_named(string key, string problem)
    {
        var map = new DataMap([typeof(Card)], [], [.. Why.All, new Purpose(key, Basis.LegalDuty)]);

        Assert.Contains(problem, MapCheck.Problems(map, _ => true));
    }

    [Fact]
    public void A_faulty_handling_column_is_named()
    {
        var map = new DataMap([typeof(Card)], [Handling.WhileHeld<PurposeEvent>(For.Security, "Colour")], Why.All);

        var problems = MapCheck.Problems(map, _ => true).ToList();

        Assert.Contains("PurposeEvent: Colour is declared but there is no such column.", problems);
        Assert.Contains("PurposeEvent: security is not among the purposes.", problems);
    }

    [Theory]
    [InlineData("Item.card.Value", "card: Value has no label in both languages.")]
    [InlineData("Purpose.books.Why", "books: the text Why is missing in one of the languages.")]
    public void A_missing_text_is_named(string key, string problem)
    {
        var problems = MapCheck.Problems(Why.Map, text => text != key);

        Assert.Equal(problem, Assert.Single(problems));
    }

    [Fact]
    public void A_text_that_one_language_lacks_is_missing() => Assert.False(PersonalDataFeature.HasText("Purpose.nothing.Name"));

    [Fact]
    public void A_record_that_declares_nothing_cannot_be_in_a_map() =>
        Assert.Throws<InvalidOperationException>(() => new DataMap([typeof(Undeclared)], [], []));

    [Fact]
    public void Sections_of_a_record_are_opened_up() =>
        Assert.DoesNotContain(MapCheck.Problems(new DataMap([typeof(Nested)], [], Why.All), _ => true), problem => problem.StartsWith("nested:", StringComparison.Ordinal));

    [Fact]
    public void The_sample_map_is_sound() => Assert.Empty(MapCheck.Problems(Why.Map, _ => true));
}

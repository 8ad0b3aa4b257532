using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SrmBlazor.Shared.Deadlines;

namespace SrmBlazor.Shell;

/// <summary>Both clocks as the command line gives them; scripts rely on the names.</summary>
/// <param name="Refused">What was asked for and is not lawful there, in words; the dates are those without it.</param>
internal sealed record ClockReport(string Version, ClockReport.Part Promise, ClockReport.Part Limit, IReadOnlyList<string> Refused)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    internal sealed record Part(
        DateOnly Due, ClockState State, bool Provisional, IReadOnlyList<int> MissingYears, int ExtendedBy, DateTime EndsOn, DeadlineRule Rule, string Sentence,
        IReadOnlyList<ClockSegment> Segments, IReadOnlyList<ClockDay> Days)
    {
        [JsonIgnore]
        public string Source { get; init; } = "";

        public static Part Of(DeadlineClock clock, string sentence, DeadlineSentences words) =>
            new(clock.Due, clock.State, clock.IsProvisional, clock.MissingYears, clock.ExtendedBy, clock.EndsOn, clock.Rule, sentence, clock.Segments, clock.Days)
            {
                Source = CommandLine.Say("Clock.Source", words.Source(clock.Rule), CommandLine.Say($"Confidence.{clock.Rule.Confidence}"), words.Day(clock.Rule.ReviewBy)),
            };
    }

    public static ClockReport Of(DeadlineLaw law, DeadlineCase plain, bool extend, DateTime now, DeadlineSentences words)
    {
        var refused = plain.Pauses.Select(pause => law.MayPause(plain.Country, plain.Subdivision, pause.Reason)).Where(verdict => !verdict.IsLawful).Distinct()
            .Select(words.NotLawful).ToList();
        var asked = plain;
        if (extend)
        {
            var rule = law.Rules.Find(Duty.Answer, plain.Country, plain.Subdivision)!;
            var verdict = law.MayExtend(plain, rule.Extension ?? 1, plain.ReceivedOn, plain.ReceivedOn);
            if (verdict == ExtensionVerdict.Allowed)
            {
                asked = plain with { Extension = new(rule.Extension!.Value, plain.ReceivedOn, plain.ReceivedOn) };
            }
            else
            {
                refused.Add(words.Verdict(verdict, rule));
            }
        }

        var (promise, limit) = law.Reckon(asked, now);
        return new(law.Version, Part.Of(promise, words.Promise(promise), words), Part.Of(limit, words.Limit(limit), words), refused);
    }

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public string ToText() => string.Join(Environment.NewLine, [.. Refused, Promise.Sentence, Promise.Source, Limit.Sentence, Limit.Source]);
}

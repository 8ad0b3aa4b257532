using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Localization;

namespace SrmBlazor.Features.Registration.IdentityNumbers;

/// <summary>The answer of the command line: the verdict without the number and without what the number tells.</summary>
public sealed record IdentityNumberReport(bool Accepted, bool CheckedByRule, IReadOnlyList<string> Problems, IReadOnlyList<string> Messages)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    };

    /// <summary>0 when accepted, 1 when refused.</summary>
    [JsonIgnore]
    public int ExitCode => Accepted ? 0 : 1;

    public static IdentityNumberReport Of(IdentityNumberVerdict verdict, IStringLocalizer<IdentityNumberTexts> texts) =>
        new(verdict.IsAccepted, verdict.CheckedByRule, [.. verdict.Problems.Select(problem => problem.Kind.ToString())], verdict.Describe(texts));

    /// <summary>Reads <c>resident-id</c>, <c>passport</c>, <c>national-id</c>; also without the hyphen.</summary>
    public static IdentityType? ReadType(string? typed) => typed?.Trim().Replace("-", "", StringComparison.Ordinal).ToUpperInvariant() switch
    {
        "RESIDENTID" => IdentityType.ResidentId,
        "PASSPORT" => IdentityType.Passport,
        "NATIONALID" => IdentityType.NationalId,
        _ => null,
    };

    /// <summary>Reads <c>female</c>, <c>male</c>, <c>f</c>, <c>m</c>, 女, 男; null for anything else, which is then not compared.</summary>
    public static Sex? ReadSex(string? typed) => typed?.Trim().ToUpperInvariant() switch
    {
        "F" or "FEMALE" or "女" => Sex.Female,
        "M" or "MALE" or "男" => Sex.Male,
        _ => null,
    };

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public string ToText() => string.Join(Environment.NewLine, Messages);
}

using SrmBlazor.Features.Registration.Steps;
using SrmBlazor.PersonalData;

namespace SrmBlazor.Features.Guardians.Pages;

/// <summary>A guardian's answer, as posted.</summary>
public sealed class ConsentForm
{
    public const string Consent = "consent";
    public const string Refuse = "refuse";

    public string? Answer { get; set; }

    /// <summary>The policy that was on the screen.</summary>
    public string? TextHash { get; set; }

    public string? FullName { get; set; }

    public string? Relation { get; set; }

    public bool Declares { get; set; }

    public bool Consents { get; set; }

    /// <summary>Ticked purposes by their keys; null where none was.</summary>
    public Dictionary<string, bool>? Choices { get; set; }

    /// <summary>The notices that were on the screen, by purpose.</summary>
    public Dictionary<string, Guid>? Served { get; set; }

    public IReadOnlyCollection<Guid> Read => [.. Served?.Values ?? Enumerable.Empty<Guid>()];

    public bool Ticked(Purpose purpose) => Choices?.GetValueOrDefault(purpose.Key) == true;

    /// <summary>The ids of what is missing or wrong, and the keys of the sentences that say so.</summary>
    public IEnumerable<(string Field, string Key)> Faults()
    {
        if (string.IsNullOrWhiteSpace(FullName) || TextForm.NameProblem(FullName) is not null)
        {
            yield return ("name", "Flaw.Name");
        }

        if (!Enum.TryParse<Relation>(Relation, out _))
        {
            yield return ("relation", "Flaw.Relation");
        }

        if (!Declares)
        {
            yield return ("declares", "Flaw.Declares");
        }

        if (!Consents)
        {
            yield return ("consents", "Flaw.Consents");
        }
    }

    public GuardianConsent ToConsent() =>
        new(FullName!, Enum.Parse<Relation>(Relation!), Declares, Consents, [.. GuardianDecisions.Choices.Where(Ticked)]);
}

using SrmBlazor.Features.Accounts;
using SrmBlazor.PersonalData;

namespace SrmBlazor.Features.Guardians;

public enum Relation
{
    Mother,
    Father,
    LegalGuardian,
}

/// <summary>What a guardian says with the consent. Nothing of it is chosen beforehand.</summary>
/// <param name="Declares">To be the child's mother, father or legal guardian.</param>
/// <param name="Agreed">Additional purposes, each ticked by itself.</param>
public sealed record GuardianConsent(string FullName, Relation Relation, bool Declares, bool Consents, IReadOnlyList<Purpose> Agreed)
{
    public override string ToString() => "***";
}

/// <summary>What became of a guardian's answer.</summary>
public abstract record GuardianAnswer
{
    private GuardianAnswer()
    {
    }

    /// <param name="Token">Leads to the child's data; for the guardian's browser and letter alone.</param>
    public sealed record Consented(string Token) : GuardianAnswer
    {
        public override string ToString() => "Consented ***";
    }

    /// <summary>One of the notices was not shown, or is no longer the one of now: it is read first.</summary>
    public sealed record NotRead : GuardianAnswer;

    /// <summary>Everything is erased.</summary>
    public sealed record Refused : GuardianAnswer;

    /// <summary>The link is used, superseded, over or unknown, or the child gave up.</summary>
    public sealed record DeadLink(LinkState State) : GuardianAnswer;
}

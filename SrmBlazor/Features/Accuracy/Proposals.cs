using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Registration.Steps;
using SrmBlazor.Features.RightsRequests;

namespace SrmBlazor.Features.Accuracy;

/// <summary>What a person can have corrected by a decision.</summary>
/// <param name="Open">The questions that are open; none where a verifier asks for the same anyway.</param>
/// <param name="Pending">References of proposals that are not decided.</param>
public sealed record Proposable(LoadedDraft Current, IReadOnlyList<Item> Open, IReadOnlyList<string> Pending, bool VerifierAsks)
{
    public override string ToString() => "Proposable ***";
}

/// <summary>What became of a proposal.</summary>
public abstract record ProposalResult
{
    private ProposalResult()
    {
    }

    /// <summary>Kept, with the reference of the request; what it disputes is set aside.</summary>
    public sealed record Done(string Reference) : ProposalResult;

    public sealed record Incomplete(IReadOnlyList<Fault> Faults) : ProposalResult;

    /// <summary>The number shows a child; nothing was kept. Whoever typed it says whether it is right.</summary>
    public sealed record ShowsChild(IReadOnlyList<Fault> Faults) : ProposalResult;

    /// <summary>Changed meanwhile; nothing was kept.</summary>
    public sealed record Disagrees(IReadOnlyList<Item> Items) : ProposalResult;

    /// <summary>The note is too long.</summary>
    public sealed record Invalid(RequestFault Fault) : ProposalResult;

    /// <summary>All of it is held like that already.</summary>
    public sealed record Same : ProposalResult;

    /// <summary>First the password once more.</summary>
    public sealed record NotConfirmed : ProposalResult;

    /// <summary>Nothing is held that could be corrected.</summary>
    public sealed record Shut : ProposalResult;
}

using SrmBlazor.Features.Registration.Scans;

namespace SrmBlazor.Features.RightsRequests;

/// <summary>What is missing from a step, or in its way.</summary>
public enum RequestFault
{
    NoText,
    TextTooLong,
    NoGround,

    /// <summary>Neither mailbox nor address to answer to.</summary>
    NoContact,

    /// <summary>It would have arrived on a day that is still to come.</summary>
    NotArrived,

    /// <summary>Nobody is there to carry out this kind, so it is not offered.</summary>
    NotOffered,

    /// <summary>Not at this point of its way.</summary>
    NotNow,

    /// <summary>Somebody else has to do it: whoever proposed does not decide, and whoever decided hears no appeal.</summary>
    SomebodyElse,

    /// <summary>The region's rule does not allow it.</summary>
    NotLawful,

    /// <summary>Who asks has not shown who they are.</summary>
    NotProved,

    /// <summary>An erasure of the same person is running.</summary>
    ErasureRuns,

    /// <summary>What would be carried out is not what was proposed any more: it is looked at again.</summary>
    PlanChanged,
    TooLate,
    NoPicture,

    /// <summary>None of the kinds of data can be set aside, or nothing of them is held.</summary>
    NothingHeld,

    /// <summary>It is a child's, and no second person has approved, or the day of the approval is over.</summary>
    NeedsApproval,

    /// <summary>The colleague does not do this work, or not any more.</summary>
    NotTheirWork,

    /// <summary>Staff have not looked at everything in the case that has to be looked at before.</summary>
    NotChecked,

    /// <summary>It went on while this was being written; nothing was sent.</summary>
    Overtaken,
}

/// <summary>What became of a step.</summary>
public abstract record RequestResult
{
    private RequestResult()
    {
    }

    public sealed record Done(string Reference, Guid Stamp) : RequestResult
    {
        /// <summary>The picture, where one was kept.</summary>
        public KeptScan? Picture { get; init; }
    }

    /// <summary>Somebody was faster; nothing was kept of this step.</summary>
    public sealed record ChangedMeanwhile : RequestResult;

    public sealed record NotFound : RequestResult;

    public sealed record Invalid(RequestFault Fault) : RequestResult
    {
        /// <summary>What is wrong with a picture that was not kept.</summary>
        public ScanFault? Picture { get; init; }
    }

    /// <summary>First the password once more: see <see cref="Shared.Act.IsConfirmed"/>.</summary>
    public sealed record NotConfirmed : RequestResult;
}

using SrmBlazor.Features.Registration;

namespace SrmBlazor.Features.Verification;

public enum CaseView
{
    /// <summary>Waits for a verifier.</summary>
    Waiting,

    /// <summary>Waits for the supplier to mend something.</summary>
    WithSupplier,

    /// <summary>Accepted or refused; the latest first.</summary>
    Decided,
}

/// <param name="Late">Only those that wait three days or longer.</param>
/// <param name="Mine">Only those the asking verifier has in hand.</param>
public sealed record CaseFilter(CaseView View, bool Late, bool Mine);

/// <summary>The last row shown: the next page begins behind it.</summary>
public sealed record CaseKey(DateTime CheckBegunOn, Guid Id);

/// <summary>One case in the list. Nothing of it was opened.</summary>
/// <param name="Region">ISO 3166-1 alpha-2; empty where unknown.</param>
/// <param name="NeedsSecond">Opened only with a second person's approval.</param>
/// <param name="ScanLapsesOn">When the running check ends by itself; null when none runs.</param>
public sealed record CaseRow(Guid Id, string Reference, RegistrationState State, DateTime CheckBegunOn, int DaysWaiting, DateTime? ScanLapsesOn, string Region, Cooperation Cooperation, Hands Holder, bool NeedsSecond)
{
    public CaseKey Key => new(CheckBegunOn, Id);

    /// <summary>Staff are reminded from the third day on.</summary>
    public bool IsReminder => State == RegistrationState.IdentityCheck && DaysWaiting >= Verifications.ReminderDays;
}

public sealed record CaseList(IReadOnlyList<CaseRow> Rows, bool More);

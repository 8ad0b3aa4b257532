using SrmBlazor.Features.Registration;

namespace SrmBlazor.Features.Verification;

/// <summary>What of a case can be seen without opening it.</summary>
/// <param name="Region">ISO 3166-1 alpha-2; empty where unknown.</param>
/// <param name="NeedsSecond">Opened only with a second person's approval.</param>
/// <param name="ScanLapsesOn">When the running check ends by itself; null when none runs.</param>
public sealed record CaseRow(Guid Id, string Reference, RegistrationState State, DateTime CheckBegunOn, int DaysWaiting, DateTime? ScanLapsesOn, string Region, Cooperation Cooperation, Hands Holder, bool NeedsSecond)
{
    /// <summary>Staff are reminded from the third day on.</summary>
    public bool IsReminder => State == RegistrationState.IdentityCheck && DaysWaiting >= Verifications.ReminderDays;
}

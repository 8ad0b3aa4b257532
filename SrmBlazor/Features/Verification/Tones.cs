using SrmBlazor.Features.Registration;

namespace SrmBlazor.Features.Verification;

/// <summary>The class of a tag. The words beside it say the same: colour is never the only sign.</summary>
internal static class Tones
{
    public static string Of(RegistrationState state) => state switch
    {
        RegistrationState.IdentityCheck => "tag info",
        RegistrationState.CorrectionAsked => "tag warning",
        RegistrationState.Verified => "tag success",
        RegistrationState.Refused => "tag danger",
        RegistrationState.Submitted or RegistrationState.Dropped or RegistrationState.Withdrawn or RegistrationState.AwaitsGuardian => "tag",
    };

    public static string Of(NumberCheck check) => check switch
    {
        NumberCheck.Fits => "tag success",
        NumberCheck.NoRule => "tag",
        NumberCheck.Fails => "tag danger",
    };
}

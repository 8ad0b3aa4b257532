using SrmBlazor.Features.Policies;
using SrmBlazor.PersonalData;

namespace SrmBlazor.Features.Guardians;

/// <summary>A guardian at the pages: what is asked is shown first, and the answer names what was shown.</summary>
internal static class GuardianReading
{
    public static async Task<GuardianAnswer> ReadAndConsentAsync(this GuardianDecisions decisions, string token, GuardianConsent consent, ShownPolicy shown) =>
        await decisions.ConsentAsync(token, consent, shown, [.. (await decisions.ShowAsync(token, shown.Language)).Select(one => one.Served)]);

    public static async Task<bool> ReadAndDecideAsync(this Guardianships guardianships, string access, bool agreed, string language) =>
        await guardianships.DecideSensitiveAsync(access, agreed, await guardianships.ReadAsync(access, For.SensitiveIdentity, language));

    /// <summary>The notice that the page shows of this purpose; none where it does not ask.</summary>
    public static async Task<Guid> ReadAsync(this Guardianships guardianships, string access, Purpose purpose, string language = "en") =>
        (await guardianships.ShowAsync(access, language)).FirstOrDefault(one => one.Notice.Purpose == purpose.Key)?.Served ?? Guid.Empty;
}

namespace SrmBlazor.Features.Policies.Promises;

/// <summary>A part of the program that keeps promises.</summary>
/// <param name="Name">How the register calls it; its words are <c>Feature.…</c> in <see cref="PromiseTexts"/>.</param>
/// <param name="Folder">Where its code lies.</param>
/// <param name="Route">Its page; null where it has none of its own that everybody may ask for.</param>
public sealed record PromiseFeature(string Name, string Folder, string? Route = null)
{
    public static IReadOnlyList<PromiseFeature> All { get; } =
    [
        new("Accounts", "Features/Accounts", "/account/sign-in"),
        new("Cessations", "Features/Cessations", "/service-end"),
        new("ChildApprovals", "Features/ChildApprovals"),
        new("Accuracy", "Features/Accuracy", "/privacy/correct"),
        new("Consents", "Features/Consents", "/privacy/consents"),
        new("Cookies", "Features/Cookies", "/cookies"),
        new("Disclosures", "Features/Disclosures", "/privacy/sharing"),
        new("Erasures", "Features/Erasures", "/privacy/close"),
        new("Guardians", "Features/Guardians", "/guardian"),
        new("Home", "Features/Home", "/home"),
        new("Insight", "Features/Insight", "/transparency"),
        new("Intake", "Features/Intake", "/rights"),
        new("News", "Features/News", "/mail/unsubscribe"),
        new("Notifications", "Features/Notifications"),
        new("PersonalData", "PersonalData"),
        new("Policies", "Features/Policies", "/policy"),
        new("PolicyNews", "Features/PolicyNews", "/policy/changes"),
        new("PrivacyCenter", "Features/PrivacyCenter", "/privacy/data"),
        new("Registration", "Features/Registration", "/register"),
        new("RightsRequests", "Features/RightsRequests", "/privacy/requests"),
        new("Screening", "Features/Screening"),
        new("Shell", "Shell", "/"),
        new("Verification", "Features/Verification"),
    ];

    public static PromiseFeature? Named(string name) => All.FirstOrDefault(feature => feature.Name == name);
}

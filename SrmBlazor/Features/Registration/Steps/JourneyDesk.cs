using SrmBlazor.Shared;

namespace SrmBlazor.Features.Registration.Steps;

/// <summary>The services that a journey through the steps calls on.</summary>
public sealed record JourneyDesk(Drafts Drafts, SensitiveConsents Sensitive, Submissions Submissions, Freezing Freezing, Resumptions Resumptions, ScanStore Scans, StepRules Rules, ChangeFeed Changes, TimeProvider Clock);

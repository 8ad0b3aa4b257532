namespace SrmBlazor.Features.Policies.Promises;

/// <summary>Marks the texts about how promises are kept: by which feature, or what people do by hand.</summary>
public sealed class PromiseTexts;

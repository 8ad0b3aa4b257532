namespace SrmBlazor.Features.Registration.Steps;

/// <summary>Where in the wizard a page stands.</summary>
/// <param name="FromReview">Whoever continues returns to the review, where they came from.</param>
/// <param name="At">The field that a link from the review or from a complaint leads to.</param>
public sealed record Place(Step Step, bool FromReview, string? At)
{
    public int Number => Step.All.Index().First(entry => entry.Item == Step).Index + 1;

    public string? Before => FromReview ? AddressOf(Step.Review) : Step.Previous is { } previous ? AddressOf(previous) : null;

    /// <summary>Where Continue leads; the review has none.</summary>
    public string Next => AddressOf(FromReview ? Step.Review : Step.Next!);

    public static string AddressOf(Step step) => $"/register/{step.Slug}";
}

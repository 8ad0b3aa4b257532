namespace SrmBlazor.Features.Screening.Matching;

/// <summary>Marker of the words in which an explanation is said: <c>Relation.</c>, <c>Flag.</c>, <c>Quality.</c> and <c>Agreement.</c> with the member's name.</summary>
public sealed class MatchingTexts;

namespace SrmBlazor.Features.Screening.Cases;

/// <summary>Which reasons go with which hit and which decision.</summary>
internal static class DecisionReasons
{
    public static IEnumerable<DecisionReason> Of(HitKind kind) => Enum.GetValues<DecisionReason>().Where(reason => reason switch
    {
        DecisionReason.OtherNationality or DecisionReason.OtherBirthYear or DecisionReason.OtherName or DecisionReason.KnownOtherPerson or DecisionReason.SamePerson => kind == HitKind.Name,
        DecisionReason.OtherPlace or DecisionReason.SamePlace => kind != HitKind.Name,
        DecisionReason.Other => true,
    });

    public static bool Fits(DecisionReason reason, bool confirms, IEnumerable<ScreeningHit> hits) => Fits(reason, confirms) && hits.All(hit => Of(hit.Kind).Contains(reason));

    /// <summary>Other, with its note, goes with either.</summary>
    public static bool Fits(DecisionReason reason, bool confirms) => reason switch
    {
        DecisionReason.SamePerson or DecisionReason.SamePlace => confirms,
        DecisionReason.OtherNationality or DecisionReason.OtherBirthYear or DecisionReason.OtherName or DecisionReason.KnownOtherPerson or DecisionReason.OtherPlace => !confirms,
        DecisionReason.Other => true,
    };
}

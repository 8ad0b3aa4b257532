using SrmBlazor.Features.RightsRequests;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Triage;

/// <summary>Whose hands something is in, as the reader sees it: never a name.</summary>
internal static class Holding
{
    public static Hands Of(Guid? who, Act act) => who is null ? Hands.Nobody : who == act.Who ? Hands.Me : Hands.Staff;
}

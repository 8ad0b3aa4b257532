using SrmBlazor.PersonalData;

namespace SrmBlazor.Features.Policies.Lint;

/// <summary>What one sort of person has to answer, and what it may be needed for.</summary>
/// <param name="Who">The sort of person, such as <c>PersonnelLeasing, RU</c>.</param>
/// <param name="Live">The purposes that begin for such a person.</param>
public sealed record AskedPerson(string Who, IReadOnlyList<AskedItem> Needed, IReadOnlyList<Purpose> Live);

/// <summary>A question that needs an answer, and the purposes that hold it.</summary>
public sealed record AskedItem(string Name, IReadOnlyList<Purpose> Purposes);

/// <summary>Every sort of person that a form of this program tells apart; the form's feature says it.</summary>
public sealed record AskedPersons(IReadOnlyList<AskedPerson> All);

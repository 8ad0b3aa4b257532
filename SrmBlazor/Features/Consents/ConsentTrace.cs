using SrmBlazor.Data;
using SrmBlazor.PersonalData;

namespace SrmBlazor.Features.Consents;

/// <summary>Rows that a feature wrote about a person because a consent allowed it. The words are <c>Trace.…</c> in <see cref="ConsentsTexts"/>.</summary>
/// <param name="Name">Of the table's entity.</param>
/// <param name="Until">When the last of them leads to the person no more (UTC); null where they go with the consent.</param>
public sealed record Trace(string Name, DateTime? Until);

/// <summary>What a feature has noted by a consent; null for nothing.</summary>
public sealed record ConsentTrace(Func<SrmDbContext, Guid, Purpose, Task<Trace?>> Of);

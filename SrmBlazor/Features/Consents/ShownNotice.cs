namespace SrmBlazor.Features.Consents;

/// <summary>A notice that is written down as put before the person.</summary>
/// <param name="Served">Names it in the decision.</param>
public sealed record ShownNotice(Notice Notice, Guid Served);

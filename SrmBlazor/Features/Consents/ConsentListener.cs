using SrmBlazor.Data;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Consents;

/// <summary>What a feature does within the same transaction when a consent is decided. It must not decide another.</summary>
public sealed record ConsentListener(Func<Writing, ConsentEvent, Act, Task> Decided);

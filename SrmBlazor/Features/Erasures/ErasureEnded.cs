using SrmBlazor.Data;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Erasures;

/// <summary>What else happens, in the same transaction, when the erasure behind a request is certified: the request is fulfilled.</summary>
/// <param name="Tell">Told the request, and the certificate with what had to stay.</param>
public sealed record ErasureEnded(Func<Writing, Guid, ErasureCertificate, Act, Task> Tell);

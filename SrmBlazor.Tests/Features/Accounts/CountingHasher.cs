using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace SrmBlazor.Features.Accounts;

/// <summary>Counts what costs time: an answer that hashes more or less often than another one tells something.</summary>
public sealed class CountingHasher(IOptions<PasswordHasherOptions> options) : PasswordHasher<Account>(options)
{
    private int verified;
    private int made;

    public int Count => verified + made;

    public override PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
    {
        Interlocked.Increment(ref verified);
        return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
    }

    public override string HashPassword(Account user, string password)
    {
        Interlocked.Increment(ref made);
        return base.HashPassword(user, password);
    }
}

namespace SrmBlazor.Features.Accounts;

/// <summary>A password as it is kept. Made by <see cref="AccountRegister.Hash"/> before a transaction is opened: it takes as long as many writes.</summary>
public sealed record PasswordHash(string Value)
{
    public override string ToString() => "***";
}

using Microsoft.Extensions.Options;

namespace SrmBlazor.Features.Transfers;

/// <summary>Section <c>Transfers</c>.</summary>
public sealed class TransferOptions
{
    public const string Section = "Transfers";

    /// <summary>How long the other controller's address may take to accept a package.</summary>
    public int PushSeconds { get; init; } = 60;

    /// <summary>A larger package is not sent: staff look for another way.</summary>
    public int MegabytesMost { get; init; } = 100;

    /// <summary>Development only: also an address of this machine, and without TLS.</summary>
    public bool AllowLoopback { get; init; }

    public long BytesMost => MegabytesMost * 1024L * 1024;
}

/// <summary>A start that could send packages unprotected is refused.</summary>
internal sealed class TransferOptionsRules(IHostEnvironment environment) : IValidateOptions<TransferOptions>
{
    public ValidateOptionsResult Validate(string? name, TransferOptions options) =>
        options.AllowLoopback && !environment.IsDevelopment() ? ValidateOptionsResult.Fail("Transfers:AllowLoopback sends packages without TLS and to this machine. Outside Development leave it false.")
        : options.PushSeconds is < 1 or > 600 ? ValidateOptionsResult.Fail("Transfers:PushSeconds must lie between 1 and 600.")
        : options.MegabytesMost is < 1 or > 1000 ? ValidateOptionsResult.Fail("Transfers:MegabytesMost must lie between 1 and 1000.")
        : ValidateOptionsResult.Success;
}

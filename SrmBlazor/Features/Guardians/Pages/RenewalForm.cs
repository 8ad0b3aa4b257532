namespace SrmBlazor.Features.Guardians.Pages;

/// <summary>A guardian's answer to what has changed, as posted: one of the two buttons of one purpose.</summary>
public sealed class RenewalForm
{
    /// <summary>The key of the purpose that is agreed to anew.</summary>
    public string? Agree { get; set; }

    /// <summary>The key of the purpose that is not.</summary>
    public string? Refuse { get; set; }

    /// <summary>The notices that were on the screen, by purpose.</summary>
    public Dictionary<string, Guid>? Served { get; set; }

    public string Purpose => Agree ?? Refuse ?? "";
}

using System.ComponentModel.DataAnnotations;

namespace SrmBlazor.Benchmarks.References.Form;

/// <summary>Twelve answers and their rules, the same in both reference apps.</summary>
public sealed class SupplierForm
{
    public static readonly IReadOnlyList<string> Countries = ["Germany", "France", "Italy", "Spain", "Poland", "Netherlands", "Sweden", "Ireland"];
    public static readonly IReadOnlyList<string> Trades = ["Goods", "Services", "Works", "Software", "Logistics"];

    [Required, StringLength(80, MinimumLength = 3)] public string? LegalName { get; set; }

    [Required, StringLength(80, MinimumLength = 3)] public string? TradingName { get; set; }

    [Required, RegularExpression("^[A-Z]{2}[0-9A-Z]{8,12}$", ErrorMessage = "Two letters, then 8 to 12 letters or digits.")] public string? VatNumber { get; set; }

    [Required, EmailAddress] public string? Mailbox { get; set; }

    [Required, Phone] public string? Phone { get; set; }

    [Required, StringLength(120)] public string? Street { get; set; }

    [Required, StringLength(60)] public string? City { get; set; }

    [Required, RegularExpression("^[0-9A-Z -]{3,10}$", ErrorMessage = "3 to 10 letters or digits.")] public string? Postcode { get; set; }

    [Required] public string? Country { get; set; }

    [Required] public string? Trade { get; set; }

    [Range(typeof(bool), "true", "true", ErrorMessage = "Accept the terms.")] public bool Terms { get; set; }

    public bool News { get; set; }
}

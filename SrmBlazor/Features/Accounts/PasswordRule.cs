namespace SrmBlazor.Features.Accounts;

public enum PasswordFlaw
{
    TooShort,
    TooLong,

    /// <summary>What is left without well-known passwords, the product's words and the person's own mailbox is too little.</summary>
    TooCommon,
}

/// <summary>Length decides, not composition (OWASP ASVS 6.2): long enough, and more than words that everybody tries first.</summary>
public static class PasswordRule
{
    public const int MinLength = 12;
    public const int MinLengthForStaff = 15;
    public const int MaxLength = 128;
    private const int OwnPart = 6;
    private const int DifferentCharacters = 5;
    private const int ShortestPiece = 4;

    private static readonly string[] OwnWords = ["srmblazor", "blazor", "supplier", "portal", "self-service", "srm", "供应商", "门户"];

    private static readonly string[] Known = [.. CommonPasswords.All.Concat(OwnWords).OrderByDescending(word => word.Length)];

    /// <param name="staff">Staff see other people's data and need a longer one.</param>
    /// <param name="mailbox">The person's own, where the form has it.</param>
    /// <returns>What is wrong, or null.</returns>
    public static PasswordFlaw? Check(string password, bool staff, string mailbox = "") =>
        password.Length < (staff ? MinLengthForStaff : MinLength) ? PasswordFlaw.TooShort
        : password.Length > MaxLength ? PasswordFlaw.TooLong
        : IsCommon(password.ToLowerInvariant(), mailbox.ToLowerInvariant()) ? PasswordFlaw.TooCommon
        : null;

    private static bool IsCommon(string password, string mailbox)
    {
        if (password.Distinct().Count() < DifferentCharacters)
        {
            return true;
        }

        var rest = mailbox.Split('@', '.').Where(piece => piece.Length >= ShortestPiece).OrderByDescending(piece => piece.Length).Concat(Known)
            .Aggregate(password, (left, word) => left.Replace(word, "", StringComparison.Ordinal));
        return rest.Count(char.IsLetterOrDigit) < OwnPart;
    }
}

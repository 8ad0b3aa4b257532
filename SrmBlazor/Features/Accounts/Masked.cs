namespace SrmBlazor.Features.Accounts;

/// <summary>Enough of a value to tell two colleagues apart, and no more.</summary>
internal static class Masked
{
    private const string Dots = "•••";

    /// <summary>The first character of each word.</summary>
    public static string Name(string? name) =>
        string.Join(' ', (name ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => First(word) + Dots));

    public static string Mailbox(string? address) =>
        address?.Split('@') is [var local, var domain] ? $"{First(local)}{Dots}@{domain}" : "";

    private static string First(string word) => System.Globalization.StringInfo.GetNextTextElement(word);
}

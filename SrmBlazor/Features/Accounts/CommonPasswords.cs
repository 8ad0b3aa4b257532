namespace SrmBlazor.Features.Accounts;

/// <summary>What is tried first everywhere, in lower case; longer passwords are mostly made of these.</summary>
internal static class CommonPasswords
{
    public static readonly string[] All =
    [
        "123456789012", "1234567890", "123456789", "12345678", "1234567", "123456", "12345", "1234", "987654321", "87654321", "654321", "4321", "123123", "123321",
        "112233", "121212", "147258369", "159753", "111111", "222222", "555555", "666666", "777777", "888888", "999999", "000000", "5201314", "1314520",
        "password", "passw0rd", "p@ssw0rd", "p@ssword", "passwort", "passwd", "contraseña", "motdepasse", "mima",
        "qwertyuiop", "qwerty", "qwertz", "azerty", "asdfghjkl", "asdfgh", "zxcvbnm", "1q2w3e4r5t", "1q2w3e4r", "1q2w3e", "q1w2e3r4", "1qaz2wsx", "qazwsx", "zaq12wsx", "!qaz2wsx",
        "abcdefgh", "abcdef", "abc123", "abcd1234", "abcd", "a1b2c3d4", "a123456", "aa123456", "woaini", "qq123456",
        "iloveyou", "letmein", "welcome", "login", "admin", "administrator", "root", "toor", "guest", "test", "user", "default", "changeme", "secret", "master", "access",
        "monkey", "dragon", "football", "baseball", "basketball", "superman", "batman", "princess", "sunshine", "shadow", "trustno1", "starwars", "pokemon", "freedom", "whatever",
        "computer", "internet", "company", "business", "summer", "winter", "spring", "autumn", "monday", "friday", "january", "december", "michael", "jessica", "daniel", "charlie",
        "2023", "2024", "2025", "2026", "2027",
    ];
}

namespace SrmBlazor.Benchmarks.Apps;

/// <summary>What an installation must set before it starts, in a folder of its own.</summary>
internal static class PortalSettings
{
    public static IEnumerable<(string Name, string Value)> In(string folder) =>
    [
        ("Storage__Folder", folder),
        ("Site__Address", "https://suppliers.example"),
        ("Proxy__Known__0", "127.0.0.1"),
        ("Mail__Transport", "Smtp"), // no letter is sent here; the port answers nobody
        ("Mail__Host", "127.0.0.1"),
        ("Mail__Port", "1"),
        ("Mail__FromAddress", "portal@suppliers.example"),
        ("Operator__DataProtectionOfficer__Name__en", "Data Protection Officer"),
        ("Operator__DataProtectionOfficer__Name__zh-CN", "数据保护官"),
        ("Logging__LogLevel__Default", "Warning"),
    ];
}

namespace SrmBlazor.Shell;

/// <summary>
/// One set of colours. Text on its ground keeps 4.5:1, borders of controls and the focus ring 3:1 (tested).
/// </summary>
public sealed record Colours
{
    public required string Brand { get; init; }
    public required string Page { get; init; }
    public required string Surface { get; init; }
    public required string Sunk { get; init; }
    public required string Text { get; init; }
    public required string Soft { get; init; }
    public required string Line { get; init; }
    public required string Hair { get; init; }
    public required string Primary { get; init; }
    public required string PrimaryStrong { get; init; }
    public required string PrimarySoft { get; init; }
    public required string OnPrimary { get; init; }
    public required string Danger { get; init; }
    public required string DangerSoft { get; init; }
    public required string OnDanger { get; init; }
    public required string Success { get; init; }
    public required string SuccessSoft { get; init; }
    public required string Warning { get; init; }
    public required string WarningSoft { get; init; }
    public required string Focus { get; init; }

    public static Colours Light { get; } = new()
    {
        Brand = "#17557f", Page = "#f5f7f9", Surface = "#ffffff", Sunk = "#ebeff3",
        Text = "#1c2630", Soft = "#4a5663", Line = "#71808e", Hair = "#d5dce3",
        Primary = "#17557f", PrimaryStrong = "#0f3f61", PrimarySoft = "#e4eff7", OnPrimary = "#ffffff",
        Danger = "#b3261e", DangerSoft = "#fdeceb", OnDanger = "#ffffff",
        Success = "#1a6b3c", SuccessSoft = "#e6f4ec", Warning = "#7a4a00", WarningSoft = "#fdf3e0", Focus = "#1264d1",
    };

    public static Colours Dark { get; } = new()
    {
        Brand = "#2f7fb5", Page = "#11161c", Surface = "#1a2129", Sunk = "#242d37",
        Text = "#e9eef3", Soft = "#b4c0cb", Line = "#83909d", Hair = "#34404b",
        Primary = "#8fc7ee", PrimaryStrong = "#b7ddf7", PrimarySoft = "#1b3346", OnPrimary = "#06243a",
        Danger = "#ffb4ab", DangerSoft = "#3b1e1c", OnDanger = "#48100b",
        Success = "#8fd8a8", SuccessSoft = "#17301f", Warning = "#ffcf85", WarningSoft = "#35290f", Focus = "#9ecbff",
    };

    public IEnumerable<(string Name, string Value)> Named() =>
    [
        ("brand", Brand), ("page", Page), ("surface", Surface), ("sunk", Sunk), ("text", Text), ("soft", Soft), ("line", Line), ("hair", Hair),
        ("primary", Primary), ("primary-strong", PrimaryStrong), ("primary-soft", PrimarySoft), ("on-primary", OnPrimary),
        ("danger", Danger), ("danger-soft", DangerSoft), ("on-danger", OnDanger), ("success", Success), ("success-soft", SuccessSoft),
        ("warning", Warning), ("warning-soft", WarningSoft), ("focus", Focus),
    ];
}

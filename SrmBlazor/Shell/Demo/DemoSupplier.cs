using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Verification;

namespace SrmBlazor.Shell.Demo;

/// <summary>An invented supplier. The numbers are made up or the published specimens of their kind.</summary>
/// <param name="Note">Key of what the sign-in page says of the account.</param>
/// <param name="Decide">What became of the identity check; null while it waits.</param>
internal sealed record DemoSupplier(string Language, Answers Answers, string? Note = null, Func<Decisions, DemoCase, Task>? Decide = null)
{
    /// <summary>Stopped after the name; the way back is in the mail.</summary>
    public static DemoSupplier HalfDone { get; } = new("en", new Answers
    {
        Mailbox = "half-done@demo.example",
        FullName = "Tomasz Zielony",
        Country = "PL",
        AgeBand = nameof(AgeBand.Adult),
    });

    /// <summary>In the order in which they are made.</summary>
    public static IReadOnlyList<DemoSupplier> All { get; } =
    [
        new("en", From("SE", "Ingrid Sjöberg", "Passport", "AB1234567") with { Mailbox = "verified@demo.example", Department = "Field service", City = "Göteborg" },
            "Demo.Verified", (decisions, one) => decisions.AcceptAsync(one.Reference, one.Stamp, one.By)),
        new("zh-CN", From("CN", "沈亦舟", "ResidentId", "11010519491231002X") with { Mailbox = "mending@demo.example", Position = "设备维护" },
            "Demo.Mending", (decisions, one) => decisions.AskCorrectionAsync(one.Reference, one.Stamp, [CaseItem.Scan], "照片下缘缺失，号码看不清楚。请将证件完整放入画面后重新拍摄。", one.By)),
        new("en", From("BR", "Paulo Tavares", "NationalId", "111.444.777-35") with { Mailbox = "refused@demo.example" },
            "Demo.Refused", (decisions, one) => decisions.RefuseAsync(one.Reference, one.Stamp, RefusalGround.DocumentNotValid, "The document in the picture expired two years ago. You may register again with a valid one.", one.By)),
        new("en", From("GB", "Tolbert Quiverly", "Passport", "533401372") with { Mailbox = "reviewed@demo.example", City = "Leeds" },
            "Demo.Reviewed", (decisions, one) => decisions.AcceptAsync(one.Reference, one.Stamp, one.By)),
        new("en", From("FR", "Élodie Marchand", "Passport", "12AB34567") with { Mailbox = "supplier@demo.example", City = "Lyon" }, "Demo.Waiting"),
    ];

    private static Answers From(string country, string name, string type, string number) => new()
    {
        FullName = name,
        Nationality = country,
        Country = country,
        Cooperation = nameof(Cooperation.Subcontracting),
        IdType = type,
        IdCountry = country,
        IdNumber = number,
        AgeBand = nameof(AgeBand.Adult),
    };
}

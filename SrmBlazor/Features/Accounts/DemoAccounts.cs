using SrmBlazor.Data;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Accounts;

/// <summary>An account for each role of staff, two where two must agree, in Development only. The sign-in page names them and whoever else was made for trying things out.</summary>
public sealed class DemoAccounts(StaffAccounts staff, AccountRegister accounts, MailedLinks links, Store store, TimeProvider clock,
    IHostEnvironment environment, IConfiguration configuration)
{
    public const string Password = "quiet-harbour-lantern-42";

    public static IReadOnlyList<DemoAccount> All { get; } =
    [
        new("administrator@demo.example", "Zhou Yun", Role.Administrator),
        new(Verifier, "Lin Qing", Role.Verifier),
        new("screener@demo.example", "Martha Keller", Role.Screener),
        new("coordinator@demo.example", "Chen Rui", Role.Coordinator),
        new("privacy@demo.example", "Sofia Almeida", Role.PrivacyOfficer),
        // what one proposes another approves
        new("privacy2@demo.example", "Kofi Mensah", Role.PrivacyOfficer),
        new("auditor@demo.example", "Tom Whitaker", Role.Auditor),
    ];

    public const string Verifier = "verifier@demo.example";

    private readonly List<DemoAccount> offered = [];

    /// <summary>What the sign-in page lists; complete once the program listens.</summary>
    public IReadOnlyList<DemoAccount> Offered => offered;

    /// <summary>In Development, unless the setting <c>DemoData</c> says no; nowhere else, whatever it says.</summary>
    public bool AreOffered => environment.IsDevelopment() && configuration.GetValue("DemoData", true);

    /// <summary>An account made elsewhere, with the same password.</summary>
    public void Offer(DemoAccount demo) => offered.Add(demo);

    /// <summary>Makes the accounts that are missing, in the way people get theirs: a link, a name, a password.</summary>
    public async Task SeedAsync()
    {
        foreach (var demo in All)
        {
            Offer(demo);
            if (await accounts.FindByMailboxAsync(demo.Mailbox) is not null)
            {
                continue;
            }

            if (demo.Roles == Role.Administrator && await staff.OfferFirstAsync() is { } first)
            {
                await staff.SetUpFirstAsync(first, demo.Mailbox, demo.Name, Password, "en");
                continue;
            }

            await staff.InviteAsync(demo.Mailbox, demo.Roles, "en", Act.OfSystem(clock) with { Roles = Role.Administrator });
            await SetUpAsync(demo);
        }
    }

    private async Task SetUpAsync(DemoAccount demo)
    {
        var person = await accounts.FindByMailboxAsync(demo.Mailbox) ?? throw new InvalidOperationException("The demo account was not made.");
        string token;
        await using (var work = await store.WriteAsync())
        {
            token = await links.IssueAsync(work, LinkKind.StaffSetup, person, StaffAccounts.InvitationLife);
            await work.CommitAsync();
        }

        await staff.SetUpAsync(token, demo.Name, Password);
    }
}

/// <param name="Note">Key of a text that says what is special about it.</param>
public sealed record DemoAccount(string Mailbox, string Name, Role Roles, string? Note = null);

using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Accounts;

/// <summary>
/// How a person signs in. Its id and user name are the person's id; mailbox and name are sealed elsewhere, and the database
/// itself keeps Identity's columns for them empty.
/// </summary>
public sealed class Account : IdentityUser<Guid>, IHandled
{
    public const int TriesBeforeLock = 5;

    /// <summary>
    /// The account of nobody: whoever asks for an unknown mailbox is led through it, so that unknown and known cost the same reads,
    /// one hash and one write.
    /// </summary>
    public static readonly Guid Nobody = Guid.Empty;

    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);

    private Account()
    {
    }

    public static Handling Handling { get; } = Handling.WhileHeld<Account>(For.Account,
        nameof(Roles), nameof(ActivatedOn), nameof(ClosedOn), nameof(AccessFailedCount), nameof(LockoutEnd));

    public Role Roles { get; private set; }

    /// <summary>Null while the person has not chosen a password.</summary>
    public DateTime? ActivatedOn { get; private set; }

    public DateTime? ClosedOn { get; private set; }

    public bool IsOpen => ActivatedOn is not null && ClosedOn is null;

    public bool IsLocked(DateTime now) => LockoutEnd?.UtcDateTime > now;

    public static Account Active(Guid person, PasswordHash password, Role roles, DateTime now)
    {
        var account = Invited(person, roles);
        account.Activate(password, now);
        return account;
    }

    /// <summary>An account whose person has yet to choose a password.</summary>
    public static Account Invited(Guid person, Role roles)
    {
        var account = new Account { Id = person, UserName = person.ToString("D"), NormalizedUserName = person.ToString("D").ToUpperInvariant(), Roles = roles, LockoutEnabled = true };
        account.NewStamp();
        return account;
    }

    internal static Account OfNobody(PasswordHash never, DateTime now)
    {
        var account = Active(Nobody, never, Role.None, now);
        account.ClosedOn = now;
        return account;
    }

    /// <exception cref="InvalidOperationException">The account is active or closed.</exception>
    public void Activate(PasswordHash password, DateTime now)
    {
        if (ActivatedOn is not null || ClosedOn is not null)
        {
            throw new InvalidOperationException($"Account {Id} cannot be activated twice or after it was closed.");
        }

        (PasswordHash, ActivatedOn) = (password.Value, now);
        NewStamp();
    }

    /// <summary>One try to sign in. Every try leaves something to be saved: a try that writes nothing would be told by its time.</summary>
    /// <returns>Whether the person may enter: the password fits, and the account is open and not locked.</returns>
    public bool TryEnter(bool fits, DateTime now)
    {
        ConcurrencyStamp = Guid.NewGuid().ToString("N");
        if (IsLocked(now) || (fits && !IsOpen))
        {
            return false;
        }

        if (fits)
        {
            (AccessFailedCount, LockoutEnd) = (0, null);
            return true;
        }

        if (++AccessFailedCount >= TriesBeforeLock)
        {
            (AccessFailedCount, LockoutEnd) = (0, new DateTimeOffset(now) + LockedFor);
        }

        return false;
    }

    /// <summary>A new password opens a locked account and ends every session.</summary>
    public void ChangePassword(PasswordHash password)
    {
        (PasswordHash, AccessFailedCount, LockoutEnd) = (password.Value, 0, null);
        NewStamp();
    }

    /// <summary>The same password under a newer hash: sessions go on.</summary>
    internal void Rehash(PasswordHash password) => PasswordHash = password.Value;

    /// <summary>Every session ends, so that none goes on with what it no longer may.</summary>
    public void Give(Role roles)
    {
        Roles = roles;
        NewStamp();
    }

    public void Close(DateTime now)
    {
        (ClosedOn, PasswordHash) = (ClosedOn ?? now, null);
        NewStamp();
    }

    private void NewStamp()
    {
        SecurityStamp = RandomNumberGenerator.GetHexString(32, lowercase: true);
        ConcurrencyStamp = Guid.NewGuid().ToString("N");
    }

    public sealed class Mapping : IEntityTypeConfiguration<Account>
    {
        public void Configure(EntityTypeBuilder<Account> builder)
        {
            builder.ToTable("Accounts", table => table.HasCheckConstraint("CK_Accounts_NameNobody",
                "\"Email\" IS NULL AND \"NormalizedEmail\" IS NULL AND \"PhoneNumber\" IS NULL"));
            builder.Property(account => account.Id).ValueGeneratedNever();
            builder.Property(account => account.UserName).HasMaxLength(36);
            builder.Property(account => account.NormalizedUserName).HasMaxLength(36);
            builder.Property(account => account.PasswordHash).HasMaxLength(200);
            builder.Property(account => account.SecurityStamp).HasMaxLength(40);
            builder.Property(account => account.ConcurrencyStamp).HasMaxLength(40).IsConcurrencyToken();
            // a number: the names of several roles would outgrow any sensible column
            builder.Property(account => account.Roles).HasConversion<int>();
            builder.HasIndex(account => account.NormalizedUserName).IsUnique();
        }
    }
}

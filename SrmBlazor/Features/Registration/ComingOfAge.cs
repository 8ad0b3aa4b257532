using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Registration.IdentityNumbers;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.Features.Registration.Steps;
using SrmBlazor.PersonalData;

namespace SrmBlazor.Features.Registration;

/// <summary>When somebody is of age, as far as it is known.</summary>
/// <param name="Earliest">The first day on which they can be.</param>
/// <param name="Certain">The first day on which they are.</param>
public sealed record OfAge(DateOnly Earliest, DateOnly Certain)
{
    /// <summary>Nobody acts as guardian of a minor from then on (UTC).</summary>
    public DateTime GuardianUntil => TodayOf.Start(Certain);

    /// <summary>What both say. Where they contradict each other, the later day counts.</summary>
    internal OfAge And(OfAge other)
    {
        var (earliest, certain) = (Earliest > other.Earliest ? Earliest : other.Earliest, Certain < other.Certain ? Certain : other.Certain);
        return new OfAge(earliest, certain < earliest ? earliest : certain);
    }
}

/// <summary>
/// Works out majority anew each time from what is held for other reasons, and keeps no day: a number that carries the date of birth, else the year of birth
/// with its cautious end, and when a guardian consented for somebody who was a child then.
/// </summary>
public sealed class ComingOfAge(Vault vault, Ages ages, TimeProvider clock)
{
    /// <summary>Null where nothing tells.</summary>
    public async Task<OfAge?> FindAsync(SrmDbContext db, Guid person)
    {
        var region = await db.Set<Person>().Where(one => one.Id == person).Select(one => one.Region).FirstOrDefaultAsync();
        var majority = ages.Majority(region);
        if ((await vault.OpenAsync<IdentityDocument>(db, person, For.Account)).OrNull is { } document && BirthIn(document) is { } birth)
        {
            var day = Ages.BirthdayIn(birth, majority);
            return new OfAge(day, day);
        }

        var asked = OfGuardianship(await db.LedgerAsync(person), majority, ages.ChildUnder(region));
        return (await vault.OpenAsync<LeasingProfile>(db, person, For.LeasingMatching)).OrNull is { } leasing && BirthYear.Read(leasing.BirthYear) is { } year
            && new OfAge(new DateOnly(year + majority, 1, 1), new DateOnly(year + majority + 1, 1, 1)) is var ofYear ? asked?.And(ofYear) ?? ofYear : asked;
    }

    public async Task<bool> IsOfAgeAsync(SrmDbContext db, Guid person) => await FindAsync(db, person) is { Certain: var day } && day <= clock.Today();

    private DateOnly? BirthIn(IdentityDocument document) =>
        Enum.TryParse<IdentityType>(document.Type, out var type) && IdentityNumber.Check(new IdentityClaim(type, document.Country, document.Number), clock.Today()) is { IsAccepted: true, Facts.BirthDate: { } birth } ? birth : null;

    /// <summary>Under the child's age then, and born.</summary>
    private static OfAge? OfGuardianship(Ledger ledger, int majority, int childUnder) =>
        ledger.Lines.LastOrDefault(line => line.Purpose == For.Guardianship.Key) is { Change: PurposeChange.Began, On: var on } && DateOnly.FromDateTime(on) is var since
            ? new OfAge(since.AddYears(majority - childUnder).AddDays(1), since.AddYears(majority)) : null;
}

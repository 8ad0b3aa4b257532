using Microsoft.EntityFrameworkCore;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Triage;

/// <summary>Requests and identity checks at every turn of their way, of persons nothing is sealed of.</summary>
internal sealed record Desk(House House)
{
    public static readonly Guid Me = Guid.NewGuid();

    public static readonly Guid Colleague = Guid.NewGuid();

    private static readonly string[] Regions = ["CN", "DE", "BR", "US", "US-CA"];

    public Board Board => House.Get<Board>();

    public Act Officer => House.ActOf(Me, Role.PrivacyOfficer);

    public Act Verifier => House.ActOf(Me, Role.Verifier);

    public Act Both => House.ActOf(Me, Role.PrivacyOfficer | Role.Verifier);

    /// <summary>A privacy officer of this name.</summary>
    public static async Task<Guid> StaffAsync(House house, string name)
    {
        var colleague = await Population.Of(house).RegisterAsync($"{Guid.NewGuid():N}@staff.example", Role.PrivacyOfficer);
        await using var work = await house.Store.WriteAsync();
        await house.Vault.SealAsync(work, colleague, new StaffProfile(name), For.StaffWork, house.System, "test");
        await work.CommitAsync();
        return colleague;
    }

    /// <summary>So many of each; several of one day and of one instant.</summary>
    public async Task FillAsync(int each, int seed)
    {
        var random = new Random(seed);
        await using var work = await House.Store.WriteAsync();
        var before = await work.Db.Set<RightsRequest>().CountAsync();
        for (var number = before + 1; number <= before + each; number++)
        {
            var person = Person.Create("en", Regions[random.Next(Regions.Length)]);
            work.Db.Add(person);
            var on = work.Now.AddDays(-random.Next(12)).AddHours(random.Next(2));
            work.Db.Add(RequestOf(person, number, on, random));
            work.Db.Add(CheckOf(person.Id, on, random));
        }

        work.Announce(Topics.Queue);
        await work.CommitAsync();
    }

    private static RightsRequest RequestOf(Person person, int number, DateTime on, Random random)
    {
        var request = RightsRequest.Submit(
            new NewRequest(person.Id, random.Next(2) == 0 ? RequestKind.Other : RequestKind.Complaint, person.Region, "en", RequestChannel.Dashboard, DateOnly.FromDateTime(on), Guid.NewGuid()), number,
            new Act(person.Id, Role.Supplier, on));
        var officer = new Act(random.Next(2) == 0 ? Me : Colleague, Role.PrivacyOfficer, on);
        request.ProveIdentity(officer);
        request.Reckon(DateOnly.FromDateTime(on).AddDays(10), null, provisional: false, officer);
        switch (random.Next(4))
        {
            case 1:
                request.Claim(officer);
                break;
            case 2:
                request.AskClarification(Guid.NewGuid(), officer);
                break;
            case 3:
                request.Claim(officer);
                request.Answer(new RequestAnswer(Guid.NewGuid(), "en"), officer);
                break;
            default:
                break;
        }

        return request;
    }

    private static SupplierRegistration CheckOf(Guid person, DateTime on, Random random)
    {
        var registration = SupplierRegistration.Submit(person, Cooperation.Subcontracting, on);
        registration.Confirm(on);
        var verifier = random.Next(2) == 0 ? Me : Colleague;
        switch (random.Next(4))
        {
            case 1:
                registration.HandOver(verifier, new Act(verifier, Role.Verifier, on));
                break;
            case 2:
                registration.AskCorrection(verifier);
                break;
            case 3:
                registration.Accept(verifier, on);
                break;
            default:
                break;
        }

        return registration;
    }
}

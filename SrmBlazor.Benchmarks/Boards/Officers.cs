using System.Net;
using SrmBlazor.Benchmarks.Apps;
using SrmBlazor.Benchmarks.Circuits;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Keys;
using SrmBlazor.Shared;

namespace SrmBlazor.Benchmarks.Boards;

/// <summary>Privacy officers with accounts.</summary>
internal sealed class Officers(Premises place)
{
    private const string Password = "plum-orbit-teapot-91";

    public async Task<Act> RegisterAsync(string mailbox)
    {
        var person = Person.Create("en");
        var act = new Act(person.Id, Role.PrivacyOfficer, DateTime.UtcNow);
        var hash = place.Get<AccountRegister>().Hash(Password);
        await using var work = await place.Get<Store>().WriteAsync();
        work.Db.Add(person);
        work.Begin(person.Id, For.StaffWork, act, "account.activated");
        await place.Get<Vault>().SealAsync(work, person.Id, new Mailbox(mailbox), For.StaffWork, act, "account.activated", (LookUp.Mailbox, mailbox));
        place.Get<AccountRegister>().Create(work, person.Id, hash, Role.PrivacyOfficer, act);
        await work.CommitAsync();
        return act;
    }

    /// <summary>The cookies of a session.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> SignInAsync(Uri address, string mailbox)
    {
        using var http = Visitor.NewHttp();
        var (visitor, page) = (new Visitor(http, 0), new Uri(address, "/account/sign-in"));
        var form = (await visitor.GetAsync(page)).Expect(HttpStatusCode.OK, page).Body;
        (await visitor.PostAsync(page, [.. PlainForm.Hidden(form), new("Form.Mailbox", mailbox), new("Form.Password", Password)])).Expect(HttpStatusCode.Redirect, page);
        return visitor.Cookies;
    }
}

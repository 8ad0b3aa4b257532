using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Consents;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Registration.Activation;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.Features.Registration.Scans;
using SrmBlazor.Features.Registration.Steps;
using SrmBlazor.Features.Verification;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Keys;
using SrmBlazor.Shared;
using SrmBlazor.Support;
using Item = SrmBlazor.Features.Registration.Item;

namespace SrmBlazor.Features.Home;

public sealed class CorrectionTests
{
    private const string OtherNumber = "110105194912310046";

    [Theory, BothProviders]
    public async Task A_mended_name_and_number_are_found_under_the_new_value_alone(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var supplier = await AskedAsync(house, CaseItem.FullName, CaseItem.IdNumber);

        var sent = await house.Get<Corrections>().SendAsync(
            new Answers { FullName = "Qvarnström Marta", IdType = "ResidentId", IdCountry = "CN", IdNumber = OtherNumber, Nationality = "DE" }, supplier.Act(house));

        Assert.IsType<CorrectionResult.Sent>(sent);
        var keys = house.Get<KeyStore>();
        Assert.Empty(await keys.LookUpAsync(LookUp.WholeName, Registrant.Name));
        Assert.Empty(await keys.LookUpAsync(LookUp.IdNumber, Registrant.Number));
        Assert.Equal(supplier.Person, Assert.Single(await keys.LookUpAsync(LookUp.WholeName, "Qvarnström Marta")).PersonId);
        Assert.Equal(supplier.Person, Assert.Single(await keys.LookUpAsync(LookUp.IdNumber, OtherNumber)).PersonId);
        // nationality was not asked about: what was posted for it is left aside
        Assert.Equal(new Identity("Qvarnström Marta", "CN"), (await house.Vault.OpenAsync<Identity>(supplier.Person, For.IdentityCheck)).OrNull);
        var registration = await supplier.RegistrationAsync(house);
        Assert.Equal((RegistrationState.IdentityCheck, (Guid?)null), (registration.State, registration.CheckedBy));
        Assert.Empty(await house.Get<CaseHistory>().OutstandingAsync(supplier.Person));
    }

    [Theory, BothProviders]
    public async Task Wrong_answers_and_a_missing_scan_are_named_and_nothing_is_kept(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var supplier = await AskedAsync(house, CaseItem.IdNumber, CaseItem.Scan);

        var result = await house.Get<Corrections>().SendAsync(new Answers { IdType = "ResidentId", IdCountry = "CN", IdNumber = "11010519491231002" }, supplier.Act(house));

        var faults = Assert.IsType<CorrectionResult.Incomplete>(result).Faults;
        Assert.Equal([nameof(Item.IdNumber), Fault.Scan], faults.Select(fault => fault.Field));
        Assert.Equal(Registrant.Number, (await house.Vault.OpenAsync<IdentityDocument>(supplier.Person, For.Account)).OrNull!.Number);
        Assert.Equal(RegistrationState.CorrectionAsked, (await supplier.RegistrationAsync(house)).State);
    }

    [Theory, BothProviders]
    public async Task A_new_scan_waits_by_itself_can_be_replaced_and_becomes_the_checks_when_it_is_sent(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var supplier = await AskedAsync(house, CaseItem.Scan);
        Assert.IsType<Opening<IdentityScan>.Erased>(await house.Vault.OpenAsync<IdentityScan>(supplier.Person, For.Access));

        await Registrant.PutScanAsync(house, new ScanOwner.OfSupplier(supplier.Act(house)), width: 200);
        await Registrant.PutScanAsync(house, new ScanOwner.OfSupplier(supplier.Act(house)), width: 222);
        var waiting = (await house.Get<Corrections>().OpenAsync(supplier.Act(house)))!.Scan;
        var sent = await house.Get<Corrections>().SendAsync(new Answers(), supplier.Act(house));

        Assert.Equal(222, waiting!.Width);
        Assert.IsType<CorrectionResult.Sent>(sent);
        Assert.Single(await supplier.LiveAsync(house), "identity-scan");
        Assert.IsType<Opening<IdentityScan>.Opened>(await house.Vault.OpenAsync<IdentityScan>(supplier.Person, For.IdentityCheck));
        Assert.IsType<Opening<IdentityScan>.Refused>(await house.Vault.OpenAsync<IdentityScan>(supplier.Person, For.Registration));
    }

    [Theory, BothProviders]
    public async Task A_new_scan_takes_the_place_of_the_checks_own_when_both_are_there(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var supplier = await AskedAsync(house, CaseItem.FullName);
        await Registrant.PutScanAsync(house, new ScanOwner.OfSupplier(supplier.Act(house)), width: 200);

        await house.Get<Corrections>().SendAsync(new Answers { FullName = Registrant.Name }, supplier.Act(house));

        Assert.Single(await supplier.LiveAsync(house), "identity-scan");
        var receipt = Assert.Single(await house.Get<SupplierHome>().ReceiptsAsync(supplier.Act(house)));
        Assert.Equal("verification.corrected", receipt.Cause);
        var corrected = (await house.Get<CaseHistory>().OfAsync(supplier.Person))[^1];
        Assert.Equal((CaseEventKind.Corrected, receipt.Number), (corrected.Kind, corrected.ErasureId!.Value));
        Assert.IsType<Opening<IdentityScan>.Opened>(await house.Vault.OpenAsync<IdentityScan>(supplier.Person, For.IdentityCheck));
    }

    [Theory, BothProviders]
    public async Task Nothing_can_be_sent_or_uploaded_where_nothing_was_asked(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var supplier = await Registrant.ActivateAsync(house);

        Assert.Null(await house.Get<Corrections>().OpenAsync(supplier.Act(house)));
        Assert.IsType<CorrectionResult.NothingAsked>(await house.Get<Corrections>().SendAsync(Registrant.Everything with { FullName = "Somebody Else" }, supplier.Act(house)));
        Assert.Null(await Registrant.PutScanAsync(house, new ScanOwner.OfSupplier(supplier.Act(house))));
        Assert.Equal(Registrant.Name, (await house.Vault.OpenAsync<Identity>(supplier.Person, For.Account)).OrNull!.FullName);
    }

    [Theory]
    [MemberData(nameof(Deaths))]
    public async Task A_correction_that_died_half_way_is_whole_after_it_is_sent_again(DatabaseProvider provider, string step)
    {
        using var stores = await Stores.CreateAsync(provider);
        Registrant supplier;
        await using (var house = await House.OpenAsync(stores))
        {
            supplier = await AskedAsync(house, CaseItem.FullName);
            house.DieAt(step);
            await Assert.ThrowsAsync<ProcessDiedException>(() => house.Get<Corrections>().SendAsync(new Answers { FullName = "Qvarnström Marta" }, supplier.Act(house)));
        }

        await using var next = await House.OpenAsync(stores);
        var sent = await next.Get<Corrections>().SendAsync(new Answers { FullName = "Qvarnström Marta" }, supplier.Act(next));

        Assert.IsType<CorrectionResult.Sent>(sent);
        Assert.Empty(await next.Get<KeyStore>().LookUpAsync(LookUp.WholeName, Registrant.Name));
        Assert.Single(await next.Get<KeyStore>().LookUpAsync(LookUp.WholeName, "Qvarnström Marta"));
        Assert.Single(await next.Get<CaseHistory>().OfAsync(supplier.Person), one => one.Kind == CaseEventKind.Corrected);
    }

    [Theory, BothProviders]
    public async Task With_the_consent_to_the_document_taken_back_nothing_is_accepted_until_it_is_given_and_the_document_sent_again(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var supplier = await Registrant.ActivateAsync(house);
        var decider = new Decider(house, supplier.Person);
        await decider.DecideAsync(For.SensitiveIdentity, give: false);
        Assert.DoesNotContain(await supplier.LiveAsync(house), kind => kind is "identity-document" or "identity-scan");

        var accepted = await AcceptAsync(house, supplier);
        await AskAsync(house, supplier, CaseItem.FullName);
        var without = await house.Get<Corrections>().OpenAsync(supplier.Act(house));
        await decider.DecideAsync(For.SensitiveIdentity, give: true);
        var asked = (await house.Get<Corrections>().OpenAsync(supplier.Act(house)))!.Asked;
        await Registrant.PutScanAsync(house, new ScanOwner.OfSupplier(supplier.Act(house)));
        var sent = await house.Get<Corrections>().SendAsync(
            new Answers { FullName = Registrant.Name, IdType = "ResidentId", IdCountry = "CN", IdNumber = Registrant.Number }, supplier.Act(house));

        Assert.Equal(new DecisionResult.Invalid(DecisionFault.NoConsent), accepted);
        Assert.Null(without);
        Assert.Equal([CaseItem.FullName, CaseItem.IdNumber, CaseItem.Scan], asked.Order());
        Assert.IsType<CorrectionResult.Sent>(sent);
        Assert.Equal(supplier.Person, Assert.Single(await house.Get<KeyStore>().LookUpAsync(LookUp.IdNumber, Registrant.Number)).PersonId);
        Assert.IsType<DecisionResult.Done>(await AcceptAsync(house, supplier));
    }

    public static TheoryData<DatabaseProvider, string> Deaths()
    {
        var data = new TheoryData<DatabaseProvider, string>();
        foreach (var provider in PostgresServer.Skipped ? [DatabaseProvider.Sqlite] : Enum.GetValues<DatabaseProvider>())
        {
            foreach (var step in (string[])["correct.before-index", "correct.saved", "correct.before-commit"])
            {
                data.Add(provider, step);
            }
        }

        return data;
    }

    private static async Task<Registrant> AskedAsync(House house, params CaseItem[] items)
    {
        var supplier = await Registrant.ActivateAsync(house);
        await AskAsync(house, supplier, items);
        return supplier;
    }

    private static async Task AskAsync(House house, Registrant supplier, params CaseItem[] items)
    {
        var registration = await supplier.RegistrationAsync(house);
        house.Clock.Advance(TimeSpan.FromHours(1));
        Assert.IsType<DecisionResult.Done>(await house.Get<Decisions>().AskCorrectionAsync(
            registration.Reference, registration.Stamp, items, "Please look again.", house.ActOf(Guid.NewGuid(), Role.Verifier)));
    }

    private static async Task<DecisionResult> AcceptAsync(House house, Registrant supplier)
    {
        var registration = await supplier.RegistrationAsync(house);
        return await house.Get<Decisions>().AcceptAsync(registration.Reference, registration.Stamp, house.ActOf(Guid.NewGuid(), Role.Verifier));
    }
}

using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Screening.Lists;
using SrmBlazor.Shared;

namespace SrmBlazor.Shell.Demo;

/// <summary>Invented people on the own list, so that a developer has somebody to be found. Where there are demo accounts, and only on an empty shelf.</summary>
public sealed class DemoLists(DemoAccounts accounts, ListLibrary library, ListDesk desk, TimeProvider clock)
{
    public async Task SeedAsync()
    {
        var act = Act.OfSystem(clock) with { Roles = Role.Screener };
        if (!accounts.AreOffered || (await library.ShowAsync(act)).Any(list => list.Version is not null))
        {
            return;
        }

        await using var file = DemoList.Open();
        if (await desk.CheckAsync(ListSource.Own, file, date: null, deliberate: false, act) is CheckResult.Ready { Check: var check })
        {
            await desk.TakeAsync(check, act);
        }
    }
}

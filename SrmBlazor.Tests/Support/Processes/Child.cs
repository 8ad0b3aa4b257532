using System.Security.Claims;
using SrmBlazor.Data;
using SrmBlazor.Features.Erasures;
using SrmBlazor.Features.Policies.Promises;
using SrmBlazor.Features.PrivacyCenter;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.Features.Verification;
using SrmBlazor.Shared;
using Claim = System.Security.Claims.Claim;

namespace SrmBlazor.Support.Processes;

/// <summary>
/// The tests as a program: one piece of work on given stores, with all services of the program, in a process that may be killed in the midst of it.
/// It writes a line for each thing that was done. Or, asked for it, the lists of what the tests prove.
/// </summary>
internal static class Child
{
    public const string Done = "done ";

    public static async Task Main(string[] arguments)
    {
        if (arguments is [PromiseFiles.Work])
        {
            PromiseFiles.Write();
            return;
        }

        var (provider, folder, main, keys) = (Enum.Parse<DatabaseProvider>(arguments[0]), arguments[1], arguments[2], arguments[3]);
        await using var house = await House.OpenAsync(Stores.At(provider, folder, main, keys));
        await WorkAsync(house, arguments[4], arguments[5..]);
    }

    public static string NameOf(DraftKey key) => Convert.ToHexString(key.Hash);

    private static Task WorkAsync(House house, string work, string[] of) => work switch
    {
        nameof(Decisions.AcceptAsync) => ReportAsync(of[0], () => house.Get<Decisions>().AcceptAsync(of[0], Guid.Parse(of[1]), WaitingCase.ActOf(house))),
        nameof(CopyMaker.MakeNextAsync) => ReportAsync(work, () => house.Get<CopyMaker>().MakeNextAsync()),
        nameof(Drafts.DiscardAsync) => ReportAsync(of[0], () => house.Get<Drafts>().DiscardAsync(KeyOf(of[0]))),
        nameof(Submissions.SubmitAsync) => Task.WhenAll(of.Select(draft => Task.Run(() => ReportAsync(draft, () => house.Get<Submissions>().SubmitAsync(KeyOf(draft)))))),
        nameof(RequestDecisions.ApproveAsync) => ReportAsync(of[0], () => house.Get<RequestDecisions>().ApproveAsync(of[0], Guid.Parse(of[1]), house.ActOf(Applicant.Second, Role.PrivacyOfficer))),
        nameof(ErasureRound) => ReportAsync(work, () => house.Get<ErasureRound>().RunAsync()),
        _ => throw new ArgumentOutOfRangeException(nameof(work), work, "Nobody knows this work."),
    };

    private static async Task ReportAsync(string what, Func<Task> work)
    {
        await work();
        await Console.Out.WriteLineAsync(Done + what);
    }

    private static DraftKey KeyOf(string name) => DraftKey.Of(new ClaimsPrincipal(new ClaimsIdentity([new Claim(DraftIdentity.Claim, name)])))!;
}

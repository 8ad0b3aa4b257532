using System.CommandLine;
using System.Globalization;
using SrmBlazor.Features.Policies;
using SrmBlazor.Features.Policies.Lint;
using SrmBlazor.Features.Registration.Steps;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.PersonalData.Map;
using SrmBlazor.Shared;

namespace SrmBlazor.Shell;

/// <summary>Checks the policy of this build with the operator's settings, before anybody reads it.</summary>
internal static class CommandLinePolicy
{
    public static Command Lint()
    {
        var command = new Command("lint", CommandLine.Say("Policy.Lint"));
        command.SetAction(async asked =>
        {
            var company = CommandLineStores.Builder().Configuration.GetSection(OperatorOptions.Section).Get<OperatorOptions>() ?? new();
            var (writing, map) = (PolicyWriting.OfThisProgram(), DataMap.OfThisProgram());
            var problems = PolicyLint.Problems(writing, map, company, RegistrationAsks.OfThisProgram(map)).ToList();
            foreach (var problem in problems)
            {
                await asked.InvocationConfiguration.Output.WriteLineAsync(problem.In(CultureInfo.CurrentUICulture));
            }

            var today = DateOnly.FromDateTime(TimeProvider.System.Now());
            foreach (var route in ComplaintRoutes.All.Where(route => route.IsToBeReviewed(today)))
            {
                await asked.InvocationConfiguration.Output.WriteLineAsync(CommandLine.Say("Policy.Route", route.Route, route.ReviewBy.ToString("O", CultureInfo.InvariantCulture)));
            }

            if (problems.Count == 0)
            {
                await asked.InvocationConfiguration.Output.WriteLineAsync(CommandLine.Say("Policy.Clean", writing.English.Count, map.Purposes.Count));
            }

            return problems.Count == 0 ? CommandLine.Yes : CommandLine.No;
        });
        return command;
    }
}

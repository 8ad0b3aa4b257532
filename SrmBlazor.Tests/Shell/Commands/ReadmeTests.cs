using System.CommandLine;
using SrmBlazor.Features.Policies.Promises;

namespace SrmBlazor.Shell;

public sealed class ReadmeTests
{
    [Fact]
    public void Every_command_stands_in_the_readme()
    {
        var readme = File.ReadAllText(Path.Combine(PromiseFiles.Root, "README.md"));

        Assert.All(Words(CommandLine.Root()), words => Assert.Contains($"| `{words}", readme, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Words(Command command) => command.Subcommands.SelectMany(part => part.Subcommands.Count == 0 ? [part.Name] : Words(part).Select(rest => $"{part.Name} {rest}"));
}

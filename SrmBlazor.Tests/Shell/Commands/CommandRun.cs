using System.Diagnostics;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using SrmBlazor.Data;
using SrmBlazor.Features.Notifications;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;
using SrmBlazor.Support;

namespace SrmBlazor.Shell;

/// <summary>The built program, run as a person or a script runs it.</summary>
public abstract class CommandRun : IAsyncLifetime
{
    private protected Stores stores = null!;

    public async Task InitializeAsync() => stores = await Stores.EmptyAsync(DatabaseProvider.Sqlite);

    public Task DisposeAsync()
    {
        stores.Dispose();
        return Task.CompletedTask;
    }

    protected Task<(int Exit, string Output, string Error)> RunAsync(params string[] arguments) => RunAsync(arguments, input: "");

    protected async Task<(int Exit, string Output, string Error)> RunAsync(string[] arguments, string input = "", string environment = "Development", (string Name, string Value)? setting = null)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "SrmBlazor.dll"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["Storage__Folder"] = stores.Folder;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        if (setting is { } one)
        {
            start.Environment[one.Name] = one.Value;
        }

        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}

using System.Diagnostics;

namespace SrmBlazor.Shared;

/// <summary>
/// The steps between which the process may die. Tests set <see cref="Reached"/> to stop at one of them; in a running
/// program the setting <c>Faults:DieAt</c> (Development only) ends the process there as a power cut would.
/// </summary>
public sealed class FailPoints
{
    public Action<string>? Reached { get; set; }

    public static FailPoints Of(IConfiguration configuration, IHostEnvironment environment)
    {
        var faults = new FailPoints();
        if (environment.IsDevelopment() && configuration["Faults:DieAt"] is { Length: > 0 } last)
        {
            faults.Reached = step =>
            {
                if (step == last)
                {
                    Process.GetCurrentProcess().Kill();
                }
            };
        }

        return faults;
    }

    public void Reach(string step) => Reached?.Invoke(step);
}

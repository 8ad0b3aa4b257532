using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SrmBlazor.Support;

/// <summary>What one piece of work asks its databases, statement by statement; what other tests ask meanwhile is not heard.</summary>
internal sealed class Overhearing : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private static readonly AsyncLocal<List<string>?> Heard = new();

    static Overhearing() => DiagnosticListener.AllListeners.Subscribe(new Overhearing());

    /// <summary>To be called before there is a house: a database that nobody listens to stays silent for a second.</summary>
    public static void Begin() => Heard.Value = null;

    public static async Task<IReadOnlyList<string>> OfAsync(Func<Task> work)
    {
        List<string> heard = [];
        Heard.Value = heard;
        await work();
        Heard.Value = null;
        return heard;
    }

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore")
        {
            value.Subscribe(this);
        }
    }

    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandEventData { Command: var command } && value.Key == RelationalEventId.CommandExecuting.Name && Heard.Value is { } heard)
        {
            heard.Add(command.CommandText);
        }
    }

    void IObserver<DiagnosticListener>.OnCompleted()
    {
    }

    void IObserver<DiagnosticListener>.OnError(Exception error)
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnCompleted()
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnError(Exception error)
    {
    }
}

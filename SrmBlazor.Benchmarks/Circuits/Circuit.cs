using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.WebSockets;
using System.Text.Json;

namespace SrmBlazor.Benchmarks.Circuits;

/// <summary>
/// One open page without a browser: asks for the HTML, opens the circuit as Blazor's script does, acknowledges what is rendered, answers
/// script calls, types into fields.
/// </summary>
internal sealed class Circuit : IAsyncDisposable
{
    private readonly HubSocket socket = new();
    private readonly LivePage page = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<long>> events = [];
    private readonly TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<string> departed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource attached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long renderer = -1;
    private long watch = -1;
    private int calls;
    private string? secret;
    private bool disposed;

    /// <summary>Why the circuit is of no more use.</summary>
    public string? Fault { get; private set; }

    public delegate void Sight(ReadOnlySpan<byte> batch);

    /// <summary>Called with each rendering, as it arrives.</summary>
    public Sight? Seen { get; set; }

    /// <summary>Where the server sent the page to. Fails when the circuit does.</summary>
    public Task<string> Departure => departed.Task;

    /// <summary>Opens a page and waits until its components take events.</summary>
    public static async Task<Circuit> OpenAsync(Visitor visitor, Uri address, CancellationToken stop)
    {
        var circuit = new Circuit();
        try
        {
            await circuit.StartAsync(visitor, address, stop);
            return circuit;
        }
        catch
        {
            await circuit.DisposeAsync();
            throw;
        }
    }

    /// <summary>Puts text into a field, as one key would.</summary>
    /// <returns>Milliseconds until the handler was done; what it rendered was here before.</returns>
    public async Task<double> TypeAsync(string id, string text, TimeSpan patience)
    {
        var handler = Handler(id, "oninput");
        var value = JsonSerializer.Serialize(text);
        var began = Stopwatch.GetTimestamp();
        var done = await DispatchAsync(handler, "input", $$$"""{"componentId":{{{handler.Component}}},"fieldValue":{{{value}}}}""", $$"""{"value":{{value}}}""");
        return Stopwatch.GetElapsedTime(began, await done.WaitAsync(patience)).TotalMilliseconds;
    }

    /// <summary>Sends the page's form, as its button would. What comes of it is another matter: see <see cref="Departure"/>.</summary>
    public Task SubmitAsync() => DispatchAsync(Handler(null, "onsubmit"), "submit", "null", "{}");

    /// <summary>Tells the page, as its script would, that its tab went to the background or came back.</summary>
    public async Task ShowAsync(bool visible, TimeSpan patience)
    {
        var call = Interlocked.Increment(ref calls).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var done = events[call] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await SendAsync("BeginInvokeDotNetFromJS", 5, to => to.Text(call).Nil().Text("SeeAsync").Integer(watch).Text(visible ? "[true]" : "[false]"));
        await done.Task.WaitAsync(patience);
    }

    /// <summary>Goes on to another page within the circuit, as a link would.</summary>
    public Task GoAsync(Uri address) => SendAsync("OnLocationChanged", 3, to => to.Text(address.ToString()).Nil().Boolean(true));

    /// <summary>Closes the page as a browser does that closes its tab: the server needs not keep it for somebody who may come back.</summary>
    public async Task LeaveAsync(Visitor visitor, Uri address)
    {
        await visitor.PostAsync(new Uri(address, "/_blazor/disconnect"), [new("circuitId", secret!)]);
        await DisposeAsync();
    }

    /// <summary>A server ends a connection that has been silent for half a minute.</summary>
    public async Task PingAsync()
    {
        try
        {
            await socket.SendAsync(to => to.Array(1).Integer(6));
        }
        catch (Exception fault) when (fault is WebSocketException or InvalidOperationException)
        {
            Fault ??= fault.Message;
        }
    }

    public async ValueTask DisposeAsync()
    {
        disposed = true;
        await socket.DisposeAsync();
    }

    private async Task StartAsync(Visitor visitor, Uri address, CancellationToken stop)
    {
        var html = (await visitor.GetAsync(address, stop)).Expect(HttpStatusCode.OK, address).Body;
        var prerendered = PrerenderedPage.Read(html);
        var root = new Uri(address, "/");
        var negotiate = new Uri(root, "_blazor/negotiate?negotiateVersion=1");
        using var negotiated = JsonDocument.Parse((await visitor.PostAsync(negotiate, [], stop)).Expect(HttpStatusCode.OK, negotiate).Body);
        var token = negotiated.RootElement.GetProperty("connectionToken").GetString()!;
        var hub = new UriBuilder(new Uri(root, "_blazor?id=" + Uri.EscapeDataString(token))) { Scheme = "ws" }.Uri;
        await socket.ConnectAsync(hub, visitor.Http, visitor.Headers, stop);
        _ = ListenAsync();
        await socket.SendAsync(to => to.Array(6).Integer(1).EmptyMap().Text("0").Text("StartCircuit")
            .Array(4).Text(root.ToString()).Text(address.ToString()).Text("[]").Text(prerendered.State).Array(0));
        await started.Task.WaitAsync(stop);
        await SendAsync("UpdateRootComponents", 2, to => to.Text(prerendered.Operations).Text(prerendered.State));
        await attached.Task.WaitAsync(stop);
    }

    private EventHandlerId Handler(string? id, string attribute)
    {
        lock (page)
            return page.Handler(id, attribute) ?? throw new InvalidOperationException($"No element '{id}' with {attribute}.");
    }

    /// <returns>When the handler was done, as a timestamp.</returns>
    private async Task<Task<long>> DispatchAsync(EventHandlerId handler, string name, string field, string arguments)
    {
        var dispatch = $$"""[{"eventHandlerId":{{handler.Id}},"eventName":"{{name}}","eventFieldInfo":{{field}}},{{arguments}}]""";
        var call = Interlocked.Increment(ref calls).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var done = events[call] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await SendAsync("BeginInvokeDotNetFromJS", 5, to => to.Text(call).Nil().Text("DispatchEventAsync").Integer(renderer).Text(dispatch));
        return done.Task;
    }

    private Task SendAsync(string method, int arguments, Action<PackWriter> write) => socket.SendAsync(to =>
    {
        write(to.Array(6).Integer(1).EmptyMap().Nil().Text(method).Array(arguments));
        to.Array(0);
    });

    private async Task ListenAsync()
    {
        try
        {
            await socket.ReceiveAsync(Read);
            Fail("The server closed the connection.");
        }
        catch (Exception fault)
        {
            // whatever it was, whoever waits must learn of it
            Fail(fault.Message);
        }
    }

    private void Fail(string reason)
    {
        if (!disposed)
            Fault ??= reason;
        var fault = new InvalidOperationException(Fault ?? reason);
        started.TrySetException(fault);
        attached.TrySetException(fault);
        departed.TrySetException(fault);
        foreach (var waiting in events.Values)
            waiting.TrySetException(fault);
    }

    private void Read(PackReader message)
    {
        message.Array();
        switch (message.Integer())
        {
            case 1: // a call
                message.Skip();
                message.Skip();
                var method = message.Text();
                message.Array();
                Obey(method, message);
                break;
            case 3: // the result of ours
                message.Skip();
                message.Skip();
                if (message.Integer() == 3 && message.Text() is { } given)
                {
                    secret = given;
                    started.TrySetResult();
                }
                else
                    Fail("The server refused the circuit.");
                break;
            case 7:
                message.Skip();
                Fail("The server ended the connection: " + message.Text());
                break;
        }
    }

    private void Obey(string? method, PackReader arguments)
    {
        switch (method)
        {
            case "JS.RenderBatch":
                var batch = arguments.Integer();
                var rendered = arguments.Binary();
                lock (page)
                    page.Apply(new RenderBatch(rendered));
                Seen?.Invoke(rendered);
                _ = SendAsync("OnRenderCompleted", 2, to => to.Integer(batch).Nil());
                break;
            case "JS.AttachComponent":
                lock (page)
                    page.Attach((int)arguments.Integer());
                break;
            case "JS.EndUpdateRootComponents":
                attached.TrySetResult();
                break;
            case "JS.BeginInvokeJS":
                AnswerScript(arguments.Integer(), arguments.Text()!, arguments.Text()!, (int)arguments.Integer());
                break;
            case "JS.EndInvokeDotNet":
                var now = Stopwatch.GetTimestamp();
                var known = events.TryRemove(arguments.Text()!, out var done);
                if (!arguments.Boolean())
                    Fail("An event failed: " + arguments.Text());
                else if (known)
                    done!.TrySetResult(now);
                break;
            case "JS.Error":
                Fail("The circuit failed: " + arguments.Text());
                break;
        }
    }

    private void AnswerScript(long call, string function, string arguments, int kind)
    {
        if (function is "Blazor._internal.attachWebRendererInterop" or "Blazor._internal.navigationManager.navigateTo")
        {
            using var json = JsonDocument.Parse(arguments);
            if (function.EndsWith("navigateTo", StringComparison.Ordinal))
                departed.TrySetResult(json.RootElement[0].GetString()!);
            else
                renderer = json.RootElement[1].GetProperty("__dotNetObject").GetInt64();
        }

        if (function == "watch")
        {
            using var json = JsonDocument.Parse(arguments);
            watch = json.RootElement[0].GetProperty("__dotNetObject").GetInt64();
        }

        if (call != 0) // nobody waits for a call without a number
            _ = SendAsync("EndInvokeJSFromDotNet", 3, to => to.Integer(call).Boolean(true).Text($"[{call},true,{ScriptAnswers.To(function, kind)}]"));
    }
}

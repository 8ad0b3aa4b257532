using System.Globalization;
using System.Net.Sockets;

namespace SrmBlazor.Benchmarks.Apps;

/// <summary>Asks an app to collect its garbage and to say what is left. The app knows nothing of it: <see cref="StartupHook"/> answers.</summary>
internal sealed class HeapGauge
{
    private readonly string path = Path.Combine(WorkFolder.Path, Path.GetRandomFileName());

    public IEnumerable<(string Name, string Value)> Settings =>
    [
        ("DOTNET_STARTUP_HOOKS", typeof(StartupHook).Assembly.Location),
        (StartupHook.Variable, path),
    ];

    /// <returns>Bytes on the managed heap after a full collection.</returns>
    public async Task<long> MeasureAsync()
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(path));
        using var reader = new StreamReader(new NetworkStream(socket));
        return long.Parse(await reader.ReadToEndAsync(), CultureInfo.InvariantCulture);
    }
}

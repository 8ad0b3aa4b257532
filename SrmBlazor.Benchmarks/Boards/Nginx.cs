using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using SrmBlazor.Benchmarks.Apps;

namespace SrmBlazor.Benchmarks.Boards;

/// <summary>The proxy of docs/operation.md before several nodes: who was sent to a node stays with it.</summary>
internal sealed class Nginx : IAsyncDisposable
{
    private const string Program = "/usr/sbin/nginx";

    private readonly Process process;

    private Nginx(Process process, int port) => (this.process, Address) = (process, new($"http://127.0.0.1:{port}"));

    public Uri Address { get; }

    public static async Task<Nginx> StartAsync(IEnumerable<Uri> nodes)
    {
        if (!File.Exists(Program))
            throw new InvalidOperationException($"No {Program} (apt-get install nginx).");
        var (folder, port) = (Directory.CreateDirectory(Path.Combine(WorkFolder.Path, "nginx")).FullName, RunningApp.FreePort());
        var file = Path.Combine(folder, "nginx.conf");
        await File.WriteAllTextAsync(file, $$"""
            daemon off;
            pid {{folder}}/nginx.pid;
            events { worker_connections 4096; }
            http {
              access_log off;
              client_body_temp_path {{folder}}/body; proxy_temp_path {{folder}}/proxy; fastcgi_temp_path {{folder}}/fastcgi; uwsgi_temp_path {{folder}}/uwsgi; scgi_temp_path {{folder}}/scgi;
              map $http_upgrade $connection_upgrade { default upgrade; '' close; }
              upstream portal {
                hash $http_x_forwarded_for consistent;
                {{string.Join(' ', nodes.Select(node => $"server {node.Authority};"))}}
              }
              server {
                listen 127.0.0.1:{{port.ToString(CultureInfo.InvariantCulture)}};
                location / {
                  proxy_pass http://portal;
                  proxy_http_version 1.1;
                  proxy_set_header Host $http_host;
                  proxy_set_header Upgrade $http_upgrade;
                  proxy_set_header Connection $connection_upgrade;
                  proxy_read_timeout 1h;
                }
              }
            }
            """);
        var nginx = new Nginx(Process.Start(new ProcessStartInfo(Program, ["-c", file, "-e", "stderr"]))!, port);
        await nginx.ListensAsync();
        return nginx;
    }

    public async ValueTask DisposeAsync()
    {
        using var quit = Process.Start("kill", ["-QUIT", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task ListensAsync()
    {
        for (var attempt = 0; attempt < 200 && !process.HasExited; attempt++)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, Address.Port);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(25);
            }
        }

        throw new InvalidOperationException("nginx did not start.");
    }
}

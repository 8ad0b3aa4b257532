using System.Diagnostics;
using System.Net.NetworkInformation;
using Microsoft.EntityFrameworkCore;
using SrmBlazor.Benchmarks.Apps;
using SrmBlazor.Benchmarks.Circuits;
using SrmBlazor.Benchmarks.Rows;

namespace SrmBlazor.Benchmarks.Boards;

/// <summary>Boards at two nodes behind nginx, on one PostgreSQL: how soon they show what was done at a third one, also after the lines on which they listen were cut.</summary>
internal static class TwoNodes
{
    public const string Name = "nodes";

    private const int Boards = 40;
    private const int Changes = 20;
    private const int Cuts = 10;

    /// <returns>Whether every goal is met.</returns>
    public static async Task<bool> RunAsync(PublishedApp app)
    {
        await using var office = await Office.OpenAsync(app);
        await using var first = await office.StartAsync();
        await using var second = await office.StartAsync();
        await using var nginx = await Nginx.StartAsync([first.Address, second.Address]);
        await using var crowd = new Crowd(await office.SubjectAsync(nginx.Address), nginx.Address);
        await crowd.GrowToAsync(Boards);
        await Task.Delay(TimeSpan.FromSeconds(2));
        Console.WriteLine($"{Connections(first)} and {Connections(second)} connections from nginx to the two nodes");
        var met = true;
        FanOut.Print(ref met, "a change at another node: p50, ms", (await ChangesAsync(crowd, office, Changes, cut: false)).Median(), 1000);
        FanOut.Print(ref met, "– the slowest, ms", (await ChangesAsync(crowd, office, Changes, cut: false)).Max(), 1000);
        FanOut.Print(ref met, "a change while the lines to both were cut: the slowest, ms", (await ChangesAsync(crowd, office, Cuts, cut: true)).Max(), 10_000);
        return crowd.Fault is null ? met : throw new InvalidOperationException(crowd.Fault);
    }

    /// <returns>Milliseconds from each change until each board showed it; fails where one never did.</returns>
    private static async Task<IReadOnlyList<double>> ChangesAsync(Crowd crowd, Office office, int times, bool cut)
    {
        var took = new List<double>();
        for (var time = 0; time < times; time++)
        {
            await Task.Delay(TimeSpan.FromSeconds(1));
            if (cut)
            {
                await using var db = office.Store.Read();
                await db.Database.ExecuteSqlAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'");
            }

            var eyes = crowd.Circuits.Select(circuit => new Eye(circuit)).ToList();
            var since = await office.Hand.MoveAsync();
            took.AddRange((await Task.WhenAll(eyes.Select(eye => eye.First))).Select(at => Math.Max(0, Stopwatch.GetElapsedTime(since, at).TotalMilliseconds)));
        }

        return took;
    }

    private static int Connections(RunningApp node) =>
        IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpConnections().Count(line => line.State == TcpState.Established && line.RemoteEndPoint.Port == node.Address.Port);
}

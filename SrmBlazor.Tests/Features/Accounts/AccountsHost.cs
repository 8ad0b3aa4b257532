using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Accounts;

/// <summary>The application with a clock of ours, a hasher that counts, and nobody in it but whom a test brings.</summary>
public class AccountsHost : WebHost
{
    public FakeTimeProvider Clock { get; } = new(TimeProvider.System.GetUtcNow());

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public Population People => new(Services, Clock);

    public CountingHasher Hasher => (CountingHasher)Get<IPasswordHasher<Account>>();

    protected virtual IEnumerable<(string Name, string Value)> Settings => [];

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("DemoData", "false");
        builder.UseSetting("Accounts:TriesPerMinuteFromOneAddress", "10000");
        foreach (var (name, value) in Settings)
        {
            builder.UseSetting(name, value);
        }
    }

    protected override void Replace(IServiceCollection services)
    {
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<IPasswordHasher<Account>, CountingHasher>();
    }
}

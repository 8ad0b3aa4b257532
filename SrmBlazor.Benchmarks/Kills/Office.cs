using System.IO.Pipelines;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using SkiaSharp;
using SrmBlazor.Benchmarks.Apps;
using SrmBlazor.Features.Policies;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Registration.Scans;

namespace SrmBlazor.Benchmarks.Kills;

/// <summary>The program's own services on a data folder, without its pages: prepares drafts and looks what became of them.</summary>
internal sealed class Office(string folder, string synchronous = "FULL") : IAsyncDisposable
{
    private readonly Premises place = Premises.In(folder, synchronous);

    /// <summary>Makes complete drafts, each with a scan and everything answered.</summary>
    /// <returns>The secrets of their owners' cookies.</returns>
    public async Task<IReadOnlyList<string>> PrepareAsync(int count)
    {
        await place.PrepareAsync();
        List<string> secrets = [];
        for (var number = 0; number < count; number++)
        {
            await using var scope = place.Services.CreateAsyncScope();
            secrets.Add(await PrepareAsync(scope.ServiceProvider, number));
        }

        return secrets;
    }

    public async Task<IReadOnlyList<Found>> LookAsync()
    {
        var found = await Found.AllAsync(place.Services);
        SqliteConnection.ClearAllPools(); // the files may be other ones next time
        return found;
    }

    public ValueTask DisposeAsync() => place.DisposeAsync();

    private static async Task<string> PrepareAsync(IServiceProvider services, int number)
    {
        var drafts = services.GetRequiredService<Drafts>();
        var secret = await drafts.BeginAsync(new ShownPolicy(1, new string('a', 64), "en"), AgeBand.Adult, "CN");
        var key = DraftKey.Of(secret)!;
        var sensitive = services.GetRequiredService<SensitiveConsents>();
        await sensitive.ShowAsync(key, "en");
        await sensitive.DecideAsync(key, agreed: true);
        var scan = await services.GetRequiredService<ScanStore>().PutAsync(new ScanOwner.OfDraft(key), PipeReader.Create(new MemoryStream(Scan)), CancellationToken.None);
        var (begun, wanted) = ((await drafts.LoadAsync(key))!, AnswersOf(number));
        var changes = Enum.GetValues<Item>().Where(item => wanted[item] is not null && wanted[item] != begun.Answers[item]).Select(item => new Change(item, begun.Answers[item], wanted[item]));
        return scan is ScanOutcome.Accepted && await drafts.SaveAsync(key, [.. changes], begun.Version) is DraftSave.Saved
            ? secret
            : throw new InvalidOperationException("A draft could not be prepared.");
    }

    private static Answers AnswersOf(int number) => new()
    {
        Mailbox = $"supplier-{number}@example.com",
        FullName = "Ada Lovelace",
        Nationality = "CN",
        Country = "CN",
        Cooperation = nameof(Cooperation.PersonnelLeasing),
        Gender = "Female",
        BirthYear = "1990",
        AgeBand = nameof(AgeBand.Adult),
        IdType = "Passport",
        IdCountry = "CN",
        IdNumber = $"E{10_000_000 + number}",
        Phone = "13812345678",
        City = "Shenzhen",
        Department = "Harbour lights",
        Position = "Keeper",
        CommunicationAddress = "12 Harbour Street",
    };

    private static readonly byte[] Scan = Draw();

    private static byte[] Draw()
    {
        using var picture = new SKBitmap(480, 320);
        using var canvas = new SKCanvas(picture);
        canvas.Clear(SKColors.CornflowerBlue);
        using var jpeg = picture.Encode(SKEncodedImageFormat.Jpeg, 80);
        return jpeg.ToArray();
    }
}

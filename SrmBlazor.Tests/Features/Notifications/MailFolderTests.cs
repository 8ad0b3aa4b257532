using Microsoft.Extensions.Time.Testing;

namespace SrmBlazor.Features.Notifications;

public sealed class MailFolderTests : IDisposable
{
    private readonly DirectoryInfo place = Directory.CreateTempSubdirectory("srm-mail-");
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 3, 2, 9, 30, 0, TimeSpan.Zero));

    private string Location => Path.Combine(place.FullName, "letters");

    public void Dispose() => place.Delete(recursive: true);

    [Fact]
    public async Task A_letter_can_be_listed_and_read()
    {
        var folder = Folder();

        var outcome = await folder.SendAsync(LetterSamples.Activation("zh-CN"), new MessageId("0f3a@operator.test"));

        Assert.IsType<MailOutcome.Sent>(outcome);
        var letter = Assert.Single(folder.List());
        Assert.Equal(("0f3a", "reader@supplier.test", "示例贸易公司：请确认您的邮箱", clock.GetUtcNow().UtcDateTime), (letter.Id, letter.To, letter.Subject, letter.SentOn));
        Assert.Contains(LetterSamples.Link, letter.Lines.Select(line => line.Link));
        Assert.Equal(letter, folder.Find("0f3a"));
    }

    [Fact]
    public async Task The_newest_letter_comes_first()
    {
        var folder = Folder();
        string[] names = ["b", "c", "a"];
        foreach (var (order, name) in names.Index())
        {
            await folder.SendAsync(LetterSamples.Activation(), new MessageId($"{name}@operator.test"));
            File.SetLastWriteTimeUtc(Path.Combine(Location, $"{name}.eml"), clock.GetUtcNow().UtcDateTime.AddSeconds(order));
        }

        Assert.Equal(["a", "c", "b"], folder.List().Select(letter => letter.Id));
        Assert.Equal(["a", "c"], folder.List(limit: 2).Select(letter => letter.Id));
    }

    [Fact]
    public async Task A_repeated_letter_replaces_itself()
    {
        var folder = Folder();

        await folder.SendAsync(LetterSamples.Activation(), new MessageId("0f3a@operator.test"));
        await folder.SendAsync(LetterSamples.Activation(), new MessageId("0f3a@operator.test"));

        Assert.Single(folder.List());
    }

    [Fact]
    public async Task Every_letter_is_whole_at_the_moment_it_has_its_name()
    {
        var folder = Folder();
        Directory.CreateDirectory(Location);
        var seen = new System.Collections.Concurrent.ConcurrentQueue<(string? Name, string? Text)>();
        using var watch = new FileSystemWatcher(Location);
        var named = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void See(FileSystemEventArgs change)
        {
            if (!change.Name!.EndsWith(".eml", StringComparison.Ordinal))
            {
                seen.Enqueue((change.Name, null));
                return;
            }

            try
            {
                seen.Enqueue((change.Name, File.ReadAllText(change.FullPath)));
                named.TrySetResult();
            }
            catch (IOException unreadable)
            {
                named.TrySetException(unreadable);
            }
        }

        watch.Created += (_, created) => See(created);
        watch.Renamed += (_, renamed) => See(renamed);
        watch.EnableRaisingEvents = true;

        await folder.SendAsync(LetterSamples.Activation(), new MessageId("0f3a@operator.test"));
        await named.Task;

        Assert.Collection(
            seen,
            first => Assert.EndsWith(".partial", first.Name, StringComparison.Ordinal),
            second =>
            {
                Assert.Equal("0f3a.eml", second.Name);
                Assert.EndsWith("--", second.Text!.TrimEnd(), StringComparison.Ordinal);
            });
    }

    [Fact]
    public async Task A_letter_half_written_when_the_power_went_is_not_listed()
    {
        Directory.CreateDirectory(Location);
        await File.WriteAllTextAsync(Path.Combine(Location, ".0f3a.partial"), "Subject: half");

        Assert.Empty(Folder().List());
    }

    [Fact]
    public async Task An_interrupted_letter_leaves_no_trace()
    {
        var folder = Folder();
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => folder.SendAsync(LetterSamples.Activation(), new MessageId("0f3a@operator.test"), stopped.Token));

        Assert.Empty(Directory.EnumerateFiles(Location));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_defers()
    {
        await File.WriteAllTextAsync(Location, "a file is in the way");

        var outcome = await Folder().SendAsync(LetterSamples.Activation(), new MessageId("0f3a@operator.test"));

        Assert.Equal(new MailOutcome.Deferred("folder"), outcome);
    }

    [Fact]
    public async Task Letters_are_readable_by_their_owner_only()
    {
        await Folder().SendAsync(LetterSamples.Activation(), new MessageId("0f3a@operator.test"));

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(Location, "0f3a.eml")));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Location));
        }
    }

    [Theory]
    [InlineData("../secret")]
    [InlineData("..")]
    [InlineData("*")]
    [InlineData("")]
    public async Task An_id_never_leads_out_of_the_folder(string asked)
    {
        var folder = Folder();
        await folder.SendAsync(LetterSamples.Activation(), new MessageId("0f3a@operator.test"));
        await File.WriteAllTextAsync(Path.Combine(place.FullName, "secret.eml"), "Subject: secret\r\n\r\nsecret");

        Assert.Null(folder.Find(asked));
    }

    private MailFolder Folder() => new(LetterSamples.Options(folder: Location), clock);
}

using Bunit;
using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.PrivacyCenter.Pages;
using SrmBlazor.Features.Registration.Activation;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Keys;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.PrivacyCenter;

/// <summary>The page while a package is made, by a maker that halts where it is told to.</summary>
public sealed class CopyPanelTests : PageTests
{
    private readonly ManualResetEventSlim goes = new();
    private readonly TaskCompletionSource halts = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Registrant supplier = default!;

    protected override async Task PrepareAsync()
    {
        supplier = await Registrant.ActivateAsync(House);
        As(supplier.Person, Role.Supplier);
        Assert.Equal(CopyAsked.Asked, await House.Get<MyCopies>().AskAsync("en", supplier.Act(House) with { ConfirmedOn = House.Clock.Now() }));
    }

    protected override void Dispose(bool disposing)
    {
        goes.Dispose();
        base.Dispose(disposing);
    }

    [Theory]
    [InlineData("copy.writing", CopyStep.Writing, "Writing the page and the tables")]
    [InlineData("copy.printing", CopyStep.Printing, "Setting the PDF")]
    [InlineData("copy.signing", CopyStep.Signing, "Signing every file")]
    [InlineData("copy.sealing", CopyStep.Sealing, "Encrypting the package")]
    public async Task The_page_follows_the_making_and_cancelled_at_any_step_nothing_of_it_is_left(string at, CopyStep step, string says)
    {
        var panel = Render<CopyPanel>();
        var making = MakeUntilAsync(at);
        Assert.Contains("Waiting for its turn", panel.Find("[role=status]").TextContent, StringComparison.Ordinal);
        await halts.Task;
        panel.WaitForAssertion(() => Assert.Equal($"{(int)step}", panel.Find("progress").GetAttribute("value")));
        Assert.Contains(says, panel.Find("[role=status]").TextContent, StringComparison.Ordinal);
        Assert.Equal("How far your copy is", panel.Find("progress").GetAttribute("aria-label"));

        await panel.Find("button").ClickAsync(new());

        Assert.Contains("Nothing of it is left", panel.Find("[role=status]").TextContent, StringComparison.Ordinal);
        goes.Set();
        await making;
        Assert.Empty(panel.FindAll("progress, form"));
        Assert.Equal(CopyState.Cancelled, (await House.Get<MyCopies>().StandingAsync(supplier.Act(House)))!.State);
        await AssertNothingIsLeftAsync();
    }

    [Fact]
    public async Task What_is_ready_and_deleted_unread_leaves_nothing_either_and_another_one_can_be_made()
    {
        Assert.True(await House.Get<CopyMaker>().MakeNextAsync());
        var panel = Render<CopyPanel>();
        Assert.NotEmpty(panel.FindAll("form"));

        await panel.FindAll("button").Single(button => button.TextContent == "Delete it").ClickAsync(new());

        Assert.Empty(panel.FindAll("form"));
        await AssertNothingIsLeftAsync();
        Assert.Equal(CopyAsked.Asked, await House.Get<MyCopies>().AskAsync("en", supplier.Act(House) with { ConfirmedOn = House.Clock.Now() }));
    }

    private Task<bool> MakeUntilAsync(string at)
    {
        House.Get<FailPoints>().Reached = reached =>
        {
            if (reached == at)
            {
                halts.TrySetResult();
                goes.Wait();
            }
        };
        return Task.Run(() => House.Get<CopyMaker>().MakeNextAsync());
    }

    /// <summary>No piece can be opened, and of none there is a key.</summary>
    private async Task AssertNothingIsLeftAsync()
    {
        await using var db = House.Store.Read();
        await using var keys = House.Get<KeyStore>().Read();
        var pieces = await db.Set<SealedRow>().Where(row => row.Kind == CopyPart.Kind.Name).ToListAsync();
        var ids = pieces.ConvertAll(piece => piece.Id);
        Assert.All(pieces, piece => Assert.Equal((RowState.Erased, null), (piece.State, piece.Ciphertext)));
        Assert.False(await keys.Keys.AnyAsync(key => ids.Contains(key.RecordId)));
        Assert.False(await House.Get<CopyMaker>().MakeNextAsync());
    }
}

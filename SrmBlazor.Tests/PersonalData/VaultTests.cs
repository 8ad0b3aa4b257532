using System.Security.Cryptography;
using SrmBlazor.Data;
using SrmBlazor.PersonalData.Keys;
using SrmBlazor.Support;

namespace SrmBlazor.PersonalData;

public sealed class VaultTests
{
    [Theory, BothProviders]
    [Promise("P-8.1-05")]
    public async Task A_ciphertext_that_was_moved_or_changed_never_opens(DatabaseProvider provider)
    {
        await using var heart = await Heart.BuildAsync(provider);
        var mine = await heart.PersonAsync(Why.Account, Why.Free);
        var other = await heart.PersonAsync(Why.Account, Why.Free);
        var card = await heart.SealAsync(mine, new Card { Value = "mine" }, Why.Account);
        var second = await heart.SealAsync(mine, new Card { Value = "second" }, Why.Account);
        var theirs = await heart.SealAsync(other, new Card { Value = "theirs" }, Why.Account);
        var box = (await heart.RowAsync(card)).Ciphertext!;
        async Task NeverAsync(byte[] ciphertext) => await heart.SqlAsync($"""UPDATE "SealedRecords" SET "Ciphertext" = {ciphertext} WHERE "Id" = {card}""");
        Task OpenAsync() => heart.Vault.OpenAsync<Card>(mine, card, Why.Account);

        foreach (var foreign in new[] { second, theirs })
        {
            await NeverAsync((await heart.RowAsync(foreign)).Ciphertext!);
            await Assert.ThrowsAnyAsync<CryptographicException>(OpenAsync);
        }

        for (var i = 0; i < box.Length; i++)
        {
            var flipped = box.ToArray();
            flipped[i] ^= 1;
            await NeverAsync(flipped);
            await Assert.ThrowsAnyAsync<CryptographicException>(OpenAsync);
        }

        foreach (var length in new[] { 0, 1, 28, 32, box.Length - 1 })
        {
            await NeverAsync(box[..length]);
            await Assert.ThrowsAnyAsync<CryptographicException>(OpenAsync);
        }

        await NeverAsync(box);
        Assert.Equal("mine", (await heart.Vault.OpenAsync<Card>(mine, card, Why.Account)).OrNull?.Value);
    }

    [Fact]
    public async Task A_row_given_to_another_person_kind_or_schema_never_opens()
    {
        await using var heart = await Heart.BuildAsync(DatabaseProvider.Sqlite);
        var mine = await heart.PersonAsync(Why.Account, Why.Free);
        var other = await heart.PersonAsync(Why.Account);
        var card = await heart.SealAsync(mine, new Card { Value = "mine" }, Why.Account);

        await heart.SqlAsync($"""UPDATE "SealedRecords" SET "PersonId" = {other} WHERE "Id" = {card}""");
        await Assert.ThrowsAnyAsync<CryptographicException>(() => heart.Vault.OpenAsync<Card>(other, card, Why.Account));
        await heart.SqlAsync($"""UPDATE "SealedRecords" SET "PersonId" = {mine}, "Kind" = 'note' WHERE "Id" = {card}""");
        await Assert.ThrowsAnyAsync<CryptographicException>(() => heart.Vault.OpenAsync<Note>(mine, card, Why.Free));
        await heart.SqlAsync($"""UPDATE "SealedRecords" SET "Kind" = 'card', "Schema" = 2 WHERE "Id" = {card}""");
        await Assert.ThrowsAnyAsync<CryptographicException>(() => heart.Vault.OpenAsync<Card>(mine, card, Why.Account));
    }

    [Fact]
    public async Task A_key_moved_to_another_record_opens_nothing()
    {
        await using var heart = await Heart.BuildAsync(DatabaseProvider.Sqlite);
        var person = await heart.PersonAsync(Why.Account);
        var card = await heart.SealAsync(person, new Card { Value = "one" }, Why.Account);
        var other = await heart.SealAsync(person, new Card { Value = "two" }, Why.Account);
        await heart.Keys.WriteAsync(async db =>
        {
            var wrapped = db.Keys.Single(key => key.RecordId == other).Wrapped;
            await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ExecuteUpdateAsync(
                db.Keys.Where(key => key.RecordId == card), set => set.SetProperty(key => key.Wrapped, wrapped));
        }, default);

        await Assert.ThrowsAnyAsync<CryptographicException>(() => heart.Vault.OpenAsync<Card>(person, card, Why.Account));
    }

    [Fact]
    [Promise("P-8.1-05")]
    public async Task An_older_ciphertext_put_back_never_opens()
    {
        await using var heart = await Heart.BuildAsync(DatabaseProvider.Sqlite);
        var person = await heart.PersonAsync(Why.Account);
        var card = await heart.SealAsync(person, new Card { Value = "old" }, Why.Account);
        var older = (await heart.RowAsync(card)).Ciphertext!;
        await heart.Vault.SaveAsync(person, card, 1, new Card { Value = "new" }, Why.Account);

        await heart.SqlAsync($"""UPDATE "SealedRecords" SET "Ciphertext" = {older} WHERE "Id" = {card}""");

        await Assert.ThrowsAnyAsync<CryptographicException>(() => heart.Vault.OpenAsync<Card>(person, card, Why.Account));
    }

    [Fact]
    [Promise("P-5.7-06")]
    public async Task Another_persons_record_is_not_found()
    {
        await using var heart = await Heart.BuildAsync(DatabaseProvider.Sqlite);
        var (mine, other) = (await heart.PersonAsync(Why.Account), await heart.PersonAsync(Why.Account));
        var card = await heart.SealAsync(mine, new Card { Value = "mine" }, Why.Account);

        var opening = await heart.Vault.OpenAsync<Card>(other, card, Why.Account);
        var outcome = await heart.Vault.SaveAsync(other, card, 1, new Card { Value = "theirs" }, Why.Account);

        Assert.IsType<Opening<Card>.NeverHeld>(opening);
        Assert.Equal(SaveOutcome.Gone, outcome);
        Assert.Equal("mine", (await heart.Vault.OpenAsync<Card>(mine, card, Why.Account)).OrNull?.Value);
    }

    [Fact]
    public async Task A_record_is_not_overwritten_by_one_of_another_kind()
    {
        await using var heart = await Heart.BuildAsync(DatabaseProvider.Sqlite);
        var person = await heart.PersonAsync(Why.Account, Why.Free);
        var card = await heart.SealAsync(person, new Card { Value = "card" }, Why.Account);

        var outcome = await heart.Vault.SaveAsync(person, card, 1, new Note { Value = "note" }, Why.Free);

        Assert.Equal(SaveOutcome.Gone, outcome);
        Assert.Equal("card", (await heart.Vault.OpenAsync<Card>(person, card, Why.Account)).OrNull?.Value);
    }

    [Fact]
    public async Task A_separate_consent_opens_nothing_by_itself()
    {
        await using var heart = await Heart.BuildAsync(DatabaseProvider.Sqlite);
        var person = await heart.PersonAsync(Why.Account, Why.Check, Why.Separate);
        await heart.SealAsync(person, new Card { Value = "card" }, Why.Account);
        await heart.SealAsync(person, new Scan { Value = "scan" }, Why.Check);

        Assert.IsType<Opening<Card>.Refused>(await heart.Vault.OpenAsync<Card>(person, Why.Separate));
        Assert.IsType<Opening<Scan>.Refused>(await heart.Vault.OpenAsync<Scan>(person, Why.Separate));
    }

    [Fact]
    [Promise("P-0-06", "P-5.4-03")]
    public async Task A_sensitive_value_waits_for_its_consent_at_sealing_saving_and_opening()
    {
        await using var heart = await Heart.BuildAsync(DatabaseProvider.Sqlite);
        var person = await heart.PersonAsync(Why.Check);

        await Assert.ThrowsAsync<InvalidOperationException>(() => heart.SealAsync(person, new Scan { Value = "scan" }, Why.Check));
        var empty = await heart.SealAsync(person, new Scan(), Why.Check);
        Assert.Equal(SaveOutcome.Refused, await heart.Vault.SaveAsync(person, empty, 1, new Scan { Value = "scan" }, Why.Check));
        await heart.BeginAsync(person, Why.Separate);
        Assert.Equal(SaveOutcome.Saved, await heart.Vault.SaveAsync(person, empty, 1, new Scan { Value = "scan" }, Why.Check));
        await heart.EndAsync(person, Why.Separate);
        Assert.IsType<Opening<Scan>.Erased>(await heart.Vault.OpenAsync<Scan>(person, Why.Check));
    }

    [Theory, BothProviders]
    public async Task Of_twenty_savers_of_one_version_exactly_one_wins(DatabaseProvider provider)
    {
        await using var heart = await Heart.BuildAsync(provider);
        var person = await heart.PersonAsync(Why.Account);
        var card = await heart.SealAsync(person, new Card { Value = "first" }, Why.Account);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => heart.Vault.SaveAsync(person, card, 1, new Card { Value = $"saver {i}" }, Why.Account))));

        var winner = Assert.Single(outcomes.Index(), outcome => outcome.Item == SaveOutcome.Saved).Index;
        Assert.Equal(19, outcomes.Count(outcome => outcome == SaveOutcome.Conflict));
        var opened = Assert.IsType<Opening<Card>.Opened>(await heart.Vault.OpenAsync<Card>(person, card, Why.Account));
        Assert.Equal((2, $"saver {winner}"), (opened.Version, opened.Record.Value));
    }

    [Theory, BothProviders]
    [Promise("P-5.4-03")]
    public async Task A_save_that_meets_an_erasure_brings_nothing_back(DatabaseProvider provider)
    {
        await using var stores = new Disposing<Stores>(await Heart.StoresAsync(provider));
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(House.Start);
        Guid person, card;
        await using (var heart = await Heart.OpenAsync(stores.Value, clock))
        {
            person = await heart.PersonAsync(Why.Account, Why.Books);
            card = await heart.SealAsync(person, new Card { Value = "card" }, Why.Account, (LookUp.Mailbox, "li@example.com"));
            await heart.EndAsync(person, Why.Books);
            clock.Advance(TimeSpan.FromDays(21));
            heart.DieAt("erase.after-intent");
            await Assert.ThrowsAsync<ProcessDiedException>(() => heart.EndAsync(person, Why.Account));
        }

        // the same moment on another node, which still believes in the purpose: the row decides
        await using (var during = await Heart.OpenAsync(stores.Value, clock, Repair.None))
        {
            await during.BeginAsync(person, Why.Account);
            Assert.Equal(SaveOutcome.Gone, await during.Vault.SaveAsync(person, card, 1, new Card { Value = "late" }, Why.Account));
            Assert.IsType<Opening<Card>.Erased>(await during.Vault.OpenAsync<Card>(person, card, Why.Account));
        }

        await using var after = await Heart.OpenAsync(stores.Value, clock);
        Assert.Equal(SaveOutcome.Gone, await after.Vault.SaveAsync(person, card, 1, new Card { Value = "later" }, Why.Account));
        Assert.IsType<Opening<Card>.Erased>(await after.Vault.OpenAsync<Card>(person, card, Why.Account));
        Assert.Null((await after.RowAsync(card)).Ciphertext);
        Assert.Empty(await after.Keys.LookUpAsync(LookUp.Mailbox, "li@example.com"));
    }
}

/// <summary>Disposes at the end of a test what has no asynchronous end of its own.</summary>
internal sealed class Disposing<T>(T value) : IAsyncDisposable
    where T : IDisposable
{
    public T Value => value;

    public ValueTask DisposeAsync()
    {
        value.Dispose();
        return ValueTask.CompletedTask;
    }
}

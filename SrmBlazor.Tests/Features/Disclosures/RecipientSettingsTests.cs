using Microsoft.Extensions.Options;
using SrmBlazor.Data;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Disclosures;

public sealed class RecipientSettingsTests
{
    [Theory]
    [InlineData("Name:zh-CN", "", "Name is missing")]
    [InlineData("Safeguards:en", " ", "Safeguards are missing")]
    [InlineData("Country", "XX", "Country")]
    [InlineData("Country", "de", "Country")]
    [InlineData("Mailbox", "Works <suppliers@works.example>", "Mailbox")]
    [InlineData("Purposes:0", "better-service", "Purposes")]
    [InlineData("Purposes:0", "cross-border", "Purposes")]
    [InlineData("Kind", "Partner", "affiliates alone")]
    [InlineData("Items:0", "identity-document.Number", "Items")]
    [InlineData("Items:0", "identity.Nationality", "Items")]
    [InlineData("Items:0", "city.Name", "twice")]
    [InlineData("ReviewBy", "2025-01-04", "AssessedOn")]
    [InlineData("ReviewBy", "", "AssessedOn")]
    public async Task A_register_that_is_not_whole_or_would_send_too_much_stops_the_start(string setting, string value, string says)
    {
        using var stores = await Stores.CreateAsync(DatabaseProvider.Sqlite);

        var error = await Assert.ThrowsAsync<OptionsValidationException>(async () =>
        {
            await using var house = await House.OpenAsync(stores, settings: [($"Recipients:example-works:{setting}", value)]);
            _ = house.Get<RecipientRegister>();
        });

        Assert.Contains("The setting Recipients:example-works:", error.Message, StringComparison.Ordinal);
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_goes_to_another_country_than_that_of_storage_goes_abroad()
    {
        using var stores = await Stores.CreateAsync(DatabaseProvider.Sqlite);
        await using var inChina = await House.OpenAsync(stores);
        await using var inGermany = await House.OpenAsync(stores, settings: [("Operator:Country", "DE")]);

        Assert.Equal([false, true], Abroad(inChina));
        Assert.Equal([true, false], Abroad(inGermany));
    }

    private static IEnumerable<bool> Abroad(House house) => house.Get<RecipientRegister>().All.Select(house.Get<RecipientRegister>().IsAbroad);
}

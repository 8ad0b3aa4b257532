using Microsoft.AspNetCore.WebUtilities;
using SrmBlazor.Features.Notifications;
using SrmBlazor.PersonalData;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Accounts;

internal static class Letterbox
{
    /// <summary>What waits in the outbox for a person, oldest first.</summary>
    public static async Task<IReadOnlyList<OutgoingMail>> OfAsync(House house, Guid person) =>
        [.. (await house.Vault.OpenAllAsync<OutgoingMail>(person, For.DeliverMessage)).Select(opened => opened.Record)];

    extension(OutgoingMail letter)
    {
        /// <summary>The secret in the letter's link.</summary>
        public string Token => QueryHelpers.ParseQuery(letter.Link!.Query)["token"]!;
    }
}

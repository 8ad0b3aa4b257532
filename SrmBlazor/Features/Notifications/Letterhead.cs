using Microsoft.Extensions.Options;
using SrmBlazor.Features.Policies;
using SrmBlazor.Shared.Web;

namespace SrmBlazor.Features.Notifications;

/// <summary>What every letter needs besides its words: who writes, in the reader's language, and where its link leads.</summary>
public sealed class Letterhead(IOptions<OperatorOptions> operatorOptions, SiteAddress site)
{
    public LetterSender In(string language) => new(operatorOptions.Value.Name.In(language), operatorOptions.Value.Mailbox);

    /// <summary>Who answers and where letters on paper come from, one line each.</summary>
    public IReadOnlyList<string> AddressIn(string language) => [operatorOptions.Value.Department.In(language), operatorOptions.Value.PostalAddress.In(language)];

    public Uri Link(string path) => site.To(path);
}

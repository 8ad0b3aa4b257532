using System.Net;
using SrmBlazor.Benchmarks.Circuits;

namespace SrmBlazor.Benchmarks.Apps;

/// <summary>The way into the wizard: accepts the policy and answers age and country, in plain forms. Afterwards the visitor has a draft.</summary>
internal static class WizardEntrance
{
    public static async Task EnterAsync(Visitor visitor, Uri root)
    {
        var page = new Uri(root, "/register");
        var policy = (await visitor.GetAsync(page)).Expect(HttpStatusCode.OK, page).Body;
        var begin = (await visitor.PostAsync(page, [.. PlainForm.Hidden(policy), new("Decide.Answer", "accept")])).Expect(HttpStatusCode.OK, page).Body;
        var adult = PlainForm.Values(begin, "Begin.Age").Last();
        (await visitor.PostAsync(page, [.. PlainForm.Hidden(begin), new("Begin.Age", adult), new("Begin.Country", "DE")])).Expect(HttpStatusCode.Redirect, page);
    }
}

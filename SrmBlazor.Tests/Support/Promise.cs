using Xunit.Abstractions;
using Xunit.Sdk;

namespace SrmBlazor.Support;

/// <summary>
/// The test proves promises of the policy: <c>--filter Promise=P-1.1.1-08</c> finds it. After a change of these attributes
/// <c>scripts/promises.sh</c> writes the lists anew.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
[TraitDiscoverer("SrmBlazor.Support.PromiseDiscoverer", "SrmBlazor.Tests")]
public sealed class PromiseAttribute(params string[] ids) : Attribute, ITraitAttribute
{
    public IReadOnlyList<string> Ids => ids;
}

/// <summary>Makes a trait of each promise.</summary>
public sealed class PromiseDiscoverer : ITraitDiscoverer
{
    public IEnumerable<KeyValuePair<string, string>> GetTraits(IAttributeInfo traitAttribute) =>
        traitAttribute.GetNamedArgument<IReadOnlyList<string>>(nameof(PromiseAttribute.Ids)).Select(id => KeyValuePair.Create("Promise", id));
}

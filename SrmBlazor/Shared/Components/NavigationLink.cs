namespace SrmBlazor.Shared.Components;

/// <summary>One entry of the ways beside a page of staff. A feature adds its own; nobody sees an entry whose roles they do not have.</summary>
/// <param name="Href">Address, from the root.</param>
/// <param name="Texts">Marker class of the feature's texts.</param>
/// <param name="Key">Key of the label in those texts.</param>
/// <param name="Icon">An <c>Icons.Material.*</c> string.</param>
/// <param name="Order">Lower comes first.</param>
/// <param name="Roles">Any of these may see it; none named: everybody who is signed in.</param>
public sealed record NavigationLink(string Href, Type Texts, string Key, string Icon, int Order, IReadOnlyList<string> Roles);

public static class NavigationLinks
{
    public static IServiceCollection AddNavigation<TTexts>(this IServiceCollection services, string href, string key, string icon, int order, params string[] roles)
    {
        services.Add(ServiceDescriptor.Singleton(new NavigationLink(href, typeof(TTexts), key, icon, order, roles)));
        return services;
    }

    /// <summary>The entries somebody may see, in their order.</summary>
    public static IEnumerable<NavigationLink> SeenBy(this IEnumerable<NavigationLink> links, Func<string, bool> isInRole) =>
        links.Where(link => link.Roles.Count == 0 || link.Roles.Any(isInRole)).OrderBy(link => link.Order);
}

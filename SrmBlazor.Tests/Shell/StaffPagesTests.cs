using System.Reflection;
using Microsoft.AspNetCore.Components;
using SrmBlazor.Shared.Components;

namespace SrmBlazor.Shell;

public sealed class StaffPagesTests
{
    /// <summary>A letter and a document are sheets of their own.</summary>
    public static TheoryData<string> Pages =>
    [
        .. typeof(Portal).Assembly.GetTypes().Where(page => !page.IsDefined(typeof(ExcludeFromInteractiveRoutingAttribute)))
            .SelectMany(page => page.GetCustomAttributes<RouteAttribute>().Select(route => route.Template)).Where(path => path.StartsWith("/staff/", StringComparison.Ordinal)),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_page_below_staff_has_the_ways_to_the_others_beside_it(string path) => Assert.NotNull(PageOf(path).GetCustomAttribute<StaffPageAttribute>());

    [Theory]
    [MemberData(nameof(Pages))]
    public void Only_figures_and_accounts_pay_for_MudBlazor(string path) =>
        Assert.Equal(path is "/staff/insight" or "/staff/people", PageOf(path).IsDefined(typeof(UsesMudBlazorAttribute)));

    private static Type PageOf(string path) => typeof(Portal).Assembly.GetTypes().Single(page => page.GetCustomAttributes<RouteAttribute>().Any(route => route.Template == path));
}

using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using SrmBlazor.Data;
using SrmBlazor.Shared;

namespace SrmBlazor.Shell.Authorisation;

/// <summary>What the matrix says is not asked by people is not: no page, endpoint or middleware comes to it.</summary>
public sealed class NotAskedTests(AuthorisationHost host) : IClassFixture<AuthorisationHost>
{
    private static readonly string[] Kinds = ["inside", "behind", "given", "system", "development", "pure"];

    [Fact]
    public void Every_kind_is_known_and_every_reason_is_given() =>
        Assert.All(Matrix.In(Matrix.NotAsked), line =>
        {
            Assert.Contains(line.Cells["kind"], Kinds);
            Assert.True(line.Cells["why"].Length > 3, line.Operation);
        });

    [Fact]
    public void Pages_come_to_data_by_the_operations_of_the_matrix_alone()
    {
        var reached = Reach.From(Roots, Operations.Contains).Where(method => !Operations.Contains(method)).ToList();

        Assert.Empty(reached.Where(method => Doors.IsDoor(method) || Uses.NamedBy(method).Any(Doors.IsDoor)).Select(Named));
    }

    [Theory]
    [InlineData("inside")]
    [InlineData("behind")]
    [InlineData("system")]
    public void No_page_asks_for_what_only_other_operations_ask_for(string kind) => Assert.Empty(Of(kind).Where(AskedByPages.Contains).Select(Named));

    [Fact]
    public void What_only_the_system_asks_for_is_behind_nothing_that_a_page_asks_for() => Assert.Empty(Of("system").Where(Reach.From(Roots).Contains).Select(Named));

    [Fact]
    public void What_takes_part_in_a_transaction_is_given_it() =>
        Assert.All(Of("inside"), method => Assert.Contains(method.GetParameters(), parameter => parameter.ParameterType == typeof(Writing)));

    [Fact]
    public void What_is_pure_comes_to_no_data() => Assert.Empty(Of("pure").Where(Doors.AreReachedFrom).Select(Named));

    /// <summary>The line's reason names the one operation that gives what the method takes.</summary>
    [Fact]
    public void What_is_asked_for_with_a_thing_gets_it_from_one_operation() =>
        Assert.All(Matrix.In(Matrix.NotAsked).Where(line => line.Cells["kind"] == "given"), line =>
        {
            var taken = host.Operations.Single(line.Names).Method.GetParameters()[^1].ParameterType;
            var givers = host.Operations.Where(operation => AskedByPages.Contains(operation.Method) && Holds(operation.Method.ReturnType, taken)).Select(operation => operation.Name);
            Assert.Equal([line.Cells["why"]], givers);
        });

    [Fact]
    public void What_is_for_development_is_asked_for_by_pages_that_are_nowhere_else()
    {
        var elsewhere = Roots.Where(root => !Reach.Outermost(root.DeclaringType!).GetCustomAttributes<RouteAttribute>().Any(route => route.Template.StartsWith("/dev/", StringComparison.Ordinal)));

        Assert.Empty(Of("development").Where(Reach.From(elsewhere, Operations.Contains).Contains).Select(Named));
    }

    /// <summary>Where people's requests come in.</summary>
    private IEnumerable<MethodBase> Roots => field ??= [.. Reach.Program.GetTypes().Where(type => IsPage(type) || IsMiddleware(type)).SelectMany(Reach.Of),
        .. host.Endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<MethodInfo>()).OfType<MethodInfo>()];

    private HashSet<MethodBase> Operations => field ??= [.. host.Operations.Select(operation => operation.Method)];

    private IReadOnlySet<MethodBase> AskedByPages => field ??= Reach.From(Roots, Operations.Contains);

    private IEnumerable<MethodInfo> Of(string kind) =>
        Matrix.In(Matrix.NotAsked).Where(line => line.Cells["kind"] == kind).SelectMany(line => host.Operations.Where(line.Names)).Select(operation => operation.Method);

    private static bool IsPage(Type type) => Reach.Outermost(type).IsAssignableTo(typeof(IComponent));

    private static bool IsMiddleware(Type type) => type.GetMethods().Any(method => method.Name is "Invoke" or "InvokeAsync" && method.GetParameters() is [{ ParameterType: var first }, ..] && first == typeof(HttpContext));

    private static bool Holds(Type type, Type wanted) => type == wanted || type.GetGenericArguments().Any(part => Holds(part, wanted));

    private static string Named(MethodBase method) => $"{method.DeclaringType!.FullName}.{method.Name}";
}

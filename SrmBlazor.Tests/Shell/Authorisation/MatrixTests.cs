using SrmBlazor.Features.Registration;
using SrmBlazor.Shared;

namespace SrmBlazor.Shell.Authorisation;

/// <summary>The matrix names everything that can be asked for, and nothing else.</summary>
public sealed class MatrixTests(AuthorisationHost host) : IClassFixture<AuthorisationHost>
{
    private static readonly string[] OfServices = [Matrix.ByAct, Matrix.ByProof, Matrix.ByAnybody, Matrix.NotAsked];

    [Fact]
    public void Every_operation_of_a_service_stands_in_the_matrix_once_and_nothing_else_does()
    {
        var lines = Matrix.Lines.Where(line => OfServices.Contains(line.Section)).ToList();

        var wrong = host.Operations.Select(operation => (operation.Name, Times: lines.Count(line => line.Names(operation)))).Where(one => one.Times != 1).Select(one => $"{one.Name} stands in the matrix {one.Times} times.")
            .Concat(lines.Where(line => !host.Operations.Any(line.Names)).Select(line => $"There is no {line.Operation}."))
            .Concat(host.Operations.GroupBy(operation => operation.Name).Where(group => group.Count() > 1 && !lines.Exists(line => line.IsWholeService && line.Names(group.First()))).Select(group => $"Two methods are called {group.Key}."));

        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_address_stands_in_the_matrix_once_and_nothing_else_does()
    {
        var lines = Matrix.In(Matrix.ByRequest).Select(line => line.Operation);

        Assert.Equal(host.Requests.Order(StringComparer.Ordinal), lines.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Files_of_the_web_root_are_read_and_nothing_else()
    {
        var methods = host.Endpoints.Where(AuthorisationHost.IsFile).SelectMany(AuthorisationHost.MethodsOf).Distinct();

        Assert.Equal(["GET", "HEAD"], methods.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_role_has_a_column()
    {
        string[] people = ["nobody", "owner", "another"];
        var roles = Matrix.WhosOf(Matrix.ByAct).Except(people, StringComparer.Ordinal).ToList();

        Assert.Equal(RoleColumns.Expected, roles.Select(RoleColumns.Of));
        Assert.Equal([.. people, .. roles, "key", "other-key"], Matrix.WhosOf(Matrix.ByRequest));
    }

    [Fact]
    public void Every_cell_has_a_word_of_the_legend()
    {
        var empty = Matrix.Lines.SelectMany(line => line.Cells.Where(cell => cell.Value == "-").Select(cell => (line, cell.Key)))
            .Where(one => !(one.Key == "other-kind" && one.line.Cells["shown"] is "key" or "password")).Select(one => $"{one.line.Operation}, {one.Key}");

        Assert.Empty(Matrix.Lines.SelectMany(line => line.Verdicts.Where(cell => !Watch.Verdicts.Contains(cell.Expected)).Select(cell => $"{line.Operation}, {cell.Who}: {cell.Expected}")));
        Assert.Empty(empty);
    }

    [Fact]
    public void Who_asks_is_what_the_method_is_given()
    {
        Assert.All(OperationsOf(Matrix.ByAct), operation => Assert.True(Takes(operation, typeof(Act)) || operation.OwnerKind == typeof(ScanOwner.OfSupplier), operation.Name));
        Assert.All(OperationsOf(Matrix.ByProof), operation => Assert.False(Takes(operation, typeof(Act)) || operation.OwnerKind == typeof(ScanOwner.OfSupplier), operation.Name));
        Assert.All(OperationsOf(Matrix.ByAnybody), operation => Assert.False(Takes(operation, typeof(Act)) || Takes(operation, typeof(DraftKey)) || operation.OwnerKind is not null, operation.Name));
    }

    private IEnumerable<Operation> OperationsOf(string section) => host.Operations.Where(operation => Matrix.In(section).Any(line => line.Names(operation)));

    private static bool Takes(Operation operation, Type type) => operation.Method.GetParameters().Any(parameter => parameter.ParameterType == type);
}

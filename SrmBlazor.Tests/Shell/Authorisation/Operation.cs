using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SrmBlazor.Features.Registration;

namespace SrmBlazor.Shell.Authorisation;

/// <summary>What a service of a feature can be asked for.</summary>
/// <param name="Name">Feature, service and method: <c>Home.MyData.HeldAsync</c>; with the kind of owner in brackets where the method takes one of several.</param>
/// <param name="OwnerKind">Which of the closed set of owners the method is given; null where it takes none.</param>
internal sealed record Operation(string Name, Type Service, MethodInfo Method, Type? OwnerKind)
{
    private const string Features = "SrmBlazor.Features.";

    /// <summary>All that the container's registrations offer. Left out is what only the framework asks for: disposal, and accessors that compute nothing from stores.</summary>
    public static IReadOnlyList<Operation> Of(IReadOnlyCollection<ServiceDescriptor> registered, IServiceProvider services) =>
        [.. registered.SelectMany(one => TypesOf(one, services)).Where(type => type.FullName!.StartsWith(Features, StringComparison.Ordinal) && !type.IsInterface).Distinct()
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance).Where(IsAsked).SelectMany(method => Of(type, method)))];

    public static string NameOf(Type service) => service.FullName![Features.Length..];

    private static IEnumerable<Operation> Of(Type service, MethodInfo method)
    {
        var name = $"{NameOf(service)}.{method.Name}";
        return method.GetParameters().Any(parameter => parameter.ParameterType == typeof(ScanOwner))
            ? typeof(ScanOwner).GetNestedTypes().Where(kind => kind.IsAssignableTo(typeof(ScanOwner))).Select(kind => new Operation($"{name}({kind.Name})", service, method, kind))
            : [new Operation(name, service, method, null)];
    }

    /// <summary>Where a registration is a recipe, what it makes is looked at.</summary>
    private static IEnumerable<Type> TypesOf(ServiceDescriptor one, IServiceProvider services) =>
        one.IsKeyedService || one.ServiceType.IsGenericTypeDefinition ? []
        : (one.ImplementationType ?? one.ImplementationInstance?.GetType()) is { } known ? [known]
        : one.ServiceType.Assembly == Reach.Program || one.ServiceType == typeof(IHostedService) ? services.GetServices(one.ServiceType).Select(made => made!.GetType())
        : [];

    private static bool IsAsked(MethodInfo method) =>
        method.DeclaringType!.Assembly == Reach.Program
        && !method.IsDefined(typeof(CompilerGeneratedAttribute))
        && method.GetBaseDefinition().DeclaringType != typeof(object)
        && method.Name is not (nameof(IDisposable.Dispose) or nameof(IAsyncDisposable.DisposeAsync))
        && (!method.IsSpecialName || Doors.AreReachedFrom(method));
}

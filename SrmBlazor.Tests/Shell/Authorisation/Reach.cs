using System.Reflection;
using System.Runtime.CompilerServices;
using SrmBlazor.Data;
using SrmBlazor.Shared;

namespace SrmBlazor.Shell.Authorisation;

/// <summary>What code can come to: every method of the program that some methods call, make a delegate of, or override, however many calls away.</summary>
internal static class Reach
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static readonly Assembly Program = typeof(Store).Assembly;

    private static readonly ILookup<MethodBase, MethodBase> Overrides = Program.GetTypes().SelectMany(OverridesIn).ToLookup(pair => pair.Base, pair => pair.Own);

    public static IEnumerable<MethodBase> Of(Type type) => type.GetMethods(Own).Cast<MethodBase>().Concat(type.GetConstructors(Own));

    /// <param name="stopsAt">Methods that are reached and not entered.</param>
    public static IReadOnlySet<MethodBase> From(IEnumerable<MethodBase> roots, Func<MethodBase, bool>? stopsAt = null)
    {
        var reached = new HashSet<MethodBase>();
        var open = new Queue<MethodBase>(roots);
        while (open.TryDequeue(out var method))
        {
            foreach (var next in Next(method).Where(reached.Add).Where(next => stopsAt?.Invoke(next) != true))
            {
                open.Enqueue(next);
            }
        }

        return reached;
    }

    public static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static IEnumerable<MethodBase> Next(MethodBase method)
    {
        // the body of an async method or an iterator lies in a type of its own
        var body = method.GetCustomAttribute<StateMachineAttribute>() is { } machine ? Of(machine.StateMachineType) : [];
        var called = Uses.NamedBy(method).OfType<MethodBase>().Where(called => called.Module.Assembly == Program).Select(Definition);
        return body.Concat(called.SelectMany(called => Overrides[called].Prepend(called)));
    }

    /// <summary>A method of a closed generic type is the one that was written.</summary>
    private static MethodBase Definition(MethodBase method) => method.Module.ResolveMethod(method.MetadataToken)!;

    private static IEnumerable<(MethodBase Base, MethodBase Own)> OverridesIn(Type type)
    {
        if (type.IsInterface)
        {
            return [];
        }

        var overridden = type.GetMethods(Own).Where(method => method.IsVirtual && method.GetBaseDefinition() is { } first && first != method && first.Module.Assembly == Program)
            .Select(method => (Definition(method.GetBaseDefinition()), (MethodBase)method));
        var implemented = type.GetInterfaces().Where(one => one.Assembly == Program && !type.IsGenericType).Select(type.GetInterfaceMap)
            .SelectMany(map => map.InterfaceMethods.Zip(map.TargetMethods))
            .Where(pair => pair.Second.Module.Assembly == Program).Select(pair => (Definition(pair.First), Definition(pair.Second)));
        return overridden.Concat(implemented);
    }
}

using System.Reflection;
using System.Reflection.Emit;

namespace SrmBlazor.Shared;

/// <summary>Which types a type uses: bases, members, attributes, and everything its code touches.</summary>
internal static class Uses
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<int, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => (int)(ushort)code.Value);

    /// <summary>The types used by <paramref name="type"/> itself; what is nested in it is asked by itself.</summary>
    public static IReadOnlySet<Type> Of(Type type)
    {
        var used = new HashSet<Type>();
        Add(used, type.BaseType);
        Add(used, [.. type.GetInterfaces(), .. type.GetCustomAttributesData().Select(attribute => attribute.AttributeType)]);
        foreach (var member in type.GetMembers(Own))
        {
            Add(used, [.. member.GetCustomAttributesData().Select(attribute => attribute.AttributeType)]);
            switch (member)
            {
                case FieldInfo field:
                    Add(used, field.FieldType);
                    break;
                case PropertyInfo property:
                    Add(used, property.PropertyType);
                    break;
                case MethodBase method:
                    Add(used, [(method as MethodInfo)?.ReturnType, .. method.GetParameters().Select(parameter => parameter.ParameterType)]);
                    AddCode(used, method);
                    break;
            }
        }

        return used;
    }

    /// <summary>The members that a method's code names: what it calls, makes, reads, or hands on as a delegate.</summary>
    public static IEnumerable<MemberInfo> NamedBy(MethodBase method)
    {
        var il = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var at = 0; at < il.Length;)
        {
            int value = il[at++];
            var code = Codes[value == 0xFE ? 0xFE00 | il[at++] : value];
            if (code.OperandType is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType
                && Resolve(method, BitConverter.ToInt32(il, at)) is { } member)
            {
                yield return member;
            }

            at += code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(il, at),
                _ => 4,
            };
        }
    }

    private static void AddCode(HashSet<Type> used, MethodBase method)
    {
        if (method.GetMethodBody() is not { } body)
        {
            return;
        }

        Add(used, [.. body.LocalVariables.Select(local => local.LocalType), .. body.ExceptionHandlingClauses.Where(clause => clause.Flags == ExceptionHandlingClauseOptions.Clause).Select(clause => clause.CatchType)]);
        foreach (var member in NamedBy(method))
        {
            AddMember(used, member);
        }
    }

    private static MemberInfo? Resolve(MethodBase method, int token) =>
        method.Module.ResolveMember(token, method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null, method.IsGenericMethod ? method.GetGenericArguments() : null);

    private static void AddMember(HashSet<Type> used, MemberInfo member)
    {
        Add(used, member as Type ?? member.DeclaringType);
        if (member is MethodInfo { IsGenericMethod: true } generic)
        {
            Add(used, generic.GetGenericArguments());
        }
    }

    private static void Add(HashSet<Type> used, params Type?[] types)
    {
        foreach (var type in types.OfType<Type>())
        {
            var plain = type.HasElementType ? type.GetElementType()! : type;
            if (!plain.IsGenericParameter && used.Add(plain.IsGenericType ? plain.GetGenericTypeDefinition() : plain))
            {
                Add(used, plain.GetGenericArguments());
            }
        }
    }
}

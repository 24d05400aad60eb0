using System.Reflection;
using System.Runtime.CompilerServices;

namespace CampaignKit.Architecture.Tests;

/// <summary>The line that declares a type.</summary>
internal static class TypeLine
{
    public static string Of(Type type)
    {
        var access = type.IsNestedFamily || type.IsNestedFamORAssem ? "protected" : "public";
        return $"{Marks(type)}{access} {Declaration(type)}";
    }

    public static bool IsRecord(Type type) => IsRecordClass(type) || IsRecordStruct(type);

    /// <summary>The notes a caller meets when compiling: <c>[Obsolete]</c> and, on enums, <c>[Flags]</c>.</summary>
    public static string Marks(MemberInfo member)
    {
        var marks = member.IsDefined(typeof(FlagsAttribute)) ? "[Flags] " : "";
        return member.GetCustomAttribute<ObsoleteAttribute>() is { } obsolete && !IsMarkedForOldCompilers(member)
            ? $"{marks}[Obsolete({LiteralText.Of(obsolete.Message, typeof(string))})] "
            : marks;
    }

    private static string Declaration(Type type)
    {
        var name = TypeText.Declared(type);
        if (type.IsEnum)
        {
            var underlying = type.GetEnumUnderlyingType();
            return underlying == typeof(int) ? $"enum {name}" : $"enum {name} : {TypeText.Declared(underlying)}";
        }

        var constraints = Signature.Constraints(OwnTypeParameters(type));
        if (type.IsSubclassOf(typeof(Delegate)))
        {
            var invoke = type.GetMethod("Invoke")!;
            return $"delegate {Signature.Return(invoke)} {name}({Signature.Parameters(invoke)}){constraints}";
        }

        var bases = Bases(type).ToList();
        return $"{Kind(type)} {name}{(bases.Count > 0 ? " : " : "")}{string.Join(", ", bases)}{constraints}";
    }

    private static string Kind(Type type)
    {
        if (type.IsInterface)
            return "interface";
        if (type.IsValueType)
        {
            var readOnly = type.IsDefined(typeof(IsReadOnlyAttribute)) ? "readonly " : "";
            return $"{readOnly}{(type.IsByRefLike ? "ref " : "")}{(IsRecordStruct(type) ? "record " : "")}struct";
        }

        var modifier = type is { IsAbstract: true, IsSealed: true } ? "static " : type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : "";
        return $"{modifier}{(IsRecordClass(type) ? "record" : "class")}";
    }

    private static IEnumerable<string> Bases(Type type)
    {
        if (type is { IsClass: true, BaseType: { } parent } && parent != typeof(object))
            yield return TypeText.Of(parent, Annotations.Of(type));

        var inherited = (type.BaseType?.GetInterfaces() ?? []).Concat(type.GetInterfaces().SelectMany(i => i.GetInterfaces())).ToHashSet();
        var own = type.GetInterfaces()
            .Where(i => i.IsVisible && !inherited.Contains(i) && !(IsRecord(type) && IsEquatableTo(i, type)))
            .Select(i => TypeText.Of(i, Annotations.None()));
        foreach (var name in own.Order(StringComparer.Ordinal))
            yield return name;
    }

    private static bool IsEquatableTo(Type contract, Type type) =>
        contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IEquatable<>) && contract.GetGenericArguments()[0] == type;

    private static Type[] OwnTypeParameters(Type type) => type.GetGenericArguments()[(type.DeclaringType?.GetGenericArguments().Length ?? 0)..];

    private static bool IsRecordClass(Type type) =>
        type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly).Any(m => m.Name == "<Clone>$");

    private static bool IsRecordStruct(Type type) =>
        type.IsValueType && type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic) is { } print
        && print.IsDefined(typeof(CompilerGeneratedAttribute));

    // A ref struct, or a constructor of a type with required members: the compiler calls it obsolete for compilers too old to know such.
    private static bool IsMarkedForOldCompilers(MemberInfo member) => member.IsDefined(typeof(CompilerFeatureRequiredAttribute));
}

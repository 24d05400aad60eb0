using System.Reflection;
using System.Runtime.CompilerServices;

namespace CampaignKit.Architecture.Tests;

/// <summary>The lines of the members that a caller or a derived type sees, in a stable order.</summary>
internal static class MemberLines
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly HashSet<string> WrittenByRecord =
        ["Equals", "GetHashCode", "ToString", "PrintMembers", "op_Equality", "op_Inequality", "get_EqualityContract", ".ctor"];

    private static readonly Dictionary<string, string> OperatorSigns = new()
    {
        ["Equality"] = "==",
        ["Inequality"] = "!=",
        ["LessThan"] = "<",
        ["LessThanOrEqual"] = "<=",
        ["GreaterThan"] = ">",
        ["GreaterThanOrEqual"] = ">=",
        ["Addition"] = "+",
        ["Subtraction"] = "-",
        ["UnaryNegation"] = "-",
        ["Multiply"] = "*",
        ["Division"] = "/",
        ["Modulus"] = "%",
    };

    public static IEnumerable<string> Of(Type type)
    {
        if (type.IsEnum)
            return EnumValues(type);
        if (type.IsSubclassOf(typeof(Delegate)))
            return [];
        return Group(type.GetFields(Declared).Where(IsVisible), Field)
            .Concat(Group(type.GetConstructors(Declared).Where(c => IsVisible(c) && !c.IsStatic && !IsWrittenByRecord(c)), Constructor))
            .Concat(Group(type.GetProperties(Declared).Where(p => p.GetAccessors(nonPublic: true).Any(a => IsVisible(a) && !IsWrittenByRecord(a))), Property))
            .Concat(Group(type.GetEvents(Declared).Where(e => IsVisible(e.AddMethod!)), Event))
            .Concat(Group(type.GetMethods(Declared).Where(IsMethod), Method));
    }

    private static IEnumerable<string> Group<T>(IEnumerable<T> members, Func<T, string> line)
        where T : MemberInfo =>
        members.Select(m => (m.Name, Line: TypeLine.Marks(m) + line(m)))
            .OrderBy(m => m.Name, StringComparer.Ordinal)
            .ThenBy(m => m.Line, StringComparer.Ordinal)
            .Select(m => m.Line);

    private static IEnumerable<string> EnumValues(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(f => (Value: Enum.Format(type, f.GetRawConstantValue()!, "D"), Line: $"{TypeLine.Marks(f)}{f.Name}"))
            .OrderBy(f => decimal.Parse(f.Value, System.Globalization.CultureInfo.InvariantCulture))
            .Select(f => $"{f.Line} = {f.Value}");

    private static bool IsVisible(FieldInfo field) => field.IsPublic || ((field.IsFamily || field.IsFamilyOrAssembly) && !field.DeclaringType!.IsSealed);

    private static bool IsVisible(MethodBase method) =>
        method.IsPublic || ((method.IsFamily || method.IsFamilyOrAssembly) && !method.DeclaringType!.IsSealed);

    private static bool IsMethod(MethodInfo method) =>
        IsVisible(method) && !method.Name.Contains('<', StringComparison.Ordinal) && !IsWrittenByRecord(method) && !IsAccessor(method);

    private static bool IsAccessor(MethodInfo method) =>
        method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal);

    private static bool IsWrittenByRecord(MethodBase method) =>
        TypeLine.IsRecord(method.DeclaringType!) && WrittenByRecord.Contains(method.Name) && method.IsDefined(typeof(CompilerGeneratedAttribute));

    private static string Field(FieldInfo field)
    {
        var access = field.IsPublic ? "public" : "protected";
        var type = TypeText.Of(field.FieldType, Annotations.Of(field));
        if (field.IsLiteral)
            return $"{access} const {type} {field.Name} = {LiteralText.Of(field.GetRawConstantValue(), field.FieldType)}";
        return $"{access} {(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{type} {field.Name}";
    }

    private static string Constructor(ConstructorInfo constructor) =>
        $"{Access(constructor)}{constructor.DeclaringType!.Name.Split('`')[0]}({Signature.Parameters(constructor)})";

    private static string Property(PropertyInfo property)
    {
        var accessors = property.GetAccessors(nonPublic: true).Where(IsVisible).ToList();
        var widest = accessors.FirstOrDefault(a => a.IsPublic) ?? accessors[0];
        var required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";
        var index = property.GetIndexParameters();
        var name = index.Length > 0 ? $"this[{Signature.Parameters(index)}]" : property.Name;
        var written = new[] { property.GetMethod, property.SetMethod }.OfType<MethodInfo>().Where(IsVisible)
            .Select(a => $"{(a.IsPublic == widest.IsPublic ? "" : "protected ")}{AccessorWord(a)};");
        var reference = property.PropertyType.IsByRef ? (property.IsDefined(typeof(IsReadOnlyAttribute)) ? "ref readonly " : "ref ") : "";
        return $"{Access(widest)}{required}{reference}{TypeText.Of(property.PropertyType, Annotations.Of(property))} {name} {{ {string.Join(' ', written)} }}";
    }

    private static string AccessorWord(MethodInfo accessor)
    {
        if (accessor.ReturnType != typeof(void))
            return "get";
        return accessor.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? "init" : "set";
    }

    private static string Event(EventInfo @event) =>
        $"{Access(@event.AddMethod!)}event {TypeText.Of(@event.EventHandlerType!, Annotations.Of(@event))} {@event.Name}";

    private static string Method(MethodInfo method) =>
        $"{Access(method)}{ReturnAndName(method)}{Signature.TypeParameters(method)}({Signature.Parameters(method)})"
        + (IsOverride(method) ? "" : Signature.Constraints(method.IsGenericMethodDefinition ? method.GetGenericArguments() : []));

    private static string ReturnAndName(MethodInfo method)
    {
        var result = Signature.Return(method);
        if (!method.IsSpecialName)
            return $"{result} {method.Name}";
        var name = method.Name["op_".Length..];
        return name is "Implicit" or "Explicit"
            ? $"{char.ToLowerInvariant(name[0])}{name[1..]} operator {result}"
            : $"{result} operator {OperatorSigns.GetValueOrDefault(name, name)}";
    }

    private static string Access(MethodBase method)
    {
        var onInterface = method.DeclaringType!.IsInterface;
        var access = onInterface ? "" : method.IsPublic ? "public " : "protected ";
        if (method.IsStatic)
            return $"{access}static {(method.IsAbstract ? "abstract " : method.IsVirtual ? "virtual " : "")}";
        if (onInterface)
            return method.IsAbstract ? "" : "virtual ";
        return access + Inheritance(method);
    }

    private static string Inheritance(MethodBase method)
    {
        if (method is MethodInfo { IsVirtual: true } info && IsOverride(info))
            return info.IsFinal ? "sealed override " : info.IsAbstract ? "abstract override " : "override ";
        if (method.IsAbstract)
            return "abstract ";
        return method is { IsVirtual: true, IsFinal: false } && !method.DeclaringType!.IsSealed ? "virtual " : "";
    }

    private static bool IsOverride(MethodInfo method) => method.GetBaseDefinition().DeclaringType != method.DeclaringType;
}

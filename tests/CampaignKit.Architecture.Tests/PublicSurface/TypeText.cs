using System.Reflection;

namespace CampaignKit.Architecture.Tests;

/// <summary>Types as C# writes them where they are used.</summary>
internal static class TypeText
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(nint)] = "nint",
        [typeof(nuint)] = "nuint",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
        [typeof(char)] = "char",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
        [typeof(void)] = "void",
    };

    /// <summary>The type, taking its annotations from <paramref name="notes"/>.</summary>
    public static string Of(Type type, Annotations notes)
    {
        if (type.IsByRef)
            return Of(type.GetElementType()!, notes);
        if (type.IsPointer)
            return $"{Of(type.GetElementType()!, notes)}*";
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return $"{Of(underlying, notes)}?";
        if (type.IsValueType && !type.IsGenericType)
            return Name(type, notes);
        var question = notes.NextMayBeNull() && !type.IsValueType ? "?" : "";
        if (type.IsArray)
            return $"{Of(type.GetElementType()!, notes)}[{new string(',', type.GetArrayRank() - 1)}]{question}";
        return IsTuple(type) ? Tuple(type, notes) : $"{Name(type, notes)}{question}";
    }

    /// <summary>The name that a type's own declaration gives it, with its type parameters: <c>Outer.Inner&lt;in T&gt;</c>.</summary>
    public static string Declared(Type type) => Name(type, TypeParameter);

    private static string Name(Type type, Annotations notes) => Name(type, argument => Of(argument, notes));

    private static string Name(Type type, Func<Type, string> argument)
    {
        if (Keywords.TryGetValue(type, out var keyword))
            return keyword;
        if (type.IsGenericParameter)
            return type.Name;

        var arguments = new Queue<Type>(type.GetGenericArguments());
        var parts = new List<string>();
        foreach (var level in Levels(type))
        {
            var split = level.Name.Split('`');
            var own = split.Length > 1 ? int.Parse(split[1], System.Globalization.CultureInfo.InvariantCulture) : 0;
            var written = Enumerable.Range(0, own).Select(_ => argument(arguments.Dequeue())).ToList();
            parts.Add(own == 0 ? split[0] : $"{split[0]}<{string.Join(", ", written)}>");
        }

        return string.Join('.', parts);
    }

    private static string TypeParameter(Type parameter) =>
        (parameter.GenericParameterAttributes & GenericParameterAttributes.VarianceMask) switch
        {
            GenericParameterAttributes.Covariant => $"out {parameter.Name}",
            GenericParameterAttributes.Contravariant => $"in {parameter.Name}",
            _ => parameter.Name,
        };

    private static Stack<Type> Levels(Type type)
    {
        var levels = new Stack<Type>();
        for (var level = type; level is not null; level = level.DeclaringType)
            levels.Push(level);
        return levels;
    }

    private static bool IsTuple(Type type) =>
        type.FullName?.StartsWith("System.ValueTuple`", StringComparison.Ordinal) == true && type.GetGenericArguments().Length is > 1 and < 8;

    private static string Tuple(Type type, Annotations notes)
    {
        var elements = type.GetGenericArguments();
        var names = notes.NextTupleNames(elements.Length);
        var written = elements.Select((element, i) => names[i] is { } name ? $"{Of(element, notes)} {name}" : Of(element, notes));
        return $"({string.Join(", ", written)})";
    }
}

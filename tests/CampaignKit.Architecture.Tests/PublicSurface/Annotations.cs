using System.Reflection;

namespace CampaignKit.Architecture.Tests;

/// <summary>
/// What the compiler noted beside a signature: nullability and tuple names. Both are flat lists in the order in which the type is
/// written, so they are taken one after the other while it is rendered.
/// </summary>
internal sealed class Annotations
{
    private readonly byte[] _nullability;
    private readonly byte _nullabilityOfAll;
    private readonly Queue<string?> _tupleNames;
    private int _next;

    private Annotations(IList<CustomAttributeData> attributes, byte context)
    {
        var flags = Argument(attributes, "NullableAttribute");
        _nullability = flags is IEnumerable<CustomAttributeTypedArgument> list ? [.. list.Select(a => (byte)a.Value!)] : [];
        _nullabilityOfAll = flags as byte? ?? context;
        _tupleNames = Argument(attributes, "TupleElementNamesAttribute") is IEnumerable<CustomAttributeTypedArgument> names
            ? new(names.Select(a => (string?)a.Value))
            : new();
    }

    public static Annotations Of(ParameterInfo parameter) => new(parameter.GetCustomAttributesData(), Context(parameter.Member));

    public static Annotations Of(MemberInfo member) => new(member.GetCustomAttributesData(), Context(member.DeclaringType));

    /// <summary>Those of a type's own line, where they describe the base type or the constraint <c>notnull</c>.</summary>
    public static Annotations Of(Type type) =>
        new(type.GetCustomAttributesData(), Context(type.IsGenericParameter ? type.DeclaringMethod ?? (MemberInfo?)type.DeclaringType : type));

    /// <summary>For the places where reflection shows no annotations.</summary>
    public static Annotations None() => new([], 0);

    /// <summary>Whether the next type written may be null.</summary>
    public bool NextMayBeNull() => NextFlag() == 2;

    /// <summary>Whether the next type written is declared never to be null.</summary>
    public bool NextIsNotNull() => NextFlag() == 1;

    public string?[] NextTupleNames(int count) =>
        [.. Enumerable.Range(0, count).Select(_ => _tupleNames.TryDequeue(out var name) ? name : null)];

    private byte NextFlag() => _nullability.Length == 0 ? _nullabilityOfAll : _nullability[_next++];

    private static byte Context(MemberInfo? member)
    {
        for (; member is not null; member = member.DeclaringType)
        {
            if (Argument(member.GetCustomAttributesData(), "NullableContextAttribute") is byte context)
                return context;
        }

        return 0;
    }

    private static object? Argument(IList<CustomAttributeData> attributes, string name) =>
        attributes.FirstOrDefault(a => a.AttributeType.Name == name)?.ConstructorArguments[0].Value;
}

using System.Reflection;
using System.Runtime.CompilerServices;

namespace CampaignKit.Architecture.Tests;

/// <summary>The parts that types and members share: parameter lists, type parameters and their constraints.</summary>
internal static class Signature
{
    public static string Parameters(MethodBase method)
    {
        var parameters = method.GetParameters().Select(Parameter).ToList();
        if (method.IsDefined(typeof(ExtensionAttribute)))
            parameters[0] = $"this {parameters[0]}";
        return string.Join(", ", parameters);
    }

    public static string Parameters(IEnumerable<ParameterInfo> parameters) => string.Join(", ", parameters.Select(Parameter));

    public static string Return(MethodInfo method) =>
        RefKind(method.ReturnParameter) + TypeText.Of(method.ReturnType, Annotations.Of(method.ReturnParameter));

    public static string TypeParameters(MethodInfo method) =>
        method.IsGenericMethodDefinition ? $"<{string.Join(", ", method.GetGenericArguments().Select(t => t.Name))}>" : "";

    public static string Constraints(IEnumerable<Type> typeParameters) =>
        string.Concat(typeParameters.Select(t => (t.Name, Parts: Constraint(t).ToList()))
            .Where(t => t.Parts.Count > 0)
            .Select(t => $" where {t.Name} : {string.Join(", ", t.Parts)}"));

    private static string Parameter(ParameterInfo parameter)
    {
        var text = $"{Prefix(parameter)}{TypeText.Of(parameter.ParameterType, Annotations.Of(parameter))} {parameter.Name}";
        return parameter.HasDefaultValue ? $"{text} = {LiteralText.Of(parameter.RawDefaultValue, parameter.ParameterType)}" : text;
    }

    private static string Prefix(ParameterInfo parameter)
    {
        if (parameter.IsDefined(typeof(ParamArrayAttribute)) || parameter.IsDefined(typeof(ParamCollectionAttribute)))
            return "params ";
        return parameter.IsOut ? "out " : parameter.IsIn ? "in " : RefKind(parameter);
    }

    private static string RefKind(ParameterInfo parameter)
    {
        if (!parameter.ParameterType.IsByRef)
            return "";
        return parameter.IsDefined(typeof(IsReadOnlyAttribute)) || parameter.IsDefined(typeof(RequiresLocationAttribute)) ? "ref readonly " : "ref ";
    }

    private static IEnumerable<string> Constraint(Type parameter)
    {
        var flags = parameter.GenericParameterAttributes;
        var isStruct = flags.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint);
        var isUnmanaged = parameter.GetCustomAttributesData().Any(a => a.AttributeType.Name == "IsUnmanagedAttribute");
        var bounds = parameter.GetGenericParameterConstraints().Where(t => t != typeof(ValueType)).ToList();
        var notes = Annotations.Of(parameter);

        if (isUnmanaged)
            yield return "unmanaged";
        else if (isStruct)
            yield return "struct";
        else if (flags.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
            yield return notes.NextMayBeNull() ? "class?" : "class";
        else if (bounds.Count == 0 && notes.NextIsNotNull())
            yield return "notnull";
        foreach (var bound in bounds)
            yield return TypeText.Of(bound, Annotations.None());
        if (flags.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint) && !isStruct)
            yield return "new()";
        if (flags.HasFlag(GenericParameterAttributes.AllowByRefLike))
            yield return "allows ref struct";
    }
}

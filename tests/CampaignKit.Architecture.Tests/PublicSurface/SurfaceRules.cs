using System.Reflection;
using System.Runtime.CompilerServices;

namespace CampaignKit.Architecture.Tests;

/// <summary>What every public type keeps to; each rule answers with what breaks it.</summary>
internal static class SurfaceRules
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly HashSet<Type> Awaitables =
        [typeof(Task), typeof(ValueTask), typeof(Task<>), typeof(ValueTask<>), typeof(IAsyncEnumerable<>)];

    /// <summary>A class is sealed, or abstract, or static.</summary>
    public static IEnumerable<string> OpenClasses(IEnumerable<Type> types) =>
        types.Where(t => t is { IsClass: true, IsSealed: false, IsAbstract: false })
            .Select(t => $"{TypeText.Declared(t)} is neither sealed nor abstract");

    /// <summary>The namespace is the package's, or the one in which hosts look for registrations.</summary>
    public static IEnumerable<string> StrayNamespaces(IEnumerable<Type> types, string package) =>
        types.Where(t => t.Namespace != package && t.Namespace != "Microsoft.Extensions.DependencyInjection")
            .Select(t => $"{TypeText.Declared(t)} is in {t.Namespace}");

    /// <summary>A field is a constant or a static that stays.</summary>
    public static IEnumerable<string> OpenFields(IEnumerable<Type> types) =>
        from type in types
        where !type.IsEnum
        from field in type.GetFields(Declared)
        where (field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly) && !field.IsLiteral && !field.IsDefined(typeof(CompilerGeneratedAttribute))
        where !field.IsStatic || !field.IsInitOnly
        select $"{TypeText.Declared(type)}.{field.Name} is neither a constant nor static readonly";

    /// <summary>What is awaited says so in its name, and can be cancelled; nothing else bears that name.</summary>
    public static IEnumerable<string> AsyncMisnomers(IEnumerable<Type> types) =>
        from type in types
        where !type.IsSubclassOf(typeof(Delegate))
        from method in type.GetMethods(Declared)
        where (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly) && !method.IsSpecialName && !IsPrescribed(method)
        from finding in AsyncMisnomers(method)
        select $"{TypeText.Declared(type)}.{method.Name} {finding}";

    /// <summary>No static holds state; memory for scratch that each thread has of its own is none.</summary>
    public static IEnumerable<string> StaticState(IEnumerable<Type> types) =>
        from type in types
        where !type.IsEnum && !type.Name.Contains('<', StringComparison.Ordinal)
        from field in type.GetFields(Declared)
        where field is { IsStatic: true, IsLiteral: false, IsInitOnly: false }
        where !field.IsDefined(typeof(ThreadStaticAttribute)) && !IsLaterFilledByCompiler(field)
        select $"{TypeText.Declared(type)}.{field.Name} can be assigned at any time";

    private static IEnumerable<string> AsyncMisnomers(MethodInfo method)
    {
        var awaited = IsAwaited(method.ReturnType);
        var named = method.Name.EndsWith("Async", StringComparison.Ordinal);
        if (awaited && !named)
            yield return "is awaited but does not end in Async";
        if (named && !awaited)
            yield return "ends in Async but is not awaited";
        if (awaited && !(method.GetParameters() is [.., { IsOptional: true } last] && last.ParameterType == typeof(CancellationToken)))
            yield return "does not end with CancellationToken cancellationToken = default";
    }

    private static bool IsAwaited(Type type) =>
        Awaitables.Contains(type.IsGenericType ? type.GetGenericTypeDefinition() : type);

    // What an interface or base class from elsewhere prescribes is not ours to name, such as IAsyncDisposable.DisposeAsync().
    private static bool IsPrescribed(MethodInfo method)
    {
        if (method.GetBaseDefinition().DeclaringType!.Assembly != method.DeclaringType!.Assembly)
            return true;
        return !method.DeclaringType.IsInterface && method.DeclaringType.GetInterfaces()
            .Where(contract => contract.Assembly != method.DeclaringType.Assembly)
            .Any(contract => method.DeclaringType.GetInterfaceMap(contract).TargetMethods.Contains(method));
    }

    private static bool IsLaterFilledByCompiler(FieldInfo field) =>
        field.Name.Contains('<', StringComparison.Ordinal) && !field.Name.EndsWith("k__BackingField", StringComparison.Ordinal);
}

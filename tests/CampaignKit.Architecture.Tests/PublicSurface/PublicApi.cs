using System.Reflection;

namespace CampaignKit.Architecture.Tests;

/// <summary>The public surface of an assembly as sorted lines of C#: what a change of <c>PublicApi.txt</c> shows in review.</summary>
internal static class PublicApi
{
    public static IReadOnlyList<string> Of(Assembly assembly) => Of(assembly.GetTypes().Where(IsPublic));

    public static IReadOnlyList<string> Of(IEnumerable<Type> types)
    {
        var lines = new List<string>();
        foreach (var room in types.GroupBy(t => t.Namespace).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            lines.Add($"namespace {room.Key}");
            foreach (var type in room.OrderBy(TypeText.Declared, StringComparer.Ordinal))
            {
                lines.Add("");
                lines.Add(TypeLine.Of(type));
                lines.AddRange(MemberLines.Of(type).Select(line => $"    {line}"));
            }

            lines.Add("");
        }

        return lines;
    }

    /// <summary>Whether a program that references the assembly sees the type, be it only to derive from.</summary>
    public static bool IsPublic(Type type)
    {
        if (type.Name.Contains('<', StringComparison.Ordinal))
            return false;
        if (type.IsNested)
            return (type.IsNestedPublic || ((type.IsNestedFamily || type.IsNestedFamORAssem) && !type.DeclaringType!.IsSealed)) && IsPublic(type.DeclaringType!);
        return type.IsPublic;
    }
}

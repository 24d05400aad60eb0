using System.Globalization;

namespace CampaignKit.Architecture.Tests;

/// <summary>Constant values as C# writes them.</summary>
internal static class LiteralText
{
    public static string Of(object? value, Type type)
    {
        var actual = Nullable.GetUnderlyingType(type) ?? type;
        return value switch
        {
            null => actual == type && type.IsValueType ? "default" : "null",
            _ when actual.IsEnum => EnumMember(actual, value),
            string text => $"\"{Escaped(text)}\"",
            char letter => $"'{Escaped(letter.ToString())}'",
            bool flag => flag ? "true" : "false",
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };
    }

    private static string EnumMember(Type type, object value)
    {
        var member = Enum.ToObject(type, value);
        var name = TypeText.Declared(type);
        return Enum.IsDefined(type, member) ? $"{name}.{member}" : $"({name}){Enum.Format(type, member, "D")}";
    }

    private static string Escaped(string text) =>
        string.Concat(text.Select(c => c switch
        {
            '"' or '\\' or '\'' => $"\\{c}",
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            _ when char.IsControl(c) => $"\\u{(int)c:x4}",
            _ => c.ToString(),
        }));
}

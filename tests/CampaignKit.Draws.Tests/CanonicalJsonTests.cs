using System.Text;
using System.Text.Json;

namespace CampaignKit.Draws.Tests;

/// <summary>The examples of RFC 8785 that apply to documents without fractions.</summary>
public sealed class CanonicalJsonTests
{
    [Fact]
    public void Of_SortingExampleOfSection323_SortsByUtf16Units() => Assert.Equal(
        "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\u007f\",\"\u00f6\":\"Latin Small Letter O With Diaeresis\","
        + "\"\u20ac\":\"Euro Sign\",\"\U0001F600\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}",
        Canonical("""
            {
              "\u20ac": "Euro Sign",
              "\r": "Carriage Return",
              "\ufb33": "Hebrew Letter Dalet With Dagesh",
              "1": "One",
              "\ud83d\ude00": "Emoji: Grinning Face",
              "\u0080": "Control\u007f",
              "\u00f6": "Latin Small Letter O With Diaeresis"
            }
            """));

    [Fact]
    public void Of_StringAndLiteralsOfSection322_EscapesAsTheRfc() => Assert.Equal(
        "{\"literals\":[null,true,false],\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}",
        Canonical("""{ "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/", "literals": [null, true, false] }"""));

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("9007199254740991")]
    [InlineData("-9007199254740991")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("[1,[2,{\"a\":[]}]]")]
    [InlineData("\"\\b\\t\\n\\f\\r\\u0000\\u001f\"")]
    public void Of_CanonicalText_StaysAsItIs(string json) => Assert.Equal(json, Canonical(json));

    [Theory]
    [InlineData("9007199254740992", "$")]
    [InlineData("[1,1.0]", "$[1]")]
    [InlineData("{\"a\":{\"b\":1e2}}", "$.a.b")]
    [InlineData("-0", "$")]
    [InlineData("\"\\ud800\"", "$")]
    public void Of_WhatHasNoPlainForm_IsRefusedWithItsPath(string json, string path) =>
        Assert.Equal(path, Assert.Throws<DrawDocumentException>(() => Canonical(json)).Path);

    private static string Canonical(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Encoding.UTF8.GetString(CanonicalJson.Of(document.RootElement));
    }
}

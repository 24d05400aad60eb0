using System.Text;
using System.Text.Json;

namespace CampaignKit.Draws.Tests;

public sealed class DocumentWriterTests
{
    [Theory]
    [InlineData("😀|\u2028|\u007f|\u0085|\ue000|\uffff|<>&'+`|\u00a0|\u0378|\ufeff|é/")]
    [InlineData("参与者 😀😀")]
    public void Write_AnythingPrintable_StandsAsItIs(string text) => Assert.Equal($"\"{text}\"\n", Written(text));

    [Theory]
    [InlineData("\"\\", "\\\"\\\\")]
    [InlineData("\\ud83d", "\\\\ud83d")]
    [InlineData("a\tb\n\r\b\f", "a\\tb\\n\\r\\b\\f")]
    [InlineData("\u0001\u001f", "\\u0001\\u001F")]
    public void Write_WhatJsonEscapes_IsEscaped(string text, string written) => Assert.Equal($"\"{written}\"\n", Written(text));

    [Property]
    public void Write_AnyText_IsReadAgain(string text)
    {
        var sound = string.Concat((text ?? "").EnumerateRunes());
        Assert.Equal(sound, JsonDocument.Parse(Written(sound)).RootElement.GetString());
    }

    private static string Written(string text) => Encoding.UTF8.GetString(DocumentWriter.Write(json => json.WriteStringValue(text)));
}

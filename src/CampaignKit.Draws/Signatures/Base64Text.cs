namespace CampaignKit.Draws;

/// <summary>Base64 as the format writes it: without white space, spare bits zero, so that bytes have one text.</summary>
internal static class Base64Text
{
    internal static bool TryDecode(string text, out byte[] bytes)
    {
        bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, bytes, out var length))
            return false;
        Array.Resize(ref bytes, length);
        return Convert.ToBase64String(bytes) == text;
    }
}

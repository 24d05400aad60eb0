namespace CampaignKit.Tool.Boards;

/// <summary>A reader that ends when so many characters are taken, until it is granted more.</summary>
internal sealed class RationedReader(TextReader reader) : TextReader
{
    private int _left;

    /// <summary>Whether more was wanted than granted.</summary>
    public bool IsSpent { get; private set; }

    public void Grant(int characters) => (_left, IsSpent) = (characters, false);

    public override int Read(char[] buffer, int index, int count)
    {
        IsSpent |= _left == 0 && count > 0;
        var taken = reader.Read(buffer, index, Math.Min(count, _left));
        _left -= taken;
        return taken;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            reader.Dispose();
        base.Dispose(disposing);
    }
}

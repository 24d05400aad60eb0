namespace CampaignKit.Tool.Boards;

/// <summary>A list that grows by pages, so that growing neither copies what is there nor holds room for twice as much.</summary>
internal sealed class PagedList<T>
{
    private const int PageBits = 16;
    private const int PageSize = 1 << PageBits;

    private readonly List<T[]> _pages = [];

    public int Count { get; private set; }

    public ref T this[int index] => ref _pages[index >> PageBits][index & (PageSize - 1)];

    public void Add(T item)
    {
        if (Count >> PageBits == _pages.Count)
            _pages.Add(new T[PageSize]);
        this[Count++] = item;
    }
}

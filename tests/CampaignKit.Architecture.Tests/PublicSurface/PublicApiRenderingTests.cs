namespace CampaignKit.Architecture.Tests;

public sealed class PublicApiRenderingTests
{
    [Fact]
    public void Of_EveryKindOfDeclaration_ReadsAsCSharp()
    {
        var types = typeof(PublicApiRenderingTests).Assembly.GetTypes().Where(t => PublicApi.IsPublic(t) && IsSample(t));

        Assert.Equal(
            """
            namespace CampaignKit.Architecture.Tests

            public static class Sample
                public const string Name = "a \"name\"\n"
                public static readonly TimeSpan? Pause
                public static string Shout(this string? text, Func<Task>? later = null)

            public abstract record Sample.Answer
                protected Answer(string Key)
                public string Key { get; init; }
                public void Deconstruct(out string Key)

            public sealed record Sample.Answer.Accepted : Sample.Answer
                public Accepted(string Key, IReadOnlyList<(string Id, long? Score)> Standings)
                public IReadOnlyList<(string Id, long? Score)> Standings { get; init; }
                public void Deconstruct(out string Key, out IReadOnlyList<(string Id, long? Score)> Standings)

            public sealed record Sample.Answer.Refused : Sample.Answer
                public Refused(string Key, string? Why = null)
                public string? Why { get; init; }
                public void Deconstruct(out string Key, out string? Why)

            public class Sample.Board<T> where T : struct
                protected Board(Dictionary<string, List<string?>?> names, params string[] rest)
                public virtual int Count { get; protected set; }
                public required string Title { get; init; }
                public event EventHandler<T>? Changed
                public Task<TOut?> FoldAsync<TOut>(Func<T?, TOut>? by, Sample.Order order = Sample.Order.Ascending, double level = 0.95, T start = default, CancellationToken cancellationToken = default) where TOut : class, IEnumerable<string>, new()
                [Obsolete("Use Pick.")] public string?[]? Old(object x)
                public T Pick<TAny>(ref TAny? any, Sample.Days days = (Sample.Days)6)
                protected void Reset()

            protected class Sample.Board<T>.Part<U> : Sample.Board<T>
                public Part()
                public sealed override int Count { get; protected set; }

            public ref struct Sample.Cursor
                public ReadOnlySpan<byte> Bytes { get; init; }
                public ref readonly byte First()

            [Flags] public enum Sample.Days
                Last = -1
                None = 0
                Monday = 1

            public delegate TResult? Sample.Fold<in T, out TResult>(T item, in long by) where T : notnull where TResult : class

            public interface Sample.IBoard<TMember> : IEnumerable<KeyValuePair<TMember, long>> where TMember : notnull
                long this[TMember member] { get; }
                static abstract int Limit { get; }
                bool TryGet(TMember member, out string? label)
                virtual int Twice(int n)

            public readonly record struct Sample.Id : IComparable<Sample.Id>
                public Id(long Value)
                public long Value { get; init; }
                public int CompareTo(Sample.Id other)
                public void Deconstruct(out long Value)
                public static bool operator >(Sample.Id left, Sample.Id right)
                public static implicit operator long(Sample.Id id)
                public static bool operator <(Sample.Id left, Sample.Id right)

            public enum Sample.Order : byte
                Ascending = 0
                Descending = 1

            public sealed class Sample.Shut : Sample.Board<int>, IAsyncDisposable, IDisposable
                public void Dispose()

            """,
            string.Join('\n', PublicApi.Of(types)));
    }

    [Fact]
    public void Between_OneLineChanged_ShowsItUnderItsType()
    {
        string[] before = ["public sealed class A", "    public A()", "    public int Count { get; }", "", "public sealed class B", "    public B()"];
        string[] after = ["public sealed class A", "    public A()", "    public long Count { get; }", "", "public sealed class B", "    public B()"];

        Assert.Equal(
            ["  public sealed class A", "-     public int Count { get; }", "+     public long Count { get; }"],
            LineDiff.Between(before, after));
    }

    [Fact]
    public void Between_TypeAdded_ShowsItsLinesOnly()
    {
        string[] before = ["public sealed class A"];
        string[] after = ["public sealed class A", "", "public sealed class B", "    public B()"];

        Assert.Equal(["+ public sealed class B", "+     public B()"], LineDiff.Between(before, after));
    }

    [Fact]
    public void Between_SameLines_ShowsNothing() => Assert.Empty(LineDiff.Between(["a", "b"], ["a", "b"]));

    private static bool IsSample(Type type) => type == typeof(Sample) || (type.DeclaringType is { } outer && IsSample(outer));
}

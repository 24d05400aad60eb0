using System.Diagnostics.CodeAnalysis;

namespace CampaignKit.Architecture.Tests;

#pragma warning disable // Shapes to be rendered, of every kind that the language has; nobody calls them.

/// <summary>Declarations whose rendering is known.</summary>
public static class Sample
{
    public const string Name = "a \"name\"\n";

    public static readonly TimeSpan? Pause = null;

    public enum Order : byte
    {
        Descending = 1,
        Ascending = 0,
    }

    [Flags]
    public enum Days
    {
        None = 0,
        Monday = 1,
        Last = -1,
    }

    public delegate TResult? Fold<in T, out TResult>(T item, scoped in long by)
        where T : notnull
        where TResult : class;

    public interface IBoard<TMember> : IEnumerable<KeyValuePair<TMember, long>>
        where TMember : notnull
    {
        static abstract int Limit { get; }

        long this[TMember member] { get; }

        bool TryGet(TMember member, [MaybeNullWhen(false)] out string? label);

        int Twice(int n) => 2 * n;
    }

    public abstract record Answer(string Key)
    {
        public sealed record Accepted(string Key, IReadOnlyList<(string Id, long? Score)> Standings) : Answer(Key);

        public sealed record Refused(string Key, string? Why = null) : Answer(Key)
        {
            public override string ToString() => Key;
        }
    }

    public readonly record struct Id(long Value) : IComparable<Id>
    {
        public int CompareTo(Id other) => 0;

        public static implicit operator long(Id id) => id.Value;

        public static bool operator <(Id left, Id right) => true;

        public static bool operator >(Id left, Id right) => true;
    }

    public ref struct Cursor
    {
        public ReadOnlySpan<byte> Bytes { get; init; }

        public readonly ref readonly byte First() => ref Bytes[0];
    }

    public class Board<T>
        where T : struct
    {
        protected Board(Dictionary<string, List<string?>?> names, params string[] rest)
        {
        }

        public event EventHandler<T>? Changed;

        public required string Title { get; init; }

        public virtual int Count { get; protected set; }

        internal int Hidden { get; set; }

        protected internal void Reset() => Changed?.Invoke(this, default);

        public Task<TOut?> FoldAsync<TOut>(
            Func<T?, TOut>? by, Order order = Order.Ascending, double level = 0.95, T start = default, CancellationToken cancellationToken = default)
            where TOut : class, IEnumerable<string>, new() => throw new NotSupportedException();

        public T Pick<TAny>(ref TAny? any, Days days = (Days)6) => throw new NotSupportedException();

        [Obsolete("Use Pick.")]
        public string?[]? Old(dynamic x) => null;

        protected class Part<U> : Board<T>
        {
            [SetsRequiredMembers]
            public Part()
                : base([])
            {
            }

            public sealed override int Count
            {
                get => 0;
                protected set { }
            }
        }
    }

    public sealed class Shut : Board<int>, IDisposable, IAsyncDisposable
    {
        internal Shut()
            : base([])
        {
        }

        public void Dispose()
        {
        }

        ValueTask IAsyncDisposable.DisposeAsync() => default;
    }

    public static string Shout(this string? text, Func<Task>? later = null) => text ?? "";

    internal sealed class Unseen;
}

namespace CampaignKit.Architecture.Tests;

public sealed class SurfaceRuleTests
{
    [Theory]
    [MemberData(nameof(House.All), MemberType = typeof(House))]
    public void Package_PublicTypes_KeepTheRules(string name)
    {
        var types = House.Get(name).Assembly.GetTypes();
        var visible = types.Where(PublicApi.IsPublic).ToList();

        Findings.AssertNone(SurfaceRules.OpenClasses(visible), "A public class is sealed, abstract or static.");
        Findings.AssertNone(SurfaceRules.StrayNamespaces(visible, name), "A public type is in the namespace of its package.");
        Findings.AssertNone(SurfaceRules.OpenFields(visible), "A public field is a constant or static readonly.");
        Findings.AssertNone(SurfaceRules.AsyncMisnomers(visible), "Async methods end in Async and take a last, optional CancellationToken.");
        Findings.AssertNone(SurfaceRules.StaticState(types), "Nothing static holds state.");
    }

    [Fact]
    public void OpenClasses_OnlyTheOneThatAnyoneMayDerive_IsFound() =>
        Assert.Equal(
            ["SurfaceRuleTests.Open is neither sealed nor abstract"],
            SurfaceRules.OpenClasses([typeof(Open), typeof(Shut<>), typeof(House), typeof(Stream), typeof(IDesk), typeof(int)]));

    [Fact]
    public void StrayNamespaces_OtherThanThePackages_AreFound() =>
        Assert.Equal(["int is in System"], SurfaceRules.StrayNamespaces([typeof(Open), typeof(int)], "CampaignKit.Architecture.Tests"));

    [Fact]
    public void OpenFields_ThoseThatCanChangeOrBelongToAnInstance_AreFound() =>
        Assert.Equal(
            ["SurfaceRuleTests.Open.Assigned", "SurfaceRuleTests.Open.Derived", "SurfaceRuleTests.Open.Instance"],
            SurfaceRules.OpenFields([typeof(Open), typeof(Sample.Order)]).Select(f => f.Split(' ')[0]).Order(StringComparer.Ordinal));

    [Fact]
    public void AsyncMisnomers_NameOrTokenMissing_AreFound() =>
        Assert.Equal(
            [
                "SurfaceRuleTests.IDesk.Ask is awaited but does not end in Async",
                "SurfaceRuleTests.IDesk.CountAsync ends in Async but is not awaited",
                "SurfaceRuleTests.IDesk.ReadAsync does not end with CancellationToken cancellationToken = default",
                "SurfaceRuleTests.IDesk.SendAsync does not end with CancellationToken cancellationToken = default",
                "SurfaceRuleTests.IDesk.WaitAsync does not end with CancellationToken cancellationToken = default",
            ],
            SurfaceRules.AsyncMisnomers([typeof(IDesk), typeof(Shut<>)]).Order(StringComparer.Ordinal));

    [Fact]
    public void StaticState_FieldsAndPropertiesThatCanBeSet_AreFound() =>
        Assert.Equal(
            ["SurfaceRuleTests.Open.<Current>k__BackingField", "SurfaceRuleTests.Open.Assigned"],
            SurfaceRules.StaticState([typeof(Open), typeof(Shut<>)]).Select(f => f.Split(' ')[0]).Order(StringComparer.Ordinal));

#pragma warning disable CA1051, CA2211, CA1052 // Fields as no public type may have them, for the rules to find.
    public class Open
    {
        public const int Constant = 1;

        public static readonly int Kept = 2;

        public static int Assigned;

        public int Instance;

        protected readonly int Derived = 3;

        [ThreadStatic]
        private static byte[]? _scratch;

        public static int Current { get; set; }

        public static int Fixed { get; } = 4;

        public static Func<int, byte[]> Scratch { get; } = static n => _scratch ??= new byte[n];
    }
#pragma warning restore CA1051, CA2211, CA1052

    private interface IDesk
    {
        Task Ask(CancellationToken cancellationToken = default);

        int CountAsync(CancellationToken cancellationToken = default);

        ValueTask<int> GoodAsync(int n, CancellationToken cancellationToken = default);

        IAsyncEnumerable<int> ReadAsync(int from = 0);

        Task<int> SendAsync(CancellationToken cancellationToken);

        ValueTask WaitAsync();
    }

    private sealed class Shut<T> : IAsyncDisposable, IProgress<T>
    {
        public ValueTask DisposeAsync() => default;

        public void Report(T value)
        {
        }
    }
}

using System.Reflection;
using FsCheck;
using FsCheck.Fluent;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace CampaignKit.Testing;

/// <summary>One law: runs the test method through FsCheck instead of calling it once.</summary>
public sealed class PropertyTestCase : XunitTestCase
{
    /// <summary>For the deserialiser of the test framework alone.</summary>
    [Obsolete("Called by the de-serializer")]
    public PropertyTestCase()
    {
    }

    /// <summary>A law over <paramref name="testMethod"/>.</summary>
    public PropertyTestCase(IMessageSink sink, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod testMethod)
        : base(sink, display, options, testMethod)
    {
    }

    /// <inheritdoc/>
    public override Task<RunSummary> RunAsync(
        IMessageSink diagnosticMessageSink,
        IMessageBus messageBus,
        object[] constructorArguments,
        ExceptionAggregator aggregator,
        CancellationTokenSource cancellationTokenSource)
    {
        var placeholders = new object[TestMethod.Method.GetParameters().Count()];
        return new CaseRunner(this, constructorArguments, placeholders, messageBus, aggregator, cancellationTokenSource).RunAsync();
    }

    private sealed class CaseRunner(
        PropertyTestCase testCase, object[] constructorArguments, object[] arguments, IMessageBus bus, ExceptionAggregator aggregator, CancellationTokenSource cancellation)
        : XunitTestCaseRunner(testCase, testCase.DisplayName, testCase.SkipReason, constructorArguments, arguments, bus, aggregator, cancellation)
    {
        protected override XunitTestRunner CreateTestRunner(
            ITest test,
            IMessageBus messageBus,
            Type testClass,
            object[] constructorArguments,
            MethodInfo testMethod,
            object[] testMethodArguments,
            string skipReason,
            IReadOnlyList<BeforeAfterTestAttribute> beforeAfterAttributes,
            ExceptionAggregator aggregator,
            CancellationTokenSource cancellationTokenSource) =>
            new Runner(test, messageBus, testClass, constructorArguments, testMethod, testMethodArguments, skipReason, beforeAfterAttributes, aggregator, cancellationTokenSource);
    }

    private sealed class Runner(
        ITest test, IMessageBus bus, Type testClass, object[] constructorArguments, MethodInfo method, object[] arguments, string skipReason,
        IReadOnlyList<BeforeAfterTestAttribute> beforeAfter, ExceptionAggregator aggregator, CancellationTokenSource cancellation)
        : XunitTestRunner(test, bus, testClass, constructorArguments, method, arguments, skipReason, beforeAfter, aggregator, cancellation)
    {
        protected override Task<decimal> InvokeTestMethodAsync(ExceptionAggregator aggregator) =>
            new Invoker(Test, MessageBus, TestClass, ConstructorArguments, TestMethod, TestMethodArguments, BeforeAfterAttributes, aggregator, CancellationTokenSource).RunAsync();
    }

    private sealed class Invoker(
        ITest test, IMessageBus bus, Type testClass, object[] constructorArguments, MethodInfo method, object[] arguments,
        IReadOnlyList<BeforeAfterTestAttribute> beforeAfter, ExceptionAggregator aggregator, CancellationTokenSource cancellation)
        : XunitTestInvoker(test, bus, testClass, constructorArguments, method, arguments, beforeAfter, aggregator, cancellation)
    {
        protected override object? CallTestMethod(object testClassInstance)
        {
            var law = TestMethod.GetCustomAttribute<PropertyAttribute>()!;
            var config = Config.QuickThrowOnFailure
                .WithQuietOnSuccess(true)
                .WithMaxTest(law.MaxTest)
                .WithEndSize(law.EndSize)
                .WithArbitrary(law.Arbitrary);
            if (law.Replay is { } replay)
            {
                var parts = replay.Trim('(', ')').Split(',');
                config = config.WithReplay(
                    ulong.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture),
                    ulong.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture));
            }

            Check.Method(config, TestMethod, testClassInstance);
            return null;
        }
    }
}

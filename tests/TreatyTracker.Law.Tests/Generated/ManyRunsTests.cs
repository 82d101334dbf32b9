using System.Reflection;
using FsCheck;

namespace TreatyTracker.Law.Tests.Generated;

/// <summary>Every property of this folder again, over many more histories than a run of a few seconds allows.</summary>
[Category("Slow")]
public class ManyRunsTests
{
    static readonly int s_histories = int.Parse(
        Environment.GetEnvironmentVariable("HISTORIES") ?? "100",
        System.Globalization.CultureInfo.InvariantCulture
    );

    static IEnumerable<TestCaseData> Properties =>
        from type in typeof(ManyRunsTests).Assembly.GetTypes()
        from method in type.GetMethods()
        where method.GetCustomAttribute<PropertyAttribute>() is not null
        select new TestCaseData(method).SetName(method.Name);

    [TestCaseSource(nameof(Properties))]
    public void Holds_for_many_histories(MethodInfo property) =>
        Check.Method(
            Config.QuickThrowOnFailure.WithMaxTest(s_histories).WithArbitrary([typeof(HistoryGenerator)]),
            property,
            Activator.CreateInstance(property.DeclaringType!)
        );
}

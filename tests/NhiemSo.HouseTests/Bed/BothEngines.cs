using System.Reflection;
using NhiemSo.Platform.Data;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace NhiemSo.HouseTests.Bed;

/// <summary><c>[Theory, BothEngines]</c>: the test's one argument is the engine, and it runs on each.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BothEnginesAttribute : DataAttribute
{
    public override bool SupportsDiscoveryEnumeration() => true;

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([new TheoryDataRow<Engine>(Engine.Sqlite), new TheoryDataRow<Engine>(Engine.Postgres)]);
}

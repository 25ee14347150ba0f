using System.Collections.Concurrent;
using System.Reflection;
using Xunit.v3;

namespace NhiemSo.JourneyTests;

/// <summary>Notes of each journey that it is over.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class JourneyOver : BeforeAfterTestAttribute
{
    private static readonly ConcurrentDictionary<string, bool> Over = new(StringComparer.Ordinal);

    public static bool Knows(string? test) => test is not null && Over.ContainsKey(test);

    public override void After(MethodInfo methodUnderTest, IXunitTest test) => Over[test.UniqueID] = true;
}

using System.Diagnostics.CodeAnalysis;

namespace NhiemSo.Platform.Outcomes;

/// <summary>The value of an act, or the problem that kept it from being done. The only result type of the house.</summary>
public readonly struct Outcome<T>
{
    internal Outcome(T? value, Problem? problem) => (Value, Problem) = (value, problem);

    /// <summary>Set when <see cref="Ok"/>.</summary>
    public T? Value { get; }

    /// <summary>Set when not <see cref="Ok"/>.</summary>
    public Problem? Problem { get; }

    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool Ok => Problem is null;

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Problem problem) => new(default, problem);
}

/// <summary>Makes outcomes of interface types, which can't convert by themselves.</summary>
public static class Outcome
{
    public static Outcome<T> Of<T>(T value) => new(value, null);
}

/// <summary>For acts that answer nothing but that they were done.</summary>
public readonly record struct Done
{
    public static readonly Done Yes;
}

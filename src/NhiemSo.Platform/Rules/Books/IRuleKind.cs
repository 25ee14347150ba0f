namespace NhiemSo.Platform.Rules.Books;

/// <summary>One kind of rule book; each room brings its own. Without state.</summary>
public interface IRuleKind
{
    /// <summary>The word after <c>kind:</c>.</summary>
    string Kind { get; }

    /// <summary>The folder under <c>rules/</c> that holds it, without '/' at its end; empty for the top.</summary>
    string Folder { get; }

    /// <summary>
    /// The content as this kind's immutable type (one type per kind). Faults go to the reader; what is returned then is thrown away.
    /// Keys that the kind doesn't ask for are reported by the caller.
    /// </summary>
    object Compile(RuleBook book, YamlNodeReader content);

    /// <summary>Checks what this kind's books say about other books; called for each date on which the set changes.</summary>
    void CrossCheck(RuleSet all, RuleFaults faults)
    {
    }
}

namespace NhiemSo.Platform.Rules.Books;

/// <summary>The day up to which the books of this installation follow the law.</summary>
public sealed record LawHorizon(DateOnly Day);

/// <summary><c>rules/law.yaml</c>.</summary>
public sealed class LawHorizonKind : IRuleKind
{
    public string Kind => "law-horizon";

    public string Folder => "";

    public object Compile(RuleBook book, YamlNodeReader content) => new LawHorizon(content.NeedDate("horizon"));
}

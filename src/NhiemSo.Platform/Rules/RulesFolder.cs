namespace NhiemSo.Platform.Rules;

/// <summary>Where the rule books lie on disk, for what is read there once: imports, the decision put in force at set-up.</summary>
public sealed record RulesFolder(string Path);

namespace NhiemSo.Platform.Papers;

/// <summary>A stretch of text in one style.</summary>
public sealed record PaperRun(string Text, bool Bold = false, bool Italic = false);

/// <summary>Text of one paragraph or cell, in runs.</summary>
public sealed record PaperText(IReadOnlyList<PaperRun> Runs)
{
    public static readonly PaperText Empty = new([]);

    public bool IsBlank => Runs.All(run => string.IsNullOrWhiteSpace(run.Text));

    public static implicit operator PaperText(string text) => new([new PaperRun(text)]);

    public static PaperText Bold(string text) => new([new PaperRun(text, Bold: true)]);

    public static PaperText Italic(string text) => new([new PaperRun(text, Italic: true)]);

    /// <summary>The same text with every run made bold and/or italic as well.</summary>
    public PaperText With(bool bold = false, bool italic = false) =>
        new([.. Runs.Select(run => run with { Bold = run.Bold || bold, Italic = run.Italic || italic })]);

    public PaperText Before(PaperText more) => new([.. Runs, .. more.Runs]);

    public override string ToString() => string.Concat(Runs.Select(run => run.Text));
}

using NhiemSo.Dossiers.Books;

namespace NhiemSo.Dossiers.Figures;

/// <summary>A form on a page.</summary>
/// <param name="Query">Of the period, for links to the dossiers behind its numbers; null: numbers that were closed lead nowhere, the dossiers went on.</param>
/// <param name="Live">The same form now, to show what changed since; null when the form is itself of now.</param>
internal sealed record FormView(FilledForm Filled, string? Query, FormTable? Live)
{
    /// <summary>Heads over the columns: those whose names begin alike ("Tiếp nhận: …") share one.</summary>
    public static IReadOnlyList<(string? Group, IReadOnlyList<FormColumn> Columns)> Heads(ReportForm form)
    {
        var heads = new List<(string? Group, IReadOnlyList<FormColumn> Columns)>();
        foreach (var column in form.Columns)
        {
            var group = column.Name.Split(": ") is [var first, _] ? first : null;
            if (group is not null && heads.Count > 0 && heads[^1].Group == group) heads[^1] = (group, [.. heads[^1].Columns, column]);
            else heads.Add((group, [column]));
        }

        return heads;
    }

    /// <summary>A column's name under its group's.</summary>
    public static string Short(FormColumn column) => column.Name.Split(": ")[^1];

    /// <summary>Figures that a number is the sum of; a sum of columns leads to the figure of all of them where there is one.</summary>
    public string? Href(FormRow row, int column) => Query is null || row.Name == FigureBooks.Other ? null : FigureOf(column) is { } figure
        ? $"/bao-cao/mot-cua/ho-so{(Query.Length == 0 ? "?" : Query + "&")}so={figure}{(row.IsTotal ? "" : $"&linhVuc={Uri.EscapeDataString(row.Name)}")}" : null;

    /// <summary>The difference of now to then, "+2" or "−1"; null without one.</summary>
    public string? Change(FormRow row, int column)
    {
        if (Live is null) return null;
        var now = row.IsTotal ? Live.Total : Live.Rows.FirstOrDefault(r => r.Name == row.Name);
        var difference = (now is null ? 0 : Live.At(now, column)) - Filled.Table.At(row, column);
        return difference == 0 ? null : difference > 0 ? $"+{difference}" : $"−{-difference}";
    }

    private string? FigureOf(int column)
    {
        var form = Filled.Table.Form.Columns[column - 1];
        if (form.Figure is { } word) return word;
        var parts = form.Sum.Select(n => Filled.Table.Form.Columns[n - 1].Figure).OfType<string>().Select(Figure.Of).ToList();
        var (came, stands) = (parts.SelectMany(p => p.In).ToHashSet(), parts.SelectMany(p => p.Out).ToHashSet());
        return Figure.All.FirstOrDefault(f => f is { Refused: false, Promised: false } && came.SetEquals(f.In) && stands.SetEquals(f.Out))?.Word;
    }
}

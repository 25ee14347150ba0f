using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Rules.Books;

namespace NhiemSo.Platform.Papers.Templates;

/// <summary>A form or document in force, waiting for its values.</summary>
public sealed class PaperTemplate
{
    public const string UncheckedNote = "Mẫu chưa đối chiếu với mẫu chính thức.";

    internal PaperTemplate(RuleBook book, bool @checked, IReadOnlyList<string> placeholders, Func<TemplateFilling, Paper> make)
    {
        (Code, Name, Checked, Placeholders, _make) = (book.Code, book.Name, @checked, placeholders, make);
    }

    private readonly Func<TemplateFilling, Paper> _make;

    public string Code { get; }

    public string Name { get; }

    /// <summary>False until someone with authority has laid it beside the official form; says so at the foot of the paper.</summary>
    public bool Checked { get; }

    /// <summary>Every value and list it asks for, optional ones too, in alphabetical order.</summary>
    public IReadOnlyList<string> Placeholders { get; }

    /// <summary>The paper with its values; fails naming each value that was not given.</summary>
    public Outcome<Paper> Fill(PaperValues values)
    {
        var filling = new TemplateFilling(values);
        var paper = _make(filling);
        if (filling.Missing.Count == 0) return Checked ? paper : paper with { Note = UncheckedNote };
        return Problem.Invalid(
            $"Chưa in được “{Name}”: còn thiếu {string.Join(", ", filling.Missing)}.",
            [.. filling.Missing.Select(name => new FieldFault(name, $"Thiếu giá trị “{name}” của mẫu “{Name}”."))]);
    }

    /// <summary>One template outside the rule library, as when it is edited on screen; <paramref name="file"/> is its path under <c>rules/</c>.</summary>
    /// <returns>Faults have "file:line" as their field.</returns>
    public static Outcome<PaperTemplate> Read(string yaml, string file)
    {
        var read = RuleCompiler.Compile([new RuleText(file, yaml)], [new PaperTemplateKind()]);
        foreach (var unknown in read.UnknownKinds)
            return Problem.Field($"{file}:{unknown.Place("kind").Line}", $"Tệp này thuộc loại '{unknown.Kind}', không phải mẫu giấy tờ.");
        if (read.Faults.Count == 0 && read.Books[0].Draft) return Problem.Field($"{file}:1", "Mẫu còn là bản nháp: bỏ draft trước khi dùng.");
        return read.Faults.Count == 0
            ? read.Library.At(read.Books[0].From).All<PaperTemplate>().Single()
            : Problem.Invalid("Mẫu giấy tờ có lỗi.", [.. read.Faults.Select(fault => new FieldFault($"{fault.File}:{fault.Line}", fault.Message))]);
    }
}

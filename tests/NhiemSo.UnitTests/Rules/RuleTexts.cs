using NhiemSo.Dossiers.Books;
using NhiemSo.Dossiers.Feedback;
using NhiemSo.Dossiers.Rating;
using NhiemSo.Platform.Notifications;
using NhiemSo.Platform.Papers.Templates;
using NhiemSo.Platform.Processes.Definitions;
using NhiemSo.Platform.Rules.Books;
using NhiemSo.Registers.Books;
using Shouldly;

namespace NhiemSo.UnitTests.Rules;

/// <summary>Small rule books for tests. Line numbers count from the book's first line.</summary>
internal static class RuleTexts
{
    public static readonly IReadOnlyList<IRuleKind> Kinds =
        [new LawHorizonKind(), new DocumentBookKind(), new ProcessKind(), new NoticeKind(), new RegisterKind(), new DossierCodeKind(), new ProcedureKind(), new PaperTemplateKind(), new ReportKind(), new SurveyKind(), new FeedbackKind(), new NhiemSo.Mandate.Reading.MandateKind()];

    public static RuleCompilation Compile(params RuleText[] texts) => RuleCompiler.Compile(texts, Kinds);

    public static RuleText NumberBook(string code = "so-a", string from = "2024-01-01", string to = "null", string more = "", string file = "") =>
        new(file.Length > 0 ? file : $"codes/{code}-{from}.yaml", $$"""
            kind: document-book
            code: {{code}}
            name: Sổ {{code}}
            effective: {from: {{from}}, to: {{to}}}
            pattern: "{number}/A"
            pad: 2
            restart: year
            {{more}}
            """);

    public static RuleText Law(string horizon = "2024-03-28") => new("law.yaml", $$"""
        kind: law-horizon
        code: luat
        name: Mốc
        effective: {from: 1900-01-01}
        horizon: {{horizon}}
        """);

    /// <summary>A process of two states; edit it to break it.</summary>
    public const string Process = """
        kind: process
        code: qt
        name: Quy trình thử
        effective: {from: 2024-01-01}
        states:
          - {id: mo, name: Mở, citizen: Đang xem, group: open}
          - {id: xong, name: Xong, citizen: Đã xong, group: done, terminal: true}
        clocks:
          - {id: han, name: Hạn, value: 5, unit: ngay-lam-viec, main: true, basis: Điều 1}
        steps:
          - {id: xem, name: Xem, owner: officer, share: 60}
          - {id: ky, name: Ký, owner: leader, share: 40}
        acts:
          - {id: nop, name: Nộp, from: [], to: mo, by: [applicant], clock: {han: start}, basis: Điều 1}
          - id: xong
            name: Xong
            from: [mo]
            to: xong
            by: [officer]
            relation: responsible
            clock: {han: stop}
            step: ky
            basis: Điều 2
        """;

    /// <summary>The one fault of <see cref="Process"/> after an edit.</summary>
    public static IReadOnlyList<RuleFault> ProcessFaults(string from, string to)
    {
        Process.ShouldContain(from);
        return Compile(new RuleText("processes/qt.yaml", Process.Replace(from, to, StringComparison.Ordinal))).Faults;
    }

    public static void ShouldBe(this IReadOnlyList<RuleFault> faults, int line, string words)
    {
        var fault = faults.ShouldHaveSingleItem();
        fault.Message.ShouldContain(words);
        fault.Line.ShouldBe(line);
    }
}

using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Processes.Definitions;
using NhiemSo.Platform.Rules.Books;
using Shouldly;
using Xunit;
using static NhiemSo.UnitTests.Rules.RuleTexts;

namespace NhiemSo.UnitTests.Rules;

public sealed class ProcessFaultTests
{
    [Fact]
    public void A_sound_process_compiles()
    {
        var result = Compile(new RuleText("processes/qt.yaml", Process));
        result.Faults.ShouldBeEmpty();
        var process = result.Library.At(new DateOnly(2024, 6, 1)).Get<ProcessDefinition>("qt");
        process.Openings.ShouldHaveSingleItem().To.ShouldBe("mo");
        process.ActsFrom("mo").ShouldHaveSingleItem().By.ShouldBe([Role.Officer]);
        process.Act("xong")!.Clocks.ShouldBe([new ClockMove("han", ClockAction.Stop)]);
    }

    [Theory]
    [InlineData("  - {id: xong, name: Xong, cit", "  - {id: le, name: Lẻ, citizen: Lẻ, group: done, terminal: true}\n  - {id: xong, name: Xong, cit", 7, "Không hành động nào dẫn đến trạng thái 'le'")]
    [InlineData(", terminal: true}", "}", 7, "Từ trạng thái 'xong' không đi tiếp được")]
    [InlineData("    from: [mo]", "    from: [mo, xong]", 7, "không được có hành động tiếp theo")]
    [InlineData("    from: [mo]", "    from: [mo, moo]", 17, "Không có trạng thái 'moo'. Có phải bạn muốn viết 'mo'?")]
    [InlineData("    clock: {han: stop}", "    clock: {hạn: stop}", 21, "Không có đồng hồ 'hạn'")]
    [InlineData("    clock: {han: stop}", "    clock: {han: stopp}", 21, "Có phải bạn muốn viết 'stop'?")]
    [InlineData("clock: {han: start}, ", "", 9, "Không hành động nào bắt đầu đồng hồ 'han'")]
    [InlineData("share: 40", "share: 30", 10, "cộng lại là 90, phải bằng 100")]
    [InlineData("    basis: Điều 2", "    basis:", 23, "Thiếu mục 'basis'")]
    [InlineData("    by: [officer]", "    by: [oficer, leader]", 19, "Có phải bạn muốn viết 'officer'?")]
    [InlineData("    relation: responsible\n", "", 15, "Thiếu mục 'relation'")]
    [InlineData("    step: ky", "    step: kyy", 22, "Không có bước 'kyy'")]
    [InlineData("    name: Xong", "    name: Xong…", 16, "khi hành động hỏi lý do")]
    [InlineData("    step: ky", "    step: ky\n    needs: [reason]", 16, "phải kết thúc bằng '…'")]
    [InlineData("    step: ky", "    step: ky\n    times: 0", 23, "Số lần phải từ 1")]
    [InlineData("    step: ky", "    step: ky\n    before_due: {value: 1, unit: ngay-lam-viec}", 23, "chỉ ghi bằng ngày")]
    [InlineData("    step: ky", "    step: ky\n    numbers: [so-x]", 23, "Chưa có sổ số 'so-x'")]
    [InlineData("group: open}", "group: open, status: 4}", 6, "Không có trạng thái công khai số 4")]
    [InlineData("value: 5, unit: ngay-lam-viec, ", "", 9, "Đồng hồ phải có thời hạn")]
    [InlineData("value: 5, unit", "value: 0, unit", 9, "Thời hạn phải lớn hơn 0")]
    [InlineData("value: 5, unit: ngay-lam-viec", "procedure: time_limits", 9, "Không có thời hạn 'time_limits'")]
    [InlineData("{id: ky, name: Ký", "{id: xem, name: Ký", 11, "Bước 'xem' bị lặp")]
    public void Each_fault_of_a_process_is_found_at_its_line(string good, string bad, int line, string words)
    {
        var faults = ProcessFaults(good, bad);
        faults.ShouldContain(f => f.Line == line && f.Message.Contains(words, StringComparison.Ordinal), string.Join('\n', faults));
    }

    [Fact]
    public void A_process_nobody_can_open_is_a_fault() =>
        ProcessFaults("from: [], to: mo", "from: [mo], to: mo").ShouldContain(f => f.Message.StartsWith("Chưa có hành động mở đầu", StringComparison.Ordinal));

    [Fact]
    public void A_move_of_running_matters_must_end_in_states_that_exist() =>
        ProcessFaults("acts:\n", "migrate: {states: {cu: moi}, clocks: keep, reason: Đổi mẫu, basis: Điều 9}\nacts:\n").ShouldBe(13, "Không có trạng thái 'moi'");

    [Fact]
    public void A_paper_that_no_template_makes_is_a_fault_once_templates_are_loaded()
    {
        var process = new RuleText("processes/qt.yaml", Process.Replace("    step: ky", "    step: ky\n    produces: [mau-99]", StringComparison.Ordinal));
        Compile(process).Faults.ShouldBeEmpty();
        var template = new RuleText("t.yaml", "kind: paper-template\ncode: mau-01\nname: Mẫu\neffective: {from: 2024-01-01}\n");
        RuleCompiler.Compile([process, template], [.. Kinds.Where(k => k.Kind != "paper-template"), new PaperTemplates()]).Faults.ShouldBe(23, "Chưa có mẫu giấy tờ 'mau-99'");
    }

    private sealed class PaperTemplates : IRuleKind
    {
        public string Kind => "paper-template";

        public string Folder => "";

        public object Compile(RuleBook book, YamlNodeReader content) => new Template(book.Code);

        private sealed record Template(string Code);
    }
}

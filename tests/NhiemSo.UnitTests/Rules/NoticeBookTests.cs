using NhiemSo.Platform.Notifications;
using NhiemSo.Platform.Papers.Templates;
using NhiemSo.Platform.Processes.Definitions;
using NhiemSo.Platform.Rules.Books;
using Shouldly;
using Xunit;

namespace NhiemSo.UnitTests.Rules;

public sealed class NoticeBookTests
{
    private const string Book = """
        kind: notices
        code: thu
        name: Thư
        effective: {from: 2024-01-01}
        opening:
          - {text: "Kính gửi: {{nguoi_nop}}"}
        closing:
          - {text: "{{co_quan}}"}
        notices:
          - id: tin
            subject: "Hồ sơ {{ma}}"
            sms: "Sở: hồ sơ {{ma_tra_cuu}}"
            body:
              - {line: "Lý do", value: "{{ly_do}}"}
              - {line: "Mã", value: "{{ma}}"}
              - {if: giay_to, text: "Còn thiếu:"}
              - {each: giay_to, text: "- {{ten}}"}
        """;

    [Fact]
    public void Lines_of_one_kind_stand_together_and_what_is_not_given_is_left_out()
    {
        var notice = Compile(Book).Library.At(new DateOnly(2024, 6, 1)).Get<NoticeBook>("thu").Notice("tin")!;
        notice.Placeholders.ShouldBe(["co_quan", "giay_to", "ly_do", "ma", "nguoi_nop", "ten"]);
        var values = new PaperValues().Set("nguoi_nop", "Bà Mai").Set("co_quan", "Sở").Set("ma", "07").Set("ly_do", "mờ").Set("giay_to", [new PaperValues().Set("ten", "Đơn"), new PaperValues().Set("ten", "Bản thảo")]);
        notice.Fill(values).ShouldBe(("Hồ sơ 07", "Kính gửi: Bà Mai\n\nLý do: mờ\nMã: 07\n\nCòn thiếu:\n\n- Đơn\n- Bản thảo\n\nSở\n"));
        notice.SmsPlaceholders.ShouldBe(["ma_tra_cuu"]);
        notice.FillSms(new PaperValues().Set("ma_tra_cuu", "07")).ShouldBe("Sở: hồ sơ 07");
        notice.Fill(new PaperValues().Set("ma", "07").Set("giay_to", [])).Text.ShouldBe("Kính gửi: \n\nMã: 07\n");
    }

    [Theory]
    [InlineData("{line: \"Mã\", value: \"{{ma}}\"}", "{space: 4}", 15, "Mỗi dòng của thư phải là 'text' hoặc 'line'")]
    [InlineData("{{ly_do}}", "{{Lý do}}", 14, "Chỗ điền phải viết {{tên}}")]
    [InlineData("Sở: hồ sơ", "Sở: hồ sơ hồ sơ hồ sơ hồ sơ hồ sơ hồ sơ hồ sơ hồ sơ hồ sơ hồ sơ hồ sơ hồ sơ hồ sơ hồ sơ hồ sơ hồ sơ hồ sơ hồ sơ hồ sơ hồ sơ hồ sơ hồ sơ hồ sơ hồ sơ hồ sơ hồ sơ hồ sơ hồ sơ", 12, "quá một tin")]
    [InlineData("subject: \"Hồ sơ {{ma}}\"", "subject:", 11, "Thiếu mục 'subject'")]
    public void Each_fault_is_found_at_its_line(string good, string bad, int line, string words) =>
        Compile(Book.Replace(good, bad, StringComparison.Ordinal)).Faults.ShouldContain(f => f.Line == line && f.Message.Contains(words, StringComparison.Ordinal));

    [Fact]
    public void A_process_names_a_notice_that_is_there()
    {
        var process = new RuleText("processes/qt.yaml", RuleTexts.Process.Replace("states:", "notices: thu\nstates:", StringComparison.Ordinal).Replace("    step: ky", "    step: ky\n    notice: tim", StringComparison.Ordinal));
        RuleTexts.Compile(process, new RuleText("notices/thu.yaml", Book)).Faults.ShouldBe(24, "không có thư 'tim'. Có phải bạn muốn viết 'tin'?");
    }

    [Fact]
    public void A_process_from_before_keeps_its_sentence_and_its_same_day_clock_without_a_limit()
    {
        var before = RuleTexts.Process.Replace("    step: ky", "    step: ky\n    notice: \"Bạn đã có kết quả.\"", StringComparison.Ordinal)
            .Replace("steps:", "  - {id: chuyen, name: Chuyển, same_day_until: \"15:00\", basis: Điều 1}\nsteps:", StringComparison.Ordinal)
            .Replace("clock: {han: start}", "clock: {han: start, chuyen: start}", StringComparison.Ordinal);
        var compiled = RuleTexts.Compile(new RuleText("processes/qt.yaml", before));
        compiled.Faults.ShouldBeEmpty();
        compiled.Library.At(new DateOnly(2024, 6, 1)).Get<ProcessDefinition>("qt").Notices.ShouldBeNull();
    }

    [Fact]
    public void Our_notices_ask_for_nothing_that_a_dossier_cannot_give()
    {
        var texts = RuleFolder.Read(OurBooksTests.Folder, new RuleFaults()).ToList();
        var broken = texts.ConvertAll(t => t.File.StartsWith("notices/", StringComparison.Ordinal) ? t with { Yaml = t.Yaml.Replace("{{hen_tra}}", "{{hen_tra_lai}}", StringComparison.Ordinal) } : t);
        RuleTexts.Compile([.. texts]).Faults.ShouldBeEmpty();
        RuleTexts.Compile([.. broken]).Faults.ShouldContain(f => f.Message.Contains("dùng giá trị 'hen_tra_lai' mà hồ sơ không có", StringComparison.Ordinal));
    }

    private static RuleCompilation Compile(string yaml) => RuleTexts.Compile(new RuleText("notices/thu.yaml", yaml));
}

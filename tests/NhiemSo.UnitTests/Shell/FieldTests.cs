using NhiemSo.Platform.Shell;
using NhiemSo.Platform.Shell.Components;
using Shouldly;
using Xunit;

namespace NhiemSo.UnitTests.Shell;

public sealed class FieldTests
{
    [Fact]
    public void A_field_ties_label_hint_and_fault_to_its_control_and_keeps_what_was_typed()
    {
        var view = Drawn.View(state: s =>
        {
            s.SetModelValue("Input.Copies", "năm trăm", "năm trăm");
            s.AddModelError("Input.Copies", "Số bản in: nhập một số từ 1 đến 100.000");
        });

        var body = Drawn.Html(new FieldTagHelper { Name = "Input.Copies", Value = "500", Kind = FieldKind.Number, Label = "Số bản in", Hint = "Tính mọi bản", View = view });

        var input = body.QuerySelector("input")!;
        input.GetAttribute("value").ShouldBe("năm trăm");
        input.GetAttribute("aria-invalid").ShouldBe("true");
        body.QuerySelector("label")!.GetAttribute("for").ShouldBe(input.Id);
        input.GetAttribute("aria-describedby")!.Split(' ').Select(id => body.QuerySelector("#" + id)!.TextContent)
            .ShouldBe(["Tính mọi bản", "Số bản in: nhập một số từ 1 đến 100.000"]);
    }

    [Fact]
    public void A_password_never_comes_back_to_the_page()
    {
        var view = Drawn.View(state: s => s.SetModelValue("Secret", "mở ra", "mở ra"));

        Drawn.Html(new FieldTagHelper { Name = "Secret", Kind = FieldKind.Password, Label = "Mật khẩu", View = view })
            .QuerySelector("input")!.HasAttribute("value").ShouldBeFalse();
    }

    [Fact]
    public void Radios_are_one_named_group_and_the_error_summary_leads_to_the_first()
    {
        var view = Drawn.View(state: s => s.AddModelError("Kind", "Chọn hình thức"));
        Choice[] choices = [new("a", "In trên giấy"), new("b", "Xuất bản điện tử")];

        var body = Drawn.Html(new FieldTagHelper { Name = "Kind", Value = "b", Kind = FieldKind.Radios, Label = "Hình thức", Choices = choices, View = view });
        var summary = Drawn.Html(new ErrorSummaryTagHelper { View = view });

        body.QuerySelector("fieldset > legend")!.TextContent.ShouldBe("Hình thức");
        body.QuerySelectorAll("input").Select(i => i.HasAttribute("checked")).ShouldBe([false, true]);
        body.QuerySelectorAll("label").Select(l => l.GetAttribute("for")).ShouldBe(body.QuerySelectorAll("input").Select(i => i.Id));
        body.QuerySelector(summary.QuerySelector("a")!.GetAttribute("href")!).ShouldBe(body.QuerySelector("input"));
    }

    [Fact]
    public void The_summary_tells_faults_in_the_order_of_the_page()
    {
        var view = Drawn.View(state: s =>
        {
            foreach (var key in new[] { "ten", "dia_chi", "an_pham" }) s.AddModelError(key, $"Nhập {key}");
        });
        view.ViewData.FaultOrder(["ten", "dia_chi", "an_pham"]);

        Drawn.Html(new ErrorSummaryTagHelper { View = view }).QuerySelectorAll("li").Select(l => l.TextContent).ShouldBe(["Nhập ten", "Nhập dia_chi", "Nhập an_pham"]);
    }

    [Fact]
    public void An_unticked_box_is_sent_too_and_a_ticked_one_comes_first()
    {
        var body = Drawn.Html(new FieldTagHelper { Name = "Agree", Value = "true", Kind = FieldKind.Checkbox, Label = "Tôi cam đoan", View = Drawn.View() });

        body.QuerySelectorAll("input").Select(i => i.GetAttribute("value")).ShouldBe(["true", "false"]);
    }

    [Fact]
    public void A_first_line_break_in_a_long_text_is_not_lost()
    {
        var view = Drawn.View(state: s => s.SetModelValue("Note", "\nDòng hai", "\nDòng hai"));

        Drawn.Html(new FieldTagHelper { Name = "Note", Kind = FieldKind.LongText, Label = "Ghi chú", View = view })
            .QuerySelector("textarea")!.TextContent.ShouldBe("\nDòng hai");
    }

    [Fact]
    public void What_people_type_cannot_become_markup()
    {
        var view = Drawn.View(state: s =>
        {
            s.SetModelValue("Name", "\"><script>", "\"><script>");
            s.AddModelError("Name", "<b>Sửa</b>");
        });

        var body = Drawn.Html(new FieldTagHelper { Name = "Name", Label = "Tên", View = view });

        body.QuerySelector("script, b").ShouldBeNull();
        body.QuerySelector("input")!.GetAttribute("value").ShouldBe("\"><script>");
    }

    [Fact]
    public void Dates_and_money_stand_in_their_controls_as_the_office_writes_them()
    {
        FieldText.Of(new DateOnly(2026, 11, 25), FieldKind.Date).ShouldBe(["25/11/2026"]);
        FieldText.Of(1_000_000L, FieldKind.Money).ShouldBe(["1.000.000"]);
        FieldText.Of(4.2m, FieldKind.Text).ShouldBe(["4,2"]);
        FieldText.Of(new[] { "a", "b" }, FieldKind.Checks).ShouldBe(["a", "b"]);
    }
}

using NhiemSo.Platform.Forms;
using Shouldly;
using Xunit;
using static NhiemSo.UnitTests.Rules.RuleTexts;

namespace NhiemSo.UnitTests.Rules;

public sealed class FieldFaultTests
{
    [Theory]
    [InlineData("{key: a, type: text, label: A, required: true}", null)]
    [InlineData("{key: A1, type: text, label: A}", "không đúng dạng khóa")]
    [InlineData("{key: a, type: txt, label: A}", "Có phải bạn muốn viết 'text'?")]
    [InlineData("{key: a, type: choice, label: A}", "phải có 'options'")]
    [InlineData("{key: a, type: text, label: A, options: [{value: x, label: X}]}", "Chỉ trường kiểu lựa chọn (choice) có 'options'")]
    [InlineData("{key: a, type: table, label: A}", "phải có 'columns'")]
    [InlineData("{key: a, type: table, label: A, columns: [{key: b, type: table, label: B, columns: [{key: c, type: text, label: C}]}]}", "Trong bảng không đặt bảng khác")]
    [InlineData("{key: a, type: register-ref, label: A}", "phải có 'register'")]
    [InlineData("{key: a, type: number, label: A, min: 5, max: 1}", "lớn hơn giá trị lớn nhất")]
    [InlineData("{key: a, type: text, label: A, pattern: fone}", "Có phải bạn muốn viết 'phone'?")]
    [InlineData("{key: a, type: number, label: A, pattern: phone}", "Chỉ trường chữ")]
    [InlineData("{key: a, type: date, label: A, not_after_today: true}", null)]
    [InlineData("{key: a, type: text, label: A, not_after_today: true}", "Chỉ trường ngày")]
    [InlineData("{key: a, type: person, label: A}", "phải ghi rõ personal")]
    [InlineData("{key: a, type: text, label: A, personal: true, public: true}", "không được công khai")]
    [InlineData("{key: a, type: text, label: A, messages: {requird: X}}", "Không có lời báo 'requird'")]
    [InlineData("{key: a, type: text, label: A, required: yes}", "phải là true hoặc false")]
    [InlineData("{key: a, type: text, label: A, requird: true}", "Có phải bạn muốn viết 'required'?")]
    public void A_field_is_checked(string field, string? words)
    {
        var faults = ProcessFaults("    step: ky", "    step: ky\n    fields:\n      - " + field);
        if (words is null) faults.ShouldBeEmpty();
        else faults.ShouldBe(24, words);
    }

    [Theory]
    [InlineData("phone", "0258 3562 000", true)]
    [InlineData("phone", "+84 905 123 456", true)]
    [InlineData("phone", "905123456", false)]
    [InlineData("phone", "0905abc123", false)]
    [InlineData("email", "an@so.gov.vn", true)]
    [InlineData("email", "an@so", false)]
    [InlineData("email", "a n@so.vn", false)]
    [InlineData("tax-code", "0100109106", true)]
    [InlineData("tax-code", "0100109106-001", true)]
    [InlineData("tax-code", "010010910", false)]
    [InlineData("personal-number", "056090001234", true)]
    [InlineData("personal-number", "05609000123", false)]
    public void A_pattern_catches_slips_of_the_pen(string pattern, string text, bool fits) =>
        (FieldPatterns.Fault(pattern, text) is null).ShouldBe(fits);
}

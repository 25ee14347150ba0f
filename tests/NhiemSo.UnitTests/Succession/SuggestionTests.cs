using NhiemSo.Mandate.Succession.Planning;
using Shouldly;
using Xunit;

namespace NhiemSo.UnitTests.Succession;

/// <summary>What is preset between two decisions, and what is left for a person to say.</summary>
public sealed class SuggestionTests
{
    private const string Boilerplate = "Tham mưu triển khai các nhiệm vụ khác theo chỉ đạo của lãnh đạo Sở.";

    private static readonly Guid PostOld = Guid.CreateVersion7(), PressOld = Guid.CreateVersion7(), PostNew = Guid.CreateVersion7(), PressNew = Guid.CreateVersion7();

    private static readonly PlanDuty
        Licence = Duty("1.a", "Cấp, thu hồi giấy phép bưu chính đối với các trường hợp cung ứng dịch vụ thư trong phạm vi nội tỉnh.", PostOld),
        Other = Duty("1.b", Boilerplate, PostOld),
        Deposit = Duty("2.a", "Quản lý báo chí lưu chiểu và tổ chức kiểm tra báo chí lưu chiểu tại địa phương.", PressOld),
        Guide = Duty("2.b", "Hướng dẫn việc thực hiện quảng cáo trên báo chí, trên môi trường mạng theo thẩm quyền.", PressOld),
        OtherToo = Duty("2.c", Boilerplate, PressOld);

    private static readonly PlanDuty
        LicenceNew = Duty("1.a", "CẤP, thu hồi giấy phép bưu chính đối với các trường hợp cung ứng dịch vụ thư trong phạm vi nội tỉnh", PostNew),
        OtherNew = Duty("1.b", Boilerplate, PostNew),
        DepositNew = Duty("2.a", "Quản lý báo chí lưu chiểu và tổ chức kiểm tra báo chí lưu chiểu tại địa phương.", PressNew),
        GuideNew = Duty("2.b", "Hướng dẫn, giám sát và kiểm tra việc thực hiện quảng cáo trên báo chí, trên môi trường mạng và trên xuất bản phẩm.", PressNew),
        OtherTooNew = Duty("2.c", Boilerplate, PressNew);

    private static readonly Suggestions Both = new([Licence, Other, Deposit, Guide, OtherToo], [LicenceNew, OtherNew, DepositNew, GuideNew, OtherTooNew]);

    [Fact]
    public void What_is_word_for_word_is_certain_whatever_the_case_and_the_stop() => (Both.Certain(Licence), Both.Certain(Deposit)).ShouldBe((LicenceNew, DepositNew));

    [Fact]
    public void Between_equals_the_unit_decides_that_took_over_the_rest() => (Both.Certain(Other), Both.Certain(OtherToo)).ShouldBe((OtherNew, OtherTooNew));

    [Fact]
    public void What_was_reworded_is_suggested_and_not_decided()
    {
        Both.Certain(Guide).ShouldBeNull();
        Both.For(Guide)[0].ShouldSatisfyAllConditions(c => c.Duty.ShouldBe(GuideNew), c => c.Words.ShouldBeOneOf("giống", "chưa chắc"));
    }

    [Fact]
    public void What_is_dropped_finds_nothing() =>
        new Suggestions([Licence], [DepositNew]).For(Licence).ShouldBeEmpty();

    private static PlanDuty Duty(string citation, string text, Guid unit) => new(Guid.CreateVersion7(), citation, text, unit);
}

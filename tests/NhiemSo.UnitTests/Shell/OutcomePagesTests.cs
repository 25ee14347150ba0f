using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Shell;
using Shouldly;
using Xunit;

namespace NhiemSo.UnitTests.Shell;

public sealed class OutcomePagesTests
{
    [Fact]
    public void Faults_of_fields_go_to_the_fields_and_the_page_answers_400()
    {
        var page = new SomePage();

        var answer = page.Answer(Problem.Field("Input.Copies", "Số bản in: nhập một số")).ShouldBeOfType<PageResult>();

        answer.StatusCode.ShouldBe(400);
        page.ModelState["Input.Copies"]!.Errors.ShouldHaveSingleItem().ErrorMessage.ShouldBe("Số bản in: nhập một số");
    }

    [Fact]
    public void The_order_of_the_problem_is_kept_for_the_summary()
    {
        var page = new SomePage();

        page.Answer(Problem.Invalid("Còn chỗ cần sửa.", new FieldFault("ten", "Nhập tên"), new FieldFault("dia_chi", "Nhập địa chỉ")));

        page.ViewData.FaultOrder().ShouldBe(["ten", "dia_chi"]);
    }

    [Fact]
    public void A_wrong_state_stays_on_the_page_with_409()
    {
        var page = new SomePage();

        page.Answer(Problem.WrongState("Đã ký.")).ShouldBeOfType<PageResult>().StatusCode.ShouldBe(409);

        page.ViewData.Problem()!.Message.ShouldBe("Đã ký.");
    }

    [Fact]
    public void What_may_not_be_seen_leaves_the_page()
    {
        var page = new SomePage();

        page.Answer(Problem.NotFound("Không có hồ sơ này.")).ShouldBeOfType<StatusCodeResult>().StatusCode.ShouldBe(404);

        OutcomePages.Left(page.HttpContext)!.Message.ShouldBe("Không có hồ sơ này.");
    }

    [Fact]
    public void Every_kind_of_problem_has_a_status_and_a_title()
    {
        foreach (var kind in Enum.GetValues<ProblemKind>())
        {
            var details = new Problem(kind, "Vì sao.", [new FieldFault("a", "sửa")]).ToProblemDetails();
            details.Status.ShouldNotBeNull().ShouldBeInRange(400, 429);
            details.Title.ShouldNotBeNullOrEmpty();
            details.Detail.ShouldBe("Vì sao.");
            details.Extensions["errors"].ShouldBeOfType<Dictionary<string, string[]>>()["a"].ShouldBe(["sửa"]);
        }
    }

    private sealed class SomePage : PageModel
    {
        public SomePage() => PageContext = new PageContext
        {
            HttpContext = new DefaultHttpContext(),
            ViewData = new ViewDataDictionary(new EmptyModelMetadataProvider(), new ModelStateDictionary()),
        };
    }
}

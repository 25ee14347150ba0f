using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Platform.Files;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Platform.Shell.Errors;

/// <summary>What the status says and what to do, without a word of the machine.</summary>
internal sealed record ErrorWords(string Title, string WhatToDo)
{
    public static ErrorWords Of(int code, bool staff) => code switch
    {
        400 => new("Không đọc được yêu cầu", "Trang này có thể đã mở quá lâu, hoặc dữ liệu gửi lên bị đứt giữa chừng. Quay lại, tải lại trang rồi gửi lần nữa."),
        403 => new("Bạn không có quyền xem nội dung này", staff
            ? "Nếu việc này thuộc nhiệm vụ của bạn, nhờ trưởng đơn vị phân công hoặc ủy quyền."
            : "Nếu đây là hồ sơ của bạn, tra cứu bằng mã hồ sơ in trên giấy hẹn và bốn số cuối điện thoại."),
        404 => new("Không tìm thấy trang này", staff
            ? "Địa chỉ có thể đã đổi, hoặc bạn không được xem nội dung này. Tìm bằng số hồ sơ, số văn bản hoặc tên ở ô tìm phía trên."
            : "Kiểm tra lại địa chỉ, hoặc bắt đầu từ trang chủ."),
        405 => new("Trang này không nhận yêu cầu đó", "Quay lại trang trước và làm lại từ nút trên trang."),
        409 => new("Chưa hoặc không còn làm được việc này", "Nội dung đã đổi trong lúc bạn xem. Mở lại để xem bản mới rồi quyết định."),
        413 => new("Nội dung gửi lên quá lớn", $"Mỗi tệp không quá {FileStore.DefaultLimit >> 20} MB. Quay lại trang trước, chọn tệp nhỏ hơn hoặc gửi ít tệp hơn mỗi lần; những gì đã lưu trước đó vẫn còn."),
        429 => new("Đã có quá nhiều lần thử", "Chờ vài phút rồi thử lại."),
        503 => new("Hệ thống đang bận hoặc đang bảo trì", "Chờ vài phút rồi tải lại trang. Những gì bạn đã gửi và nhận được mã vẫn còn."),
        >= 500 => new("Hệ thống gặp sự cố", "Việc bạn vừa làm chưa được ghi lại. Chờ một lát rồi thử lại; nếu vẫn lỗi, báo mã sự cố dưới đây cho bộ phận kỹ thuật."),
        _ => new("Chưa làm được yêu cầu này", "Quay lại trang trước và thử lại."),
    };
}

[AllowAnonymous, IgnoreAntiforgeryToken, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ErrorPageModel : PageModel
{
    public int Code { get; private set; }

    public ErrorWords Words { get; private set; } = null!;

    /// <summary>The sentence of the problem that led here, if there is one.</summary>
    public string? Said { get; private set; }

    public string Trace => Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;

    // Not in a handler: the page is run again with whatever method the failed request had.
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        Code = int.Parse((string)RouteData.Values["code"]!);
        Words = ErrorWords.Of(Code, User.IsStaff());
        Said = OutcomePages.Left(HttpContext)?.Message;
        if (HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is null && HttpContext.Features.Get<IExceptionHandlerFeature>() is null)
            Response.StatusCode = Code;
    }
}

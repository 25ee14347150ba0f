using Microsoft.Playwright;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.JourneyTests;

/// <summary>The form for non-commercial publications as the desk types it from paper, and what the officer does with it.</summary>
internal static class PaperForm
{
    public const string Officer = "Trần Thị Minh Hạnh";

    public static readonly FilePayload Scan = new() { Name = "ban-quet.pdf", MimeType = "application/pdf", Buffer = Citizen.Manuscript };

    /// <summary>As a Vietnamese form takes it.</summary>
    public static string Today => Pictures.Clock.Today().ToString("dd/MM/yyyy");

    public static Dictionary<string, string> Of(string applicant) => new(StringComparer.Ordinal)
    {
        ["ten_to_chuc_bang_tieng_viet"] = applicant, ["dia_chi_tru_so_chinh"] = "12 Trần Phú, Nha Trang", ["dien_thoai"] = "0905 123 482",
        ["ten_tai_lieu"] = "Kỹ thuật ươm giống rong nho", ["loai_tai_lieu_theo_dieu_12_nghi_dinh_195"] = "huong-dan", ["hinh_thuc_tai_lieu"] = "sach",
        ["so_trang_hoac_dung_luong_thoi_luong"] = "86 trang", ["ten_co_so_in"] = "Công ty TNHH In Bình Minh (minh họa)",
    };

    /// <summary>86 pages at 15.000 ₫ (Thông tư 214/2016/TT-BTC), and the draft put before the leader.</summary>
    public static async Task AppraiseAsync(IPage officer, string dossier)
    {
        await AnyProcedure.ActAsync(officer, dossier, "Ghi kết quả thẩm định", async p =>
        {
            await p.GetByLabel("Nội dung thẩm định").FillAsync("Đúng tôn chỉ, không thuộc điều cấm.");
            await p.GetByLabel("Số trang quy chuẩn").FillAsync("86");
        });
        await AnyProcedure.ActAsync(officer, dossier, "Trình ký dự thảo");
    }
}

using NhiemSo.HouseTests.Bed;

namespace NhiemSo.HouseTests.Web;

/// <summary>The line as people walk it, step by step over HTTP: from the citizen's form to the sealed licence.</summary>
public sealed class TheLine(Uri address)
{
    public TheLine(WebHouse house)
        : this(house.Address)
    {
    }

    public const string Procedure = "xuat-ban-cap-giay-phep-tai-lieu-khong-kinh-doanh";

    public static readonly IReadOnlyDictionary<string, string> Answers = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["nop-cho"] = "to-chuc", ["nguoi-nop.ten"] = "Phạm Văn Lộc", ["nguoi-nop.tu-cach"] = "Giám đốc", ["nguoi-nop.dien-thoai"] = "",
        ["ten_to_chuc_bang_tieng_viet"] = "Trung tâm Khuyến nông Ninh Hải (minh họa)", ["loai_giay_to_phap_ly"] = "quyet-dinh-thanh-lap",
        ["so_giay_to_phap_ly_ma_so_doanh_nghiep"] = "12/QĐ-UBND", ["ngay_cap_giay_to_phap_ly"] = "01/02/2020", ["co_quan_cap_giay_to_phap_ly"] = "UBND tỉnh Khánh Hòa",
        ["dia_chi_tru_so_chinh"] = "12 Trần Phú, Nha Trang", ["dien_thoai"] = "0905 123 482", ["thu_dien_tu"] = "khuyennong@ninhhai.example",
        ["ten_tai_lieu"] = "Kỹ thuật ươm giống rong nho", ["loai_tai_lieu_theo_dieu_12_nghi_dinh_195"] = "huong-dan", ["ngon_ngu_xuat_ban"] = "tiếng Việt",
        ["hinh_thuc_tai_lieu"] = "sach", ["so_trang_hoac_dung_luong_thoi_luong"] = "86 trang", ["khuon_kho_dinh_dang_cm"] = "14,5 x 20,5", ["so_luong_in_ban"] = "500",
        ["ten_co_so_in"] = "Công ty TNHH In Bình Minh (minh họa)", ["dia_chi_co_so_in"] = "5 Lê Lợi, Nha Trang", ["muc_dich_xuat_ban"] = "Phát cho học viên lớp tập huấn",
        ["pham_vi_phat_hanh"] = "Các xã ven biển tỉnh Khánh Hòa", ["noi_dung_tom_tat_cua_tai_lieu"] = "Hướng dẫn ươm giống rong nho.",
        ["cam_ket_chiu_trach_nhiem_ve_tinh_chinh_xac_hop_phap_cua_noi_"] = "dong-y", ["noi_lap_don"] = "Nha Trang", ["ngay_lap_don"] = "09/11/2026", ["nguoi_ky_don"] = "Phạm Văn Lộc",
    };

    /// <summary>Online, up to the acknowledgement; answers the citizen (still on that page) and the look-up code.</summary>
    /// <param name="other">Answers in place of the usual ones.</param>
    /// <param name="paper">The manuscript to upload; a sample unless given.</param>
    public async Task<(Visitor Citizen, string LookupCode)> SubmitAsync(IReadOnlyDictionary<string, string>? other = null, byte[]? paper = null)
    {
        var citizen = new Visitor(address);
        await ToReviewAsync(citizen, other, paper);
        await citizen.SubmitAsync(button: "Nộp hồ sơ");
        return (citizen, Visitor.Clean(citizen.Page.QuerySelector(".lookup-code")?.TextContent));
    }

    /// <summary>Every step filled in; answers the address of the review.</summary>
    public async Task<string> ToReviewAsync(Visitor citizen, IReadOnlyDictionary<string, string>? other = null, byte[]? paper = null)
    {
        await citizen.GetAsync("/thu-tuc/" + Procedure);
        await citizen.SubmitAsync(button: "Nộp trực tuyến");
        for (var step = 0; step < 9; step++)
        {
            var asked = citizen.Page.QuerySelectorAll("main [name]").Select(e => e.GetAttribute("name")!).ToHashSet(StringComparer.Ordinal);
            await citizen.SubmitAsync(Answers.Where(a => asked.Contains(a.Key)).ToDictionary(a => a.Key, a => other?.GetValueOrDefault(a.Key) ?? a.Value), "Tiếp tục");
        }

        await citizen.SubmitAsync(button: "Tiếp tục", file: ("giay-to.ban-thao", "ban-thao.pdf", paper ?? Samples.Pdf()));
        await citizen.SubmitAsync(new() { ["nhan-ket-qua"] = "online" }, "Tiếp tục");
        return citizen.Path;
    }

    /// <summary>The dossier's id, found by the desk in its list.</summary>
    public static async Task<Guid> FindAsync(Visitor staff, string code)
    {
        await staff.GetAsync("/mot-cua?loc=tat-ca&Q=" + Uri.EscapeDataString(code));
        var link = staff.Page.QuerySelectorAll("table a").Select(a => a.GetAttribute("href")!).First(h => h.StartsWith("/mot-cua/", StringComparison.Ordinal));
        return Guid.Parse(link["/mot-cua/".Length..]);
    }

    /// <summary>Opens the act's page and takes the act.</summary>
    public static async Task<Visitor> ActAsync(Visitor staff, Guid id, string act, Dictionary<string, string>? filled = null)
    {
        await staff.GetAsync($"/mot-cua/{id}/viec/{act}");
        if (staff.Status != System.Net.HttpStatusCode.OK) return staff;
        return await staff.SubmitAsync(filled);
    }

    public static Dictionary<string, string> AllPapers => new() { ["check-don-de-nghi"] = "1", ["check-ban-thao"] = "1" };

    /// <summary>Desk accepts and transfers, the unit's head assigns to Trần Thị Minh Hạnh.</summary>
    public async Task<Guid> ToOfficerAsync(string lookupCode)
    {
        using var desk = await Visitor.SignInAsync(address, "motcua");
        var id = await FindAsync(desk, lookupCode);
        await ActAsync(desk, id, "tiep-nhan", AllPapers);
        await ActAsync(desk, id, "chuyen");
        using var head = await Visitor.SignInAsync(address, "truongphong");
        await head.GetAsync($"/mot-cua/{id}/viec/phan-cong");
        var officer = head.Page.QuerySelectorAll("select[name=Officer] option").First(o => o.TextContent.Contains("Minh Hạnh", StringComparison.Ordinal)).GetAttribute("value")!;
        await head.SubmitAsync(new() { ["Officer"] = officer, ["Instruction"] = "Làm trong tuần" });
        return id;
    }

    /// <summary>From the officer to the leader's agreement; answers the document's address.</summary>
    public async Task<string> ToApprovedAsync(Guid id)
    {
        using var officer = await Visitor.SignInAsync(address, "chuyenvien");
        await ActAsync(officer, id, "tham-dinh", new() { ["noi_dung_tham_dinh"] = "Đúng tôn chỉ, không thuộc điều cấm.", ["so_trang_quy_chuan"] = "86" });
        await ActAsync(officer, id, "trinh-du-thao");
        using var leader = await Visitor.SignInAsync(address, "phogiamdoc");
        await ActAsync(leader, id, "ky-duyet");
        return leader.Path;
    }

    /// <summary>A draft or letter approved, signed by the deputy and sealed; answers the document's address.</summary>
    public async Task<string> IssueAsync(Guid id)
    {
        using var leader = await Visitor.SignInAsync(address, "phogiamdoc");
        var document = (await ActAsync(leader, id, "ky-duyet")).Path;
        await SignAsync(document);
        (await SealAsync(document)).Dispose();
        return document;
    }

    public async Task SignAsync(string document)
    {
        using var leader = await Visitor.SignInAsync(address, "phogiamdoc");
        await leader.GetAsync(document);
        await leader.SubmitAsync(new() { ["Pin"] = "minh-hoa-2026" });
    }

    public async Task<Visitor> SealAsync(string document)
    {
        var clerk = await Visitor.SignInAsync(address, "vanthu");
        await clerk.GetAsync(document);
        return await clerk.SubmitAsync(button: "Đóng dấu và phát hành");
    }
}

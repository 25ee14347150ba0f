namespace NhiemSo.Dossiers.National;

/// <summary>Examples of the API document; a test sends the first one as it stands.</summary>
internal static class NationalExamples
{
    public const string Request = """
        {
          "externalId": "000.00.00.G22-261110-000123",
          "procedure": "1.003868",
          "applicant": { "name": "Trung tâm Khuyến nông Ninh Hải (minh họa)", "phone": "0905 123 482", "email": "khuyennong@ninhhai.example", "address": "12 Trần Phú, Nha Trang", "taxCode": "12/QĐ-UBND" },
          "answers": {
            "loai_giay_to_phap_ly": "quyet-dinh-thanh-lap", "ngay_cap_giay_to_phap_ly": "2020-02-01", "co_quan_cap_giay_to_phap_ly": "UBND tỉnh Khánh Hòa",
            "ten_tai_lieu": "Kỹ thuật ươm giống rong nho", "loai_tai_lieu_theo_dieu_12_nghi_dinh_195": "huong-dan", "ngon_ngu_xuat_ban": "tiếng Việt", "hinh_thuc_tai_lieu": "sach",
            "so_trang_hoac_dung_luong_thoi_luong": "86 trang", "khuon_kho_dinh_dang_cm": "14,5 x 20,5", "so_luong_in_ban": "500", "ten_co_so_in": "Công ty TNHH In Bình Minh (minh họa)",
            "dia_chi_co_so_in": "5 Lê Lợi, Nha Trang", "muc_dich_xuat_ban": "Phát cho học viên lớp tập huấn", "pham_vi_phat_hanh": "Các xã ven biển tỉnh Khánh Hòa",
            "noi_dung_tom_tat_cua_tai_lieu": "Hướng dẫn ươm giống rong nho.", "cam_ket_chiu_trach_nhiem_ve_tinh_chinh_xac_hop_phap_cua_noi_": "dong-y",
            "noi_lap_don": "Nha Trang", "ngay_lap_don": "2026-11-09", "nguoi_ky_don": "Phạm Văn Lộc"
          },
          "returnBy": "online",
          "files": [ { "component": "ban-thao", "name": "ban-thao.pdf", "content": "JVBERi0xLjcKJSVFT0YK" } ]
        }
        """;

    public const string Answer = """
        {
          "externalId": "000.00.00.G22-261110-000123", "procedure": "xuat-ban-cap-giay-phep-tai-lieu-khong-kinh-doanh", "lookupCode": "261110-KD7M-4XQH", "dossierNumber": null,
          "submittedAt": "2026-11-10T09:12:00+07:00", "status": { "id": 1, "name": "Mới đăng ký" }, "appointment": null, "result": { "available": false, "verificationUrl": null }, "amountDue": null
        }
        """;

    public const string Changes = $$"""
        { "changes": [ { "cursor": 1, "at": "2026-11-10T09:12:00+07:00", "status": { "id": 1, "name": "Mới đăng ký" }, "appointment": null, "submission": {{Answer}} } ], "next": 1, "more": false }
        """;
}

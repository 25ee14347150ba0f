using NhiemSo.Documents;
using NhiemSo.Platform.Words;
using NhiemSo.Registers.Books;
using NhiemSo.Registers.Entries;
using NhiemSo.Registers.Model;

namespace NhiemSo.Registers.Verify;

/// <summary>The verdicts in words.</summary>
internal static class Verdicts
{
    /// <summary>The sign beside the words; colour alone must not tell.</summary>
    public static string Mark(Verdict verdict) => verdict.Tone switch { "ok" => "✓", "warn" => "!", _ => "✗" };

    public static Verdict Voided(DocumentFacts document) =>
        new("bad", "Số này đã hủy, không có giá trị", $"Số {document.Symbol} đã bị hủy trước khi phát hành. Văn bản mang số này không do Sở cấp.");

    public static Verdict Document(DocumentFacts document) => new("ok", $"{document.Type} thật, do Sở phát hành", "Chữ ký số trên bản lưu tại Sở còn nguyên vẹn.");

    public static Verdict StoredFileBroken(DocumentFacts document) =>
        new("bad", "Không kiểm tra được bản lưu", $"Chữ ký số trên bản lưu của {document.Symbol} không hợp lệ. Liên hệ Sở trước khi dùng văn bản này.");

    public static Verdict Entry(DocumentFacts document, RegisterSchema schema, RegisterEntry entry, DateOnly today)
    {
        var state = schema.State(entry.State);
        if (EntryTable.IsExpired(schema, entry, today)) return new("warn", $"{document.Type} thật, đã hết hạn", $"Hết hạn sau ngày {Wording.Date(entry.To!.Value)}.");
        return state is { InForce: true }
            ? new("ok", $"{document.Type} thật, còn hiệu lực", entry.To is { } last ? $"Đến hết ngày {Wording.Date(last)}." : "Chữ ký số trên bản lưu tại Sở còn nguyên vẹn.")
            : new("bad", state?.Public ?? "Không còn hiệu lực", "Văn bản do Sở cấp nhưng hiện không được dùng.");
    }

    /// <summary>The licence was amended, reissued or extended since: this paper was real and shows what no longer holds.</summary>
    public static Verdict Replaced(DocumentFacts document, DocumentFacts newer) =>
        new("warn", $"{document.Type} thật, đã có bản mới thay", $"Nội dung đang có hiệu lực ghi ở {newer.Type} số {newer.Symbol} ngày {Wording.Date(newer.Date)}.");

    /// <summary>A licence of before this system: the register says that there is one, nothing electronic shows that a paper is it.</summary>
    public static Verdict OnPaper(RegisterSchema schema, RegisterEntry entry, DateOnly today) =>
        new("warn", $"{entry.Number}: có trong sổ, bản giấy không kiểm tra được ở đây", $"Giấy phép cấp ngày {Wording.Date(entry.From)}, trước khi Sở dùng hệ thống này, nên không có bản điện tử, mã hay chữ ký số để đối chiếu. Sổ đang ghi: {EntryTable.StateName(schema, entry, today)}. So từng mục trên giấy với danh sách công khai; cần chắc chắn thì hỏi Sở.");

    private const string UseOurs = " Chỉ dùng tệp tải từ trang này hoặc nhận trực tiếp từ Sở.";

    /// <summary>A file shown for a document whose bytes it has not.</summary>
    /// <param name="check">Its signatures.</param>
    /// <param name="claims">Whether the address in the file is this document's; null when it names none.</param>
    public static Verdict Changed(DocumentCheck check, bool? claims) => claims switch
    {
        true => new("bad", "Tệp này đã bị sửa", Signs(check) + UseOurs),
        false => new("bad", "Tệp này là của văn bản khác", Signs(check) + " Kiểm tra nó ở trang Kiểm tra giấy phép."),
        _ => new("bad", "Tệp này đã bị sửa hoặc không phải bản đã cấp", Signs(check) + UseOurs),
    };

    /// <summary>A file that bears the address of a document and is not the issued one.</summary>
    public static Verdict Altered(DocumentFacts claimed, DocumentCheck check) =>
        new("bad", "Tệp này đã bị sửa", $"Tệp mang mã kiểm tra của {claimed.Type} số {claimed.Symbol} nhưng không phải bản đã cấp. {Signs(check)} Xem bản đúng ở trang kết quả.");

    /// <summary>A file that is none of the issued ones.</summary>
    public static Verdict Unknown(DocumentCheck check) => check.Verdict switch
    {
        FileVerdict.Broken => new("bad", "Tệp này đã bị sửa hoặc không phải bản đã cấp", Signs(check)),
        FileVerdict.Unreadable => new("bad", "Không đọc được tệp này", "Chọn tệp PDF đã được cấp; ảnh chụp hoặc bản in không kiểm tra được bằng tệp, hãy nhập mã in dưới mã QR."),
        FileVerdict.Unsigned => new("bad", "Tệp này không phải bản đã cấp", Signs(check) + " Nếu đây là bản quét của bản giấy, hãy nhập mã in dưới mã QR."),
        _ => new("warn", "Tệp này không có trong sổ của Sở", Signs(check) + " Chữ ký có thể của cơ quan khác; hãy kiểm tra tại cơ quan đó."),
    };

    /// <summary>What the signatures of a file say.</summary>
    public static string Signs(DocumentCheck check) => check.Verdict switch
    {
        FileVerdict.Valid => "Chữ ký số trong tệp hợp lệ.",
        FileVerdict.Untrusted => "Chữ ký số còn nguyên vẹn, nhưng chứng thư không thuộc tổ chức được Sở tin cậy.",
        FileVerdict.Broken => check.Signatures.Select(s => s.Fault).FirstOrDefault(f => f is not null) ?? "Chữ ký số không còn hợp lệ.",
        FileVerdict.Unsigned => "Tệp không có chữ ký số.",
        _ => "Tệp không phải PDF đọc được.",
    };
}

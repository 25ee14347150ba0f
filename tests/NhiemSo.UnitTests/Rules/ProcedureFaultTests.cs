using NhiemSo.Platform.Rules.Books;
using Shouldly;
using Xunit;

namespace NhiemSo.UnitTests.Rules;

/// <summary>Our own books, each broken in one place.</summary>
public sealed class ProcedureFaultTests
{
    private const string Procedure = "procedures/xuat-ban/cap-giay-phep-tai-lieu-khong-kinh-doanh.yaml";
    private const string Register = "registers/xuat-ban/giay-phep-xuat-ban-tai-lieu-khong-kinh-doanh.yaml";
    private const string DossierCode = "codes/ma-ho-so.yaml";

    [Theory]
    [InlineData(Procedure, "  value: 15\n", "  value: 20\n", "steps: #", "Thời gian các bước cộng lại là 15, phải bằng thời hạn 20")]
    [InlineData(Procedure, "  value: 15\n", "", "  unit: ngay\n", "Thời hạn phải có đủ value và unit")]
    [InlineData(Procedure, "quantity_field: so_phut_doc,", "quantity_field: so_phut,", "quantity_field: so_phut,", "Không có trường số 'so_phut'")]
    [InlineData(Procedure, "amount_vnd: 6000", "amount_vnd: -1", "amount_vnd: -1", "không được âm")]
    [InlineData(Procedure, "{code: phut-doc,", "{code: trang,", "  - {code: trang,", "'trang' bị lặp")]
    [InlineData(Procedure, "withdrawal_grounds: null\n", "", "kind: procedure", "chưa biết thì ghi 'withdrawal_grounds: null'")]
    [InlineData(Procedure, "  fees: {level: source-seen, source: DVCQG}\n", "", "confidence:", "Chưa ghi độ tin cậy của 'fees'")]
    [InlineData(Procedure, "channels: [truc-tiep, buu-chinh, truc-tuyen]", "channels: []", "channels:", "ít nhất một cách nộp")]
    [InlineData(Procedure, "duty: 4.3.2.a\n", "duty: 4.3.2.z\n", "duty: 4.3.2.z", "không giao nhiệm vụ '4.3.2.z'")]
    [InlineData(Procedure, "action: cap\n", "action: capp\n", "action: capp", "Có phải bạn muốn viết 'cap'?")]
    [InlineData(Procedure, "process: mot-cua-so-quyet-dinh", "process: mot-cua", "process: mot-cua", "Chưa có quy trình 'mot-cua'")]
    [InlineData("procedures/bao-chi/hop-bao-trong-nuoc.yaml", "process_above: thong-bao-trinh-ubnd", "process_above: mot-cua-trinh-ubnd", "process_above: mot-cua-trinh-ubnd", "phải có hành động tự chạy khi hết hạn")]
    [InlineData(Procedure, "{step: ky, value: 2}", "{step: kyy, value: 2}", "steps: #", "không có bước 'kyy'")]
    [InlineData(Procedure, "  book: so-giay-phep\n", "  book: so-gp\n", "  book: so-gp", "Chưa có sổ số 'so-gp'")]
    [InlineData(Procedure, "  book: so-giay-phep\n", "", "result:", "ghi sổ số ở result.book")]
    [InlineData(Procedure, "  register: giay-phep-xuat-ban", "  register: xuat-ban", "  register: xuat-ban", "Chưa có sổ đăng ký 'xuat-ban-tai-lieu-khong-kinh-doanh'")]
    [InlineData(Procedure, "    ten: ten_tai_lieu\n", "    tenn: ten_tai_lieu\n", "    tenn: ten_tai_lieu", "không có cột 'tenn'. Có phải bạn muốn viết 'ten'?")]
    [InlineData(Procedure, "    ten: ten_tai_lieu\n", "    ten: ten_tai_lieuu\n", "    ten: ten_tai_lieuu", "Có phải bạn muốn viết 'ten_tai_lieu'?")]
    [InlineData(Procedure, "    ten: ten_tai_lieu\n", "", "  entry:", "Cột bắt buộc 'ten'")]
    [InlineData(Register, "book: so-giay-phep", "book: so-gp", "key:", "Chưa có sổ số 'so-gp'")]
    [InlineData(Register, "{column: so_giay_phep,", "{column: so_gp,", "key:", "Cột số 'so_gp' phải có trong columns")]
    [InlineData(Register, "title_column: ten", "title_column: ten_goi", "title_column:", "Không có cột 'ten_goi'")]
    [InlineData(Register, ", initial: true", "", "states:\n", "Đúng một trạng thái phải ghi initial")]
    [InlineData(Register, "{id: thu-hoi,", "{id: het-han,", "{id: het-han,", "Trạng thái 'het-han' bị lặp")]
    [InlineData(DossierCode, "receiving_code: 000.00.23.H32", "receiving_code: 000.00.23.Z32", "receiving_code: 000.00.23.Z32", "phải có dạng 000.00.00.X00")]
    [InlineData(DossierCode, "digits: 4", "digits: 0", "digits: 0", "từ 1 đến 8")]
    public void Each_fault_is_found_at_its_line(string file, string good, string bad, string at, string words)
    {
        var books = RuleFolder.Read(OurBooksTests.Folder, new RuleFaults()).ToList();
        var index = books.FindIndex(b => b.File == file);
        books[index].Yaml.ShouldContain(good);
        var broken = books[index].Yaml.Replace(good, bad, StringComparison.Ordinal);
        books[index] = books[index] with { Yaml = broken };
        var line = broken[..broken.IndexOf(at, StringComparison.Ordinal)].Count(c => c == '\n') + 1;
        var faults = RuleTexts.Compile([.. books]).Faults;
        faults.ShouldContain(f => f.File == file && f.Line == line && f.Message.Contains(words, StringComparison.Ordinal), $"dòng {line}; có:\n{string.Join('\n', faults)}");
    }
}

using System.Text.RegularExpressions;
using NhiemSo.Dossiers.Books;
using NhiemSo.Mandate.Reading;
using NhiemSo.Platform.Forms;
using NhiemSo.Platform.Rules.Books;
using NhiemSo.Registers.Books;
using Shouldly;
using Xunit;

namespace NhiemSo.UnitTests.Rules;

/// <summary>What holds for all procedures and registers that come with the program, drafts too.</summary>
public sealed partial class OurProceduresTests
{
    private static readonly RuleCompilation Ours =
        RuleCompiler.Compile(RuleFolder.Read(OurBooksTests.Folder, new RuleFaults()), RuleTexts.Kinds);

    private static readonly List<(RuleBook Book, Procedure Rule)> Procedures = Of<Procedure>();
    private static readonly List<(RuleBook Book, RegisterSchema Rule)> Registers = Of<RegisterSchema>();

    [Fact]
    public void They_and_their_papers_have_no_faults()
    {
        Ours.Faults.ShouldBeEmpty();
        Procedures.ShouldNotBeEmpty();
        Procedures.ShouldAllBe(p => p.Rule.Result.Template != null || !p.Rule.NeedsLimit);
    }

    [Theory]
    [InlineData("10/11/2026", null)]
    [InlineData("11/11/2026", "Ngày lập đơn: ngày 11/11/2026 chưa tới")]
    [InlineData("31/02/2026", "Ngày lập đơn: không có ngày 31/02/2026")]
    [InlineData("hôm qua", "Ngày lập đơn: nhập ngày theo dạng")]
    public void The_day_of_an_application_is_a_day_and_does_not_lie_ahead(string typed, string? fault)
    {
        var day = Procedures.Single(p => p.Rule.Code == "xuat-ban-cap-giay-phep-tai-lieu-khong-kinh-doanh").Rule.Fields.Single(f => f.Key == "ngay_lap_don");
        var faults = FormInput.Read([day], new Dictionary<string, string> { [day.Key] = typed }, new DateOnly(2026, 11, 10)).Faults;
        if (fault is null) faults.ShouldBeEmpty();
        else faults.ShouldHaveSingleItem().Message.ShouldStartWith(fault);
    }

    [Fact]
    public void No_two_share_a_national_code() =>
        Repeated(Procedures.Select(p => p.Rule.NationalCode).OfType<string>()).ShouldBeEmpty();

    [Fact]
    public void No_two_are_looked_for_with_the_same_words() =>
        Repeated(Procedures.SelectMany(p => p.Rule.Everyday)).ShouldBeEmpty();

    [Fact]
    public void Each_procedure_and_register_comes_under_a_duty_of_the_decision()
    {
        var duties = Of<MandateRule>().Single().Rule.Duties;
        Procedures.Where(p => !duties.Contains(p.Rule.Duty)).Select(p => $"{p.Book.File}: {p.Rule.Duty}").ShouldBeEmpty();
        Registers.Where(r => !duties.Contains(r.Rule.Duty)).Select(r => $"{r.Book.File}: {r.Rule.Duty}").ShouldBeEmpty();
    }

    [Fact]
    public void Each_register_is_written_by_a_procedure_that_grants_and_is_as_much_in_force() =>
        Registers.Where(r => !Procedures.Exists(p => p.Rule.Result is { ActsOn: null } result && result.Register == r.Rule.Code && p.Book.Draft == r.Book.Draft))
            .Select(r => r.Book.File).ShouldBeEmpty();

    [Fact]
    public void What_enters_a_register_is_of_its_columns_kind()
    {
        foreach (var (procedure, field, column) in Entered())
        {
            var at = $"{procedure}: {field.Key} -> {column.Key}";
            Stored(field.Type).ShouldBe(Stored(column.Type), at);
            field.Options.Select(o => o.Value).ShouldBe(column.Options.Select(o => o.Value), at);
        }
    }

    [Fact]
    public void A_personal_answer_enters_no_column_that_isnt_personal() =>
        Entered().Where(e => e.Field.Personal && !e.Column.Personal).Select(e => $"{e.Procedure}: {e.Field.Key} -> {e.Column.Key}").ShouldBeEmpty();

    [Fact]
    public void What_tells_of_a_person_is_personal()
    {
        var fields = Procedures.SelectMany(p => p.Rule.Fields.Select(f => (p.Book.File, Field: f)))
            .Concat(Registers.SelectMany(r => r.Rule.Columns.Select(f => (r.Book.File, Field: f))));
        fields.Where(f => !f.Field.Personal && (f.Field.Type == FieldType.Person || OfAPerson().IsMatch(f.Field.Key)))
            .Select(f => $"{f.File}: {f.Field.Key}").ShouldBeEmpty();
    }

    [Fact]
    public void Nobody_needs_an_e_mail_address_to_apply() =>
        Procedures.SelectMany(p => p.Rule.Fields.Where(f => f is { Pattern: "email", Required: true }).Select(f => $"{p.Book.File}: {f.Key}")).ShouldBeEmpty();

    [Theory]
    [InlineData("4.3.5.b")] // checks game firms' technical conditions; says nothing of their notifications
    [InlineData("4.3.5.c")] // publishes lists of game points; grants no certificate
    public void What_no_clause_gives_the_department_stays_a_draft(string duty)
    {
        var without = Procedures.Where(p => p.Rule.Duty == duty).ToList();
        without.Count.ShouldBe(5);
        without.ShouldAllBe(p => p.Book.Draft && p.Book.Confidence.Any(c => c.Path == "duty" && c.Level != Confidence.SourceSeen));
        Registers.Where(r => r.Rule.Duty == duty).ShouldAllBe(r => r.Book.Draft);
    }

    [Fact]
    public void What_another_body_decides_brings_no_paper_of_ours_and_no_fee()
    {
        var passedOn = Procedures.Where(p => p.Rule.Action == ProcedureAction.Forward).ToList();
        passedOn.ShouldNotBeEmpty();
        passedOn.ShouldAllBe(p => p.Rule.Result.Template == null && p.Rule.Result.Register == null && p.Rule.Fees!.Count == 0 && p.Rule.Process == "mot-cua-chuyen-co-quan-khac");
        passedOn.ShouldAllBe(p => !p.Rule.IssuingAuthority.StartsWith("Sở", StringComparison.Ordinal));
    }

    [Fact]
    public void A_declared_colour_copier_stands_in_the_list_into_which_it_would_be_transferred()
    {
        Procedure Of(string code) => Procedures.Single(p => p.Rule.Code == code).Rule;
        var (declared, transferred) = (Of("in-khai-bao-may-photocopy-mau").Result, Of("in-chuyen-nhuong-may-photocopy-mau").Result);
        declared.Register.ShouldBe(transferred.Register);
        declared.Entry["so_may"].ShouldBe(transferred.Entry["so_may"]);
    }

    /// <summary>What each answer that goes into a register meets there.</summary>
    private static IEnumerable<(string Procedure, FieldDefinition Field, FieldDefinition Column)> Entered() =>
        from p in Procedures
        where p.Rule.Result.Register is not null
        let register = Registers.Single(r => r.Rule.Code == p.Rule.Result.Register).Rule
        from e in p.Rule.Result.Entry
        let field = p.Rule.Fields.FirstOrDefault(f => f.Key == e.Value)
        where field is not null
        select (p.Rule.Code, field, register.Column(e.Key)!);

    /// <summary>Text under any name is stored alike; the others only as themselves.</summary>
    private static FieldType Stored(FieldType type) =>
        type is FieldType.LongText or FieldType.Person or FieldType.Organisation or FieldType.Address ? FieldType.Text : type;

    private static List<(RuleBook Book, T Rule)> Of<T>()
        where T : class => [.. Ours.Books.Select(b => (b, Ours.Library.Version<T>(b.Hash)!)).Where(r => r.Item2 is not null)];

    private static IEnumerable<string> Repeated(IEnumerable<string> words) =>
        words.GroupBy(w => w, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => g.Key);

    /// <summary>Keys that tell of a person: names, birth, nationality, papers, home, own telephone and mail.</summary>
    [GeneratedRegex("(^|_)(ngay_sinh|quoc_tich|ho_ten|ho_va_ten|dinh_danh_ca_nhan|ho_chieu|tuy_than|thuong_tru)(_|$)|^nguoi_(ky|dai_dien|dung_dau|lien_he|phu_trach|quan_ly|chiu_trach_nhiem)|^(dien_thoai|thu_dien_tu)_.", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex OfAPerson();
}

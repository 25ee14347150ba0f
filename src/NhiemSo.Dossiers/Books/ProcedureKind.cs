using NhiemSo.Platform.Forms;
using NhiemSo.Platform.Processes.Definitions;
using NhiemSo.Platform.Rules.Books;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Dossiers.Books;

/// <summary><c>rules/procedures/</c>.</summary>
internal sealed class ProcedureKind : IRuleKind
{
    /// <summary>The books of the first databases had one form and one paper, and named neither.</summary>
    private static readonly ApplicantFields FirstBooks = new(["ten_to_chuc_bang_tieng_viet"], "dien_thoai", "thu_dien_tu", "dia_chi_tru_so_chinh", "so_giay_to_phap_ly_ma_so_doanh_nghiep");

    public const string Name = "procedure";

    public string Kind => Name;

    public string Folder => "procedures";

    public object Compile(RuleBook book, YamlNodeReader content)
    {
        var procedure = new Procedure(
            book.Code,
            book.Name,
            content.Text("national_code"),
            content.NeedCode("field"),
            content.Text("field_name"),
            content.NeedText("duty"),
            content.NeedWord("action", ProcedureWords.Actions),
            content.NeedCode("process"),
            content.NeedText("summary"),
            content.Text("legal_summary"),
            content.Texts("everyday"),
            [.. content.NeedItems("applicants").Select(a => new Applicant(a.NeedCode("code"), a.NeedText("label")))],
            content.Section("applicant_fields") is { } who ? Applicant(who) : FirstBooks,
            content.Texts("conditions"),
            [.. content.NeedItems("legal_basis").Select(l => new LegalBasis(l.NeedText("doc"), l.Texts("articles")))],
            [.. content.Items("components").Select(Component)],
            (int)(content.Whole("dossier_sets") ?? 1),
            content.Section("time_limit") is { } limit ? Limit(limit) : null,
            content.Section("supplement_notice_limit") is { } notice ? LimitReader.Read(notice) : null,
            content.HasValue("fees") ? [.. content.Items("fees").Select(Fee)] : null,
            content.NeedText("issuing_authority"),
            content.NeedText("receiving_unit"),
            Result(content.NeedSection("result")),
            content.Section("validity") is { } validity ? new Validity(LimitReader.Read(validity), validity.Text("rule")) : null,
            content.HasValue("withdrawal_grounds") ? content.Texts("withdrawal_grounds") : null,
            content.Words("channels", ProcedureWords.Channels),
            FieldReader.Groups(content, "groups"),
            FieldReader.Groups(content, "office_groups"),
            [.. content.Items("steps").Select(s => new StepTime(s.NeedCode("step"), s.Number("value") ?? 0))],
            content.Flag("silence_consents"),
            content.Code("process_above"),
            content.Flag("central"))
        { NoAuthorisation = content.Text("no_authorisation") };
        ProcedureChecks.Check(procedure, book, content);
        return procedure;
    }

    public void CrossCheck(RuleSet all, RuleFaults faults)
    {
        foreach (var procedure in all.All<Procedure>()) ProcedureChecks.CrossCheck(procedure, all.Book<Procedure>(procedure.Code)!, all, faults);
    }

    private static ApplicantFields Applicant(YamlNodeReader item) =>
        new(item.Texts("name"), item.NeedText("phone"), item.Text("email"), item.Text("address"), item.Text("tax_code"));

    private static Component Component(YamlNodeReader item) => new(
        item.NeedCode("code"),
        item.NeedText("name"),
        item.Text("form"),
        item.NeedWord("kind", ProcedureWords.ComponentKinds),
        (int)(item.Whole("count") ?? 1),
        item.Flag("required"),
        item.Text("when"),
        item.Text("help"));

    private static StatedLimit? Limit(YamlNodeReader item)
    {
        var limit = LimitReader.Read(item);
        if (!item.HasValue("value") && !item.HasValue("unit")) item.Fault("Thời hạn phải có value và unit; chưa biết thì để time_limit: null.");
        var (from, note, alternatives) = (item.NeedText("from"), item.Text("note"), item.Texts("alternatives"));
        return limit is null ? null : new StatedLimit(limit, from, note, alternatives);
    }

    private static Fee Fee(YamlNodeReader item)
    {
        var fee = new Fee(item.NeedCode("code"), item.NeedText("what"), item.Whole("amount_vnd"), item.Text("quantity_field"), item.Text("unit"), item.Text("when"), item.NeedText("legal_basis"));
        if (fee.AmountVnd < 0) item.Fault("amount_vnd", "Mức phí không được âm.");
        if (fee.QuantityField is null != fee.Unit is null) item.Fault("Phí theo số lượng phải có cả quantity_field và unit.");
        return fee;
    }

    private static ProcedureResult Result(YamlNodeReader item) => new(
        item.NeedCode("type"),
        item.Text("document_type") ?? "Giấy phép",
        item.NeedText("name"),
        item.Text("extra"),
        item.Code("template"),
        item.Code("book"),
        item.Code("register"),
        item.Section("acts_on") is { } acts ? new ActsOn(acts.NeedText("field"), acts.NeedWord("change", ProcedureWords.Changes), acts.Code("state"), acts.Text("state_field")) : null,
        item.Pairs("entry").ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal));
}

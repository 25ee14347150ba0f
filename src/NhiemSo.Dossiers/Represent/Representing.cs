using NhiemSo.Dossiers.Books;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Shell.Components;
using NhiemSo.Platform.Words;

namespace NhiemSo.Dossiers.Represent;

/// <summary>
/// For whom somebody hands in: themselves, an organisation, or another person by authorisation (Nghị định 61/2018/NĐ-CP, Điều 16).
/// Asked with the form, typed under keys of its own beside the form's.
/// </summary>
internal static class Representing
{
    public const string Key = "nop-cho", Self = "ban-than", Organisation = "to-chuc", ByAuthority = "uy-quyen";

    public const string Name = "nguoi-nop.ten", Standing = "nguoi-nop.tu-cach", PhoneKey = "nguoi-nop.dien-thoai";

    public static readonly IReadOnlyList<string> Keys = [Key, Name, Standing, PhoneKey];

    /// <summary>Needed as soon as somebody acts by authorisation, whatever the procedure asks for.</summary>
    public static readonly Component Paper = new(
        "giay-uy-quyen", "Giấy ủy quyền", null, ComponentKind.Original, 1, Required: true, When: null, Help: "Giấy ủy quyền hoặc hợp đồng ủy quyền ghi rõ ai ủy quyền, ai được ủy quyền, làm việc gì.");

    public static IReadOnlyList<Choice> Choices(Procedure procedure)
    {
        var own = procedure.Applicants.Where(IsPerson).ToList();
        var choices = new List<Choice>();
        if (own.Count > 0) choices.Add(new Choice(Self, own.Any(a => a.Code == "ho-kinh-doanh") ? "Cho bản thân hoặc hộ kinh doanh của mình" : "Cho bản thân"));
        if (own.Count < procedure.Applicants.Count) choices.Add(new Choice(Organisation, "Cho cơ quan, tổ chức, doanh nghiệp mình đứng đầu hoặc làm việc", "Ghi họ tên và chức vụ của người nộp."));
        if (procedure.NoAuthorisation is null) choices.Add(new Choice(ByAuthority, "Theo ủy quyền", "Ghi đủ ba mục dưới đây; giấy ủy quyền nộp cùng các giấy tờ khác."));
        return choices;
    }

    public static bool Authorised(IReadOnlyDictionary<string, string> typed) => typed.GetValueOrDefault(Key) == ByAuthority;

    /// <summary>The papers of the procedure, with that of the authorisation where there is one.</summary>
    public static IEnumerable<Component> Papers(Procedure procedure, IReadOnlyDictionary<string, string> typed) =>
        Authorised(typed) ? procedure.Components.Append(Paper) : procedure.Components;

    /// <param name="asked">Whether it must be answered; what is typed in by programs says nothing and is the applicant's own.</param>
    public static IReadOnlyList<FieldFault> Faults(Procedure procedure, IReadOnlyDictionary<string, string> typed, bool asked)
    {
        var answer = typed.GetValueOrDefault(Key) ?? "";
        if (answer.Length == 0 && !asked) return [];
        if (answer == ByAuthority && procedure.NoAuthorisation is { } basis) return [new(Key, $"Thủ tục này không nhận hồ sơ nộp theo ủy quyền ({basis}). Chọn cách khác.")];
        if (!Choices(procedure).Any(c => c.Value == answer)) return [new(Key, "Chọn nộp hồ sơ cho ai.")];
        var faults = new List<FieldFault>();
        if (answer == Self) return faults;
        if (Of(typed, Name) is null) faults.Add(new(Name, "Nhập họ và tên người nộp."));
        if (Of(typed, Standing) is null) faults.Add(new(Standing, answer == ByAuthority ? "Nhập quan hệ với người ủy quyền, ví dụ: người thân, luật sư." : "Nhập chức vụ của người nộp trong tổ chức."));
        if (Of(typed, PhoneKey) is { } phone)
        {
            if (Phone.Read(phone, PhoneKey) is { Ok: false } wrong) faults.AddRange(wrong.Problem.Fields);
        }
        else if (answer == ByAuthority)
        {
            faults.Add(new(PhoneKey, "Nhập điện thoại của người được ủy quyền: bốn số cuối dùng để tra cứu hồ sơ."));
        }

        return faults;
    }

    /// <summary>The row for a dossier; null when the applicant hands in in person. Call on what has no faults.</summary>
    public static Representation? RowOf(Guid dossierId, IReadOnlyDictionary<string, string> typed) => typed.GetValueOrDefault(Key) is not (Organisation or ByAuthority)
        ? null
        : new Representation { DossierId = dossierId, Authorised = Authorised(typed), Name = Of(typed, Name)!, Standing = Of(typed, Standing)! };

    /// <summary>The telephone of who hands in, where it isn't the applicant's own; null: the form's applies.</summary>
    public static string? ContactPhone(IReadOnlyDictionary<string, string> typed) =>
        typed.GetValueOrDefault(Key) is Organisation or ByAuthority && Of(typed, PhoneKey) is { } phone && Phone.Read(phone) is { Ok: true } read ? read.Value : null;

    /// <summary>"Phạm Văn Lộc, Giám đốc".</summary>
    public static string Words(Representation who) => $"{who.Name}, {who.Standing}";

    private static bool IsPerson(Applicant applicant) => applicant.Code.StartsWith("ca-nhan", StringComparison.Ordinal) || applicant.Code == "ho-kinh-doanh";

    private static string? Of(IReadOnlyDictionary<string, string> typed, string key) => typed.GetValueOrDefault(key)?.Trim() is { Length: > 0 } text ? text : null;
}

/// <summary>The questions as a page shows them.</summary>
internal sealed record WhoForm(string Label, IReadOnlyList<Choice> Choices, string? Chosen, IReadOnlyDictionary<string, string> Typed);

using System.ComponentModel;
using System.Text.Json.Serialization;

namespace NhiemSo.Dossiers.National;

/// <summary>A submission as a connected portal hands it over.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record SubmissionRequest
{
    [Description("The portal's own code of the submission (mã hồ sơ quốc gia): letters, digits, dots, dashes, at most 64. The same code with the same content is answered alike; with other content it is refused with 409.")]
    public string? ExternalId { get; init; }

    [Description("The procedure: its national code (e.g. 1.003868) or ours.")]
    public string? Procedure { get; init; }

    [Description("Who applies. Each part stands for the field of the form that asks for it; an answer under that field's key goes first.")]
    public ApplicantRequest? Applicant { get; init; }

    [Description("Answers by field key, as a person would type them: days as yyyy-MM-dd or dd/MM/yyyy, choices by their value.")]
    public IReadOnlyDictionary<string, string>? Answers { get; init; }

    [Description("How the result is to be handed over: online, desk or post.")]
    public string? ReturnBy { get; init; }

    [Description("Papers by component code: PDF, DOCX, JPG or PNG, each at most 20 MB; the whole request at most 40 MB.")]
    public IReadOnlyList<FileRequest>? Files { get; init; }
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ApplicantRequest
{
    public string? Name { get; init; }

    [Description("Vietnamese number; its last four digits open the status page together with the look-up code.")]
    public string? Phone { get; init; }

    public string? Email { get; init; }

    public string? Address { get; init; }

    public string? TaxCode { get; init; }
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record FileRequest
{
    [Description("Code of the component in the procedure.")]
    public string? Component { get; init; }

    public string? Name { get; init; }

    [Description("Base64.")]
    public string? Content { get; init; }
}

/// <summary>One of the ten public states of Thông tư 22/2019/TT-BTTTT, Phụ lục I.</summary>
internal sealed record StatusAnswer(int Id, string Name);

/// <param name="Available">The result is issued and can be fetched: its fee is paid or waived, or the desk handed it over before.</param>
/// <param name="VerificationUrl">Where anyone can check it; null when another body's paper is the result.</param>
internal sealed record ResultAnswer(bool Available, string? VerificationUrl);

/// <summary>Where a submission stands now.</summary>
/// <param name="LookupCode">With the last four digits of the phone it opens the public status page.</param>
/// <param name="DossierNumber">Mã hồ sơ; null until the desk has accepted it.</param>
/// <param name="Appointment">When the result was promised; null until then.</param>
/// <param name="AmountDue">With status 6, what the applicant has to pay before the result is released, in đồng; else null. The public status page says how.</param>
internal sealed record SubmissionAnswer(
    string ExternalId, string Procedure, string LookupCode, string? DossierNumber, DateTimeOffset SubmittedAt, StatusAnswer Status, DateTimeOffset? Appointment, ResultAnswer Result, long? AmountDue);

/// <summary>One change of status.</summary>
/// <param name="Cursor">Position of the change; the next call gives the last one as <c>after</c>.</param>
/// <param name="Submission">Where the submission stands now, which may be further than this change.</param>
internal sealed record ChangeAnswer(long Cursor, DateTimeOffset At, StatusAnswer Status, DateTimeOffset? Appointment, SubmissionAnswer Submission);

/// <param name="Next">Give it as <c>after</c> the next time, also when nothing was new.</param>
/// <param name="More">There is more than one page; ask at once.</param>
internal sealed record ChangesAnswer(IReadOnlyList<ChangeAnswer> Changes, long Next, bool More);

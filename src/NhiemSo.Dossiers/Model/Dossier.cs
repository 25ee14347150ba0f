namespace NhiemSo.Dossiers.Model;

/// <summary>How the applicant handed it in.</summary>
internal enum Channel
{
    Online,
    Desk,
    Post,

    /// <summary>Nobody handed it in: the department opened it.</summary>
    Office,
}

/// <summary>
/// A dossier (hồ sơ): the room's row beside the spine, same key. It begins as a submission with a look-up code;
/// at acceptance the desk gives it its dossier number and appointment.
/// </summary>
internal sealed class Dossier
{
    /// <summary>The matter's id.</summary>
    public required Guid Id { get; init; }

    public required string Procedure { get; set; }

    /// <summary>Hash of the procedure version it was filed under; it changes only with the procedure, after a wrong intake.</summary>
    public required string ProcedureVersion { get; set; }

    /// <summary>Shown to the applicant at submission; with the last four digits of the phone it opens the status page.</summary>
    public required string LookupCode { get; init; }

    public required Channel Channel { get; init; }

    /// <summary>Canonical JSON of the form.</summary>
    public required string Data { get; set; }

    public required string ApplicantName { get; set; }

    /// <summary>Personal data: masked in lists, each opening is logged.</summary>
    public required string Phone { get; set; }

    /// <summary>Last four digits, for the look-up.</summary>
    public required string PhoneLast4 { get; set; }

    public string? Email { get; set; }

    public string? Address { get; set; }

    /// <summary>How the result is to be handed over: <c>online</c>, <c>desk</c>, <c>post</c>.</summary>
    public required string ReturnBy { get; set; }

    public required DateTime SubmittedAt { get; init; }

    public DateTime? AcceptedAt { get; set; }

    /// <summary>First acceptance of a dossier whose procedure was changed: its limit is counted from there, unless the applicant had to complete it.</summary>
    public DateTime? CountFrom { get; set; }

    /// <summary>When the applicant was told to come back.</summary>
    public DateTime? Appointment { get; set; }

    /// <summary>Member of the desk who accepted it.</summary>
    public string? ReceiverName { get; set; }

    /// <summary>Findings of the appraisal, canonical JSON.</summary>
    public string? Appraisal { get; set; }

    /// <summary>The draft result: values for the template, canonical JSON.</summary>
    public string? Draft { get; set; }

    /// <summary><c>granted</c> or <c>refused</c>: what the draft leads to.</summary>
    public string? DraftOutcome { get; set; }

    /// <summary>Last remark with which the leader sent it back.</summary>
    public string? Remark { get; set; }

    /// <summary>What was asked for or why it was refused, shown to the applicant.</summary>
    public string? Request { get; set; }

    public Guid? ResultDocumentId { get; set; }

    /// <summary>File of the result when another body decided; null when the result is ours.</summary>
    public Guid? ReceivedFileId { get; set; }

    public DateTime? ReturnedAt { get; set; }

    public string? ReturnedTo { get; set; }

    /// <summary>How it was handed over in the end: <c>online</c>, <c>desk</c>, <c>post</c>.</summary>
    public string? ReturnedVia { get; set; }

    /// <summary>What the receiver showed at the desk, in words.</summary>
    public string? ReturnedShown { get; set; }

    public string? PostTracking { get; set; }

    /// <summary>Handed over to the post.</summary>
    public DateOnly? PostedOn { get; set; }

    /// <summary>The applicant's first download of the result.</summary>
    public DateTime? DownloadedAt { get; set; }
}

/// <summary>One required paper of a dossier and what the desk found of it.</summary>
internal sealed class DossierComponent
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid DossierId { get; init; }

    /// <summary>Code in the procedure's rule book.</summary>
    public required string Code { get; init; }

    public required string Name { get; init; }

    public required bool Required { get; init; }

    public Guid? FileId { get; set; }

    public int Order { get; init; }

    /// <summary>Null until the desk has looked at it.</summary>
    public bool? Accepted { get; set; }

    public string? Remark { get; set; }

    /// <summary>The desk made a file of the paper; null when the applicant sent the file or there is only the paper.</summary>
    public DateTime? ScannedAt { get; set; }

    public string? ScannedByName { get; set; }

    /// <summary>The file was held against the original.</summary>
    public DateTime? ComparedAt { get; set; }

    public string? ComparedByName { get; set; }

    /// <summary>The applicant has to bring it: found wanting, and either always needed or remarked upon.</summary>
    public bool IsAskedFor() => Accepted == false && (Required || Remark is not null);
}

/// <summary>A form printed for a dossier: mẫu 01, 02, 03 with its number and the file as handed out.</summary>
internal sealed class DossierForm
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid DossierId { get; init; }

    /// <summary>Template code, e.g. <c>mau-01</c>.</summary>
    public required string Template { get; init; }

    /// <summary>Values the template was filled with, canonical JSON: the same paper can be printed again.</summary>
    public required string Values { get; init; }

    public required DateTime At { get; init; }

    public required string ByName { get; init; }

    /// <summary>No longer valid: the dossier moved to another procedure.</summary>
    public DateTime? ReplacedAt { get; set; }
}

/// <summary>An application being written, saved at every step. Kept 30 days after the last step.</summary>
internal sealed class ApplicationDraft
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>SHA-256 of the token in the applicant's address; the token itself is not kept.</summary>
    public required string TokenHash { get; init; }

    public required string Procedure { get; init; }

    public required string ProcedureVersion { get; init; }

    /// <summary>Canonical JSON of what was typed so far, valid or not.</summary>
    public required string Data { get; set; }

    /// <summary>Uploaded files by component code: JSON object code -> file reference id.</summary>
    public required string Files { get; set; }

    public required DateTime UpdatedAt { get; set; }

    public int Version { get; set; }

    /// <summary>Set when it was handed in.</summary>
    public Guid? DossierId { get; set; }

    /// <summary>The applicant's account in which it was begun; null without one.</summary>
    public Guid? AccountId { get; set; }

    /// <summary>The token sealed for that account's list.</summary>
    public string? SealedToken { get; set; }
}

using NhiemSo.Dossiers.Model;
using NhiemSo.Platform.Forms;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Dossiers.Books;

/// <summary>One administrative procedure (thủ tục hành chính): what is asked, how long, how much, what comes out.</summary>
/// <param name="NationalCode">Code in the national database; null when not known or none was given.</param>
/// <param name="Field">Field of administration.</param>
/// <param name="Duty">Provision of the mandate; it decides the unit.</param>
/// <param name="Process">Code of the process its dossiers go through.</param>
/// <param name="Summary">For citizens.</param>
/// <param name="LegalSummary">As the law puts it.</param>
/// <param name="Everyday">Words by which people look for it.</param>
/// <param name="ApplicantFields">Which answers say who applies and how to reach them.</param>
/// <param name="TimeLimit">Null when not known: no dossier can be accepted, unless it <see cref="NeedsLimit"/> none.</param>
/// <param name="SilenceConsents">The law takes it for consent when the limit ends without an answer.</param>
/// <param name="Central">One of those most asked for: the demo department offers these.</param>
/// <param name="ProcessAbove">The process when the province decides and the department only proposes; null when the law leaves no such choice.</param>
/// <param name="SupplementNoticeLimit">Its own limit for asking for more; null: the process's applies.</param>
/// <param name="Fees">Empty: none is due. Null: not known.</param>
/// <param name="WithdrawalGrounds">Null when not known.</param>
/// <param name="Groups">The form, one group per page.</param>
/// <param name="OfficeGroups">What the office fills in itself.</param>
internal sealed record Procedure(
    string Code,
    string Name,
    string? NationalCode,
    string Field,
    string? FieldName,
    string Duty,
    ProcedureAction Action,
    string Process,
    string Summary,
    string? LegalSummary,
    IReadOnlyList<string> Everyday,
    IReadOnlyList<Applicant> Applicants,
    ApplicantFields ApplicantFields,
    IReadOnlyList<string> Conditions,
    IReadOnlyList<LegalBasis> LegalBasis,
    IReadOnlyList<Component> Components,
    int DossierSets,
    StatedLimit? TimeLimit,
    Limit? SupplementNoticeLimit,
    IReadOnlyList<Fee>? Fees,
    string IssuingAuthority,
    string ReceivingUnit,
    ProcedureResult Result,
    Validity? Validity,
    IReadOnlyList<string>? WithdrawalGrounds,
    IReadOnlyList<Channel> Channels,
    IReadOnlyList<FieldGroup> Groups,
    IReadOnlyList<FieldGroup> OfficeGroups,
    IReadOnlyList<StepTime> Steps,
    bool SilenceConsents,
    string? ProcessAbove,
    bool Central)
{
    /// <summary>Opened by the department itself (withdrawal, suspension): there is no way to hand it in.</summary>
    public bool OpenedByOffice => Action == ProcedureAction.Withdraw && Channels.Count == 0;

    /// <summary>The article by which nobody may hand it in for the applicant; null: authorised persons are taken, with their paper.</summary>
    public string? NoAuthorisation { get; init; }

    /// <summary>The law may set the department no limit for taking note of something or passing it on; a grant always has one.</summary>
    public bool NeedsLimit => Action is not (ProcedureAction.Notify or ProcedureAction.Withdraw or ProcedureAction.Forward);

    /// <summary>All fields, the applicant's and the office's.</summary>
    public IEnumerable<FieldDefinition> Fields => Groups.Concat(OfficeGroups).SelectMany(g => g.Fields);
}

internal enum ProcedureAction
{
    Grant,
    Reissue,
    Amend,
    Extend,
    Withdraw,
    Confirm,
    Notify,
    Register,

    /// <summary>Taken in and passed on: another body decides, under its own limit.</summary>
    Forward,
}

internal enum ComponentKind
{
    Original,
    Copy,
    CertifiedCopy,

    /// <summary>Bản sao hợp lệ: certified, or shown beside the original.</summary>
    ValidCopy,
}

internal sealed record Applicant(string Code, string Label);

/// <summary>Keys of the fields that name the applicant.</summary>
/// <param name="Name">The first of these that is answered.</param>
internal sealed record ApplicantFields(IReadOnlyList<string> Name, string Phone, string? Email, string? Address, string? TaxCode)
{
    public IEnumerable<string> All => [.. Name, Phone, .. new[] { Email, Address, TaxCode }.OfType<string>()];
}

internal sealed record LegalBasis(string Document, IReadOnlyList<string> Articles);

/// <param name="Form">Number of the official form; null when there is none.</param>
/// <param name="When">In which case it is needed; null: always.</param>
internal sealed record Component(
    string Code, string Name, string? Form, ComponentKind Kind, int Count, bool Required, string? When, string? Help);

/// <param name="From">From which event, in words.</param>
/// <param name="Alternatives">Other lengths that sources give, in words.</param>
internal sealed record StatedLimit(Limit Limit, string From, string? Note, IReadOnlyList<string> Alternatives);

/// <param name="AmountVnd">Đồng, for each unit when <paramref name="QuantityField"/> is set; null: due, but the amount isn't known.</param>
/// <param name="When">In which case it is due; null: always.</param>
/// <param name="QuantityField">Number field that says how many units; null for a fixed fee.</param>
internal sealed record Fee(string Code, string What, long? AmountVnd, string? QuantityField, string? Unit, string? When, string LegalBasis);

/// <param name="DocumentType">What the paper calls itself: Giấy phép, Giấy xác nhận, Công văn.</param>
/// <param name="ActsOn">The licence that the result changes; null: the result stands for itself.</param>
/// <param name="Register">Register that keeps the result; null when none does.</param>
/// <param name="Entry">Register column to where its value comes from: a field's key, or one of <see cref="EntrySources"/>.</param>
internal sealed record ProcedureResult(
    string Type, string DocumentType, string Name, string? Extra, string? Template, string? Book, string? Register, ActsOn? ActsOn, IReadOnlyDictionary<string, string> Entry)
{
    /// <summary>Values that come from the act of issuing.</summary>
    public static readonly IReadOnlyList<string> EntrySources = ["$number", "$issued_on", "$issuer", "$applicant", "$dossier_code"];
}

/// <summary>What becomes of a licence that exists.</summary>
internal enum LicenceChange
{
    Amend,
    Reissue,
    Extend,

    /// <summary>Ends it, suspends it or lets it go on: the entry goes into another state.</summary>
    Withdraw,
}

/// <param name="Field">Field that holds the number of the licence, as it stands in the register.</param>
/// <param name="State">State of the register into which a <see cref="LicenceChange.Withdraw"/> puts it.</param>
/// <param name="StateField">Instead: the choice field whose values are states of the register.</param>
internal sealed record ActsOn(string Field, LicenceChange Change, string? State, string? StateField);

/// <param name="Length">Null when the rule says it in words only.</param>
internal sealed record Validity(Limit? Length, string? Rule);

/// <param name="Step">Step of the process.</param>
/// <param name="Value">In the unit of the time limit.</param>
internal sealed record StepTime(string Step, decimal Value);

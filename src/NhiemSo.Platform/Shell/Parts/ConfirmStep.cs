namespace NhiemSo.Platform.Shell.Parts;

/// <summary>A page that asks once more before what cannot be undone; it names the thing.</summary>
/// <param name="Question">"Thu hồi giấy phép 41/GP-STTTT?"</param>
/// <param name="Explain">What follows from it.</param>
/// <param name="Act">The words on the button: "Thu hồi giấy phép".</param>
/// <param name="BackHref">Where "Không, quay lại" leads.</param>
/// <param name="Hidden">Values sent along: name and value.</param>
/// <param name="ReasonName">Name of the reason's input, when a reason is asked for.</param>
public sealed record ConfirmStep(
    string Question,
    string Explain,
    string Act,
    string BackHref,
    IReadOnlyDictionary<string, string>? Hidden = null,
    string? ReasonName = null,
    string ReasonLabel = "Lý do",
    bool Danger = true);

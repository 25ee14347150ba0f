namespace NhiemSo.Platform.Outcomes;

/// <summary>Why an act could not be done. Each kind has one HTTP status and one way to be shown on a page.</summary>
public enum ProblemKind
{
    /// <summary>What was typed is not acceptable: 400, shown at the fields.</summary>
    Invalid,

    /// <summary>It does not exist, or does not exist for this reader: 404.</summary>
    NotFound,

    /// <summary>The reader may see it but may not do this: 403.</summary>
    Forbidden,

    /// <summary>The matter is not in a state that allows this act: 409.</summary>
    WrongState,

    /// <summary>Somebody else changed it meanwhile: 409, both versions are shown.</summary>
    Conflict,

    /// <summary>Too many tries: 429.</summary>
    TooMany,
}

/// <summary>One fault of one field; <paramref name="Field"/> is the input's name, empty for the whole form.</summary>
public sealed record FieldFault(string Field, string Message);

/// <summary>An expected failure, in words for the person who reads it.</summary>
/// <param name="Kind">Decides status and presentation.</param>
/// <param name="Message">A Vietnamese sentence that says what to do.</param>
/// <param name="Fields">Faults of single fields, for <see cref="ProblemKind.Invalid"/>.</param>
public sealed record Problem(ProblemKind Kind, string Message, IReadOnlyList<FieldFault> Fields)
{
    public static Problem Invalid(string message, params FieldFault[] fields) => new(ProblemKind.Invalid, message, fields);

    public static Problem Field(string field, string message) => new(ProblemKind.Invalid, message, [new FieldFault(field, message)]);

    public static Problem NotFound(string message = "Không tìm thấy nội dung này, hoặc bạn không được xem.") => new(ProblemKind.NotFound, message, []);

    public static Problem Forbidden(string message = "Bạn không có quyền làm việc này.") => new(ProblemKind.Forbidden, message, []);

    public static Problem WrongState(string message) => new(ProblemKind.WrongState, message, []);

    public static Problem Conflict(string message = "Có người vừa sửa nội dung này. Xem bản mới rồi quyết định lại.") => new(ProblemKind.Conflict, message, []);

    public static Problem TooMany(string message) => new(ProblemKind.TooMany, message, []);
}

namespace NhiemSo.Platform.WorkingTime;

/// <summary>One fault of a rule book, with the place where it stands.</summary>
/// <param name="Line">Counted from 1; 0 when the fault is of the whole file.</param>
/// <param name="Message">A Vietnamese sentence for the jurist who keeps the book.</param>
public sealed record BookFault(string File, int Line, string Message)
{
    public override string ToString() => Line > 0 ? $"{File}, dòng {Line}: {Message}" : $"{File}: {Message}";
}

/// <summary>What reading a book gave: the book, or all of its faults.</summary>
public sealed record BookReading<T>(T? Book, IReadOnlyList<BookFault> Faults)
    where T : class
{
    public bool Ok => Book is not null;
}

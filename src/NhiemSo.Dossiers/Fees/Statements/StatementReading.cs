namespace NhiemSo.Dossiers.Fees.Statements;

/// <summary>Money that came in, as a row of the statement says it.</summary>
/// <param name="Row">In the file, from 1.</param>
/// <param name="BankId">The bank's own number of the transaction; null when the statement gives none.</param>
internal sealed record StatementRow(int Row, DateOnly Day, long Amount, string Content, string? BankId);

/// <param name="Unreadable">Rows with money in them that could not be read, in words.</param>
internal sealed record StatementReading(IReadOnlyList<StatementRow> Rows, IReadOnlyList<string> Unreadable);

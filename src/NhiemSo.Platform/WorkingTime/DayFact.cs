namespace NhiemSo.Platform.WorkingTime;

/// <summary>What the calendar says of one day.</summary>
/// <param name="Reason">Why it is a day off, or for which day it is worked; empty on an ordinary working day. Vietnamese.</param>
/// <param name="Basis">The article or notice; empty on an ordinary working day.</param>
/// <param name="Provisional">The year's calendar is not final, or there is none.</param>
/// <param name="Confirmed">False when the day rests on a notice that was not seen ("cần đối chiếu").</param>
public sealed record DayFact(DateOnly Date, bool IsWorking, string Reason, string Basis, bool Provisional, bool Confirmed);

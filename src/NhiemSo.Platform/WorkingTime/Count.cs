namespace NhiemSo.Platform.WorkingTime;

/// <summary>One count in progress: what it counts by, and the explanation it writes. Times are local.</summary>
/// <param name="Pauses">Ended pauses only, local times, in order.</param>
internal sealed record Count(Limit Limit, DateTime From, WorkingCalendar Calendar, ClockSettings Settings, IReadOnlyList<StandStill> Pauses)
{
    public List<CountedDay> Days { get; } = [];

    public LawBook Law { get; } = Calendar.Law(DateOnly.FromDateTime(From));

    public void Counts(DateOnly day, decimal n, string reason, string basis) => Days.Add(new(day, true, n, reason, basis));

    public void Skips(DateOnly day, string reason, string basis) => Days.Add(new(day, false, null, reason, basis));

    public void SkipsPaused(DateOnly day, StandStill pause) => Skips(day, $"tạm dừng: {pause.Reason}", Law.Pause.Basis);

    public static DateTime EndOf(DateOnly day) => day.ToDateTime(new TimeOnly(23, 59, 59));

    public static string Join(string basis, string more) => more.Length == 0 ? basis : $"{basis}; {more}";
}

/// <summary>A pause in local time. In days it stands still from the day after its first day to its last.</summary>
internal sealed record StandStill(DateTime From, DateTime To, string Reason)
{
    public bool Covers(DateOnly day) => DateOnly.FromDateTime(From) < day && day <= DateOnly.FromDateTime(To);
}

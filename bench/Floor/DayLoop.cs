namespace NhiemSo.Floor;

/// <summary>Working days counted with a set of days off, and nothing explained.</summary>
public static class DayLoop
{
    public static DateOnly After(DateOnly day, int workingDays, IReadOnlySet<DateOnly> off)
    {
        while (workingDays > 0)
        {
            day = day.AddDays(1);
            if (!off.Contains(day)) workingDays--;
        }

        return day;
    }
}

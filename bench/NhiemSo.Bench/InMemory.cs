using NhiemSo.Floor;
using NhiemSo.Mandate.Reading;
using NhiemSo.Platform.Papers;
using NhiemSo.Platform.Papers.Templates;
using NhiemSo.Platform.WorkingTime;
using NhiemSo.Platform.Words;

namespace NhiemSo.Bench;

/// <summary>Pairs that need no database.</summary>
internal static class InMemory
{
    private const string Name = "Trung tâm Khuyến nông huyện Ninh Hải, tỉnh Khánh Hòa: Kỹ thuật ươm giống rong nho (QĐ 12/2024/QĐ-UBND)";
    private static readonly string Rules = CalendarFolder.FindRules() ?? throw new InvalidOperationException("Start it inside the repository: no rules folder found.");

    public static Pair Fold() => Pair.Of("fold", "the fold of search against decompose, drop marks, lower case; 100 characters", () => PlainFold.Text(Name), () => Platform.Words.Fold.Text(Name));

    public static Pair Clock()
    {
        var calendar = CalendarFolder.Load(Rules).Book!;
        var limit = Limit.Parse("15 ngày làm việc").Value!;
        var from = Vietnam.Utc(new DateOnly(2026, 4, 22), new TimeOnly(9, 0));
        var days = Enumerable.Range(0, 365).Select(n => new DateOnly(2026, 1, 1).AddDays(n));
        var off = days.Where(d => !calendar.IsWorking(d)).ToHashSet();
        if (DayLoop.After(new DateOnly(2026, 4, 22), 15, off) != Vietnam.Day(StatutoryClock.Count(limit, from, calendar, ClockSettings.Default).Due))
            throw new InvalidOperationException("The loop and the clock disagree: they don't do the same work.");
        return Pair.Of("clock", "15 working days with each day explained against a loop over a set of days off",
            () => DayLoop.After(new DateOnly(2026, 4, 22), 15, off), () => StatutoryClock.Count(limit, from, calendar, ClockSettings.Default));
    }

    public static Pair Licence()
    {
        const string file = "templates/giay-phep-xuat-ban-tai-lieu-khong-kinh-doanh.yaml";
        var template = PaperTemplate.Read(File.ReadAllText(Path.Combine(Rules, file)), file).Value!;
        var values = new PaperValues();
        foreach (var name in template.Placeholders) values.Set(name, $"giá trị của {name.Replace('_', ' ')}");
        var lines = template.Placeholders.Select(n => $"{n}: {values.Text(n)}").Take(40).ToList();
        var at = new DateTime(2026, 11, 24, 2, 0, 0, DateTimeKind.Utc);
        return Pair.Of("licence", "the licence as PDF/A with layout, QR code and fields against a page of as many lines in one embedded font",
            () => PlainPdf.Write(lines, PaperFonts.Face(bold: false, italic: false)), () => PaperPdf.Render(template.Fill(values).Value!, Stream.Null, at));
    }

    /// <summary>A decision of 300 pages against ten times one of 30: reading must not grow faster than what is read.</summary>
    public static Pair Read()
    {
        var lines = File.ReadAllLines(Path.Combine(Rules, "../tests/NhiemSo.HouseTests/Mandate/qd-99-2026.txt"));
        var (first, last) = (Array.FindIndex(lines, l => l.StartsWith("Điều 1.", StringComparison.Ordinal)), Array.FindIndex(lines, l => l.StartsWith("Điều 2.", StringComparison.Ordinal)));
        var (shorter, longer) = (Pages(30), Pages(300));
        return Pair.Of("read", "a decision of 300 pages against ten of 30, the same lines", () =>
        {
            for (var i = 0; i < 10; i++) Parse(shorter);
        }, () => Parse(longer)) with
        { Most = 1.3 };

        byte[] Pages(int pages)
        {
            const int BytesOfPage = 2600;
            var times = 1 + (pages * BytesOfPage / lines[first..last].Sum(l => System.Text.Encoding.UTF8.GetByteCount(l) + 1));
            return System.Text.Encoding.UTF8.GetBytes(string.Join('\n', [.. lines[..first], .. Enumerable.Repeat(lines[first..last], times).SelectMany(l => l), .. lines[last..]]));
        }

        static void Parse(byte[] text)
        {
            var read = DecisionReader.Read(text, "qd.txt");
            if (!read.Ok) throw new InvalidOperationException(read.Problem.Message);
        }
    }
}

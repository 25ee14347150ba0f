using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Dossiers.Procedures;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Dossiers.Portal;

/// <summary>The public front page: one question, three doors, the procedures.</summary>
[AllowAnonymous]
internal sealed class HomeModel(Catalogue catalogue, RuleShelf rules, OfficeCalendar calendar, TimeProvider time) : PageModel
{
    public IReadOnlyList<OfferedProcedure> Procedures { get; private set; } = [];

    public IReadOnlyList<string> Examples { get; private set; } = [];

    public string Desk { get; private set; } = "";

    public string Hours { get; private set; } = "";

    public bool HoursConfirmed { get; private set; }

    public void OnGet()
    {
        var today = time.Today();
        Procedures = catalogue.ForApplicants(today);
        Examples = [.. Procedures.Where(p => p.Online).GroupBy(p => p.Procedure.FieldName ?? p.Procedure.Field).SelectMany(g => g.First().Procedure.Everyday.Take(1)).Take(4)];
        Desk = rules.Today.All<OfficeRule>() is [var office, ..] ? office.Desk : "Bộ phận Một cửa";
        var day = calendar.Calendar.IsWorking(today) ? today : calendar.Calendar.NextWorkingDay(today);
        HoursConfirmed = calendar.Calendar.Hours(day).Confirmed;
        Hours = string.Join(", ", calendar.Calendar.Sessions(day).Select(s => $"{s.From:HH:mm} – {s.To:HH:mm}")) + " các ngày làm việc";
    }
}

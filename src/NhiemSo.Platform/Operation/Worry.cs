using NhiemSo.Platform.Shell.Components;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Platform.Operation;

/// <summary>Something the operator has to see to, worst first.</summary>
internal sealed record Worry(NoticeKind Kind, string Text)
{
    private static readonly TimeSpan BackupAge = TimeSpan.FromHours(48), CheckpointAge = TimeSpan.FromHours(26), Waited = TimeSpan.FromMinutes(10), Renew = TimeSpan.FromDays(45);

    public static IReadOnlyList<Worry> Of(OperationPageModel page, DateTime now)
    {
        var found = new List<Worry>();
        if (!page.RunnerAlive) found.Add(new(NoticeKind.Bad, "Bộ phận chạy việc nền của máy này đã dừng. Khởi động lại dịch vụ."));
        if (page.Queue.Dead > 0) found.Add(new(NoticeKind.Bad, $"{OperationWords.Count(page.Queue.Dead)} việc nền đã dừng hẳn. Sửa nguyên nhân rồi cho chạy lại."));
        if (page.Queue.OldestDue is { } due && now - due > Waited) found.Add(new(NoticeKind.Warn, $"Có việc nền đến giờ từ {OperationWords.Instant(due)} mà chưa chạy."));
        if (page.Disk is var (free, all) && free < all / 10) found.Add(new(NoticeKind.Bad, $"Ổ đĩa của thư mục dữ liệu chỉ còn {OperationWords.Size(free)} trên {OperationWords.Size(all)}."));
        foreach (var c in page.Certificates.Where(c => c.Until < now + Renew))
            found.Add(c.Until < now ? new(NoticeKind.Bad, $"{c.Use}: chứng thư {c.Subject} đã hết hạn.") : new(NoticeKind.Warn, $"{c.Use}: chứng thư {c.Subject} hết hạn ngày {Vietnam.Local(c.Until):dd/MM/yyyy}. Xin cấp lại."));
        if (page.Backup is not { } backup) found.Add(new(NoticeKind.Warn, "Chưa có bản sao lưu nào được làm từ thư mục dữ liệu này. Chạy nhiemso backup."));
        else if (now - backup.At > BackupAge) found.Add(new(NoticeKind.Warn, $"Bản sao lưu gần nhất làm từ {OperationWords.Ago(now - backup.At)} trước."));
        if (page.Checkpoint is { } mark && (!mark.Signed || now - mark.At > CheckpointAge)) found.Add(new(NoticeKind.Warn, "Nhật ký chưa được chốt trong ngày qua. Xem việc “Chốt nhật ký” hoặc chạy nhiemso audit checkpoint."));
        return [.. found.OrderBy(w => w.Kind == NoticeKind.Bad ? 0 : 1)];
    }
}

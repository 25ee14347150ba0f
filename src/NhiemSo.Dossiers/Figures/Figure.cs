namespace NhiemSo.Dossiers.Figures;

/// <summary>How a dossier came into a period.</summary>
internal enum Came
{
    /// <summary>Accepted before it, and still open when it began.</summary>
    CarriedOver,
    Online,
    Desk,
    Post,

    /// <summary>Not accepted at all.</summary>
    NotAccepted,
}

/// <summary>How it stands at the end of the period.</summary>
internal enum Stands
{
    Early,
    OnTime,
    Late,
    Withdrawn,
    Stopped,
    NotAccepted,
    OpenInTime,

    /// <summary>Open and waiting for the applicant: in time.</summary>
    OpenWaiting,
    OpenLate,
}

/// <summary>
/// One figure of the one-stop work: the dossiers that came so and stand so. What the figure counts and what its list shows are both read
/// from here, so that they can't differ.
/// </summary>
/// <param name="Word">In addresses and in report books.</param>
/// <param name="Name">Column or row heading.</param>
/// <param name="Long">Heading of its list.</param>
/// <param name="Refused">Only what was decided by a refusal.</param>
/// <param name="Promised">Only what is late by the law's limit but within the new day promised with an apology.</param>
internal sealed record Figure(string Word, string Name, string Long, IReadOnlyList<Came> In, IReadOnlyList<Stands> Out, bool Refused = false, bool Promised = false)
{
    private static readonly Came[] Taken = [Came.CarriedOver, Came.Online, Came.Desk, Came.Post];

    private static readonly Stands[] Any = Enum.GetValues<Stands>(), Finished = [Stands.Early, Stands.OnTime, Stands.Late], Open = [Stands.OpenInTime, Stands.OpenWaiting, Stands.OpenLate];

    public static readonly IReadOnlyList<Figure> All =
    [
        new("tiep-nhan", "Tổng số", "Hồ sơ tiếp nhận trong kỳ và từ kỳ trước chuyển sang", Taken, Any),
        new("trong-ky", "Tiếp nhận trong kỳ", "Hồ sơ tiếp nhận trong kỳ", [Came.Online, Came.Desk, Came.Post], Any),
        new("truc-tuyen", "Trực tuyến", "Hồ sơ nộp trực tuyến, tiếp nhận trong kỳ", [Came.Online], Any),
        new("truc-tiep", "Trực tiếp", "Hồ sơ nộp trực tiếp, tiếp nhận trong kỳ", [Came.Desk], Any),
        new("buu-chinh", "Qua bưu chính", "Hồ sơ nộp qua bưu chính, tiếp nhận trong kỳ", [Came.Post], Any),
        new("truc-tiep-buu-chinh", "Trực tiếp, bưu chính", "Hồ sơ nộp trực tiếp và qua bưu chính, tiếp nhận trong kỳ", [Came.Desk, Came.Post], Any),
        new("tu-ky-truoc", "Từ kỳ trước", "Hồ sơ từ kỳ trước chuyển sang", [Came.CarriedOver], Any),
        new("da-giai-quyet", "Tổng số", "Hồ sơ đã giải quyết trong kỳ", Taken, Finished),
        new("truoc-han", "Trước hạn", "Hồ sơ giải quyết trước hạn", Taken, [Stands.Early]),
        new("dung-han", "Đúng hạn", "Hồ sơ giải quyết đúng hạn", Taken, [Stands.OnTime]),
        new("qua-han", "Quá hạn", "Hồ sơ giải quyết quá hạn", Taken, [Stands.Late]),
        new("qua-han-da-hen-lai", "Quá hạn nhưng trong ngày đã hẹn lại", "Hồ sơ giải quyết quá hạn, trong ngày đã xin lỗi và hẹn lại", Taken, [Stands.Late], Promised: true),
        new("tu-choi", "Từ chối giải quyết", "Hồ sơ có kết quả là từ chối giải quyết", Taken, Finished, Refused: true),
        new("dang-giai-quyet", "Tổng số", "Hồ sơ đang giải quyết cuối kỳ", Taken, Open),
        new("trong-han", "Trong hạn", "Hồ sơ đang giải quyết trong hạn, kể cả chờ bổ sung", Taken, [Stands.OpenInTime, Stands.OpenWaiting]),
        new("cho-bo-sung", "Chờ bổ sung", "Hồ sơ đang chờ người nộp bổ sung", Taken, [Stands.OpenWaiting]),
        new("dang-qua-han", "Quá hạn", "Hồ sơ đang giải quyết đã quá hạn", Taken, [Stands.OpenLate]),
        new("dang-qua-han-da-hen-lai", "Quá hạn nhưng chưa tới ngày đã hẹn lại", "Hồ sơ đang giải quyết quá hạn, chưa tới ngày đã xin lỗi và hẹn lại", Taken, [Stands.OpenLate], Promised: true),
        new("rut", "Người nộp rút", "Hồ sơ người nộp rút trong kỳ", Taken, [Stands.Withdrawn]),
        new("dung", "Dừng xử lý", "Hồ sơ dừng xử lý trong kỳ", Taken, [Stands.Stopped]),
        new("rut-dung", "Rút, dừng", "Hồ sơ rút hoặc dừng xử lý trong kỳ", Taken, [Stands.Withdrawn, Stands.Stopped]),
        new("khong-tiep-nhan", "Không tiếp nhận", "Hồ sơ không được tiếp nhận trong kỳ", [Came.NotAccepted], [Stands.NotAccepted]),
    ];

    public static Figure? Find(string? word) => All.FirstOrDefault(f => f.Word == word);

    public static Figure Of(string word) => Find(word) ?? throw new KeyNotFoundException($"No figure '{word}'.");

    public bool Counts(Bucket bucket) => In.Contains(bucket.Came) && Out.Contains(bucket.Stands) && (!Refused || bucket.Refused) && (!Promised || bucket.Promised);

    public IQueryable<Placed> Of(IQueryable<Placed> dossiers)
    {
        var (came, stands) = (In, Out);
        var found = dossiers.Where(p => came.Contains(p.Came) && stands.Contains(p.Stands));
        if (Refused) found = found.Where(p => p.Refused);
        return Promised ? found.Where(p => p.Promised) : found;
    }
}

/// <summary>Dossiers of one procedure that came and stand alike.</summary>
internal sealed record Bucket(string Procedure, Came Came, Stands Stands, bool Refused, bool Promised, int Count);

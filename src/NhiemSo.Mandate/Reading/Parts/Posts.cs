namespace NhiemSo.Mandate.Reading.Parts;

/// <summary>The posts whose holders decide and sign.</summary>
internal static class Posts
{
    private static readonly string[] Heads =
    [
        "BỘ TRƯỞNG, CHỦ NHIỆM", "BỘ TRƯỞNG", "THỨ TRƯỞNG", "GIÁM ĐỐC", "CHỦ TỊCH", "CHỦ NHIỆM", "THỦ TƯỚNG", "CHI CỤC TRƯỞNG", "CỤC TRƯỞNG", "VỤ TRƯỞNG", "VIỆN TRƯỞNG", "HIỆU TRƯỞNG",
        "TRƯỞNG BAN", "TRƯỞNG PHÒNG", "TRẠM TRƯỞNG", "HẠT TRƯỞNG", "ĐỘI TRƯỞNG", "CHÁNH VĂN PHÒNG", "CHÁNH THANH TRA", "CHÁNH ÁN", "THANH TRA", "THỐNG ĐỐC", "BÍ THƯ", "BIÊN TẬP", "KIỂM TOÁN NHÀ NƯỚC", "THƯ KÝ",
    ];

    /// <summary>Heads that are posts only with "TỔNG" before them: "TỔNG THANH TRA".</summary>
    private static readonly string[] OnlyGeneral = ["THANH TRA", "BIÊN TẬP", "KIỂM TOÁN NHÀ NƯỚC", "THƯ KÝ"];

    /// <summary>"Q." is who holds the post for the time being.</summary>
    private static readonly string[] Ranks = ["Q. ", "Q.", "QUYỀN ", "PHÓ ", "TỔNG "];

    /// <summary>How many characters of the text name a post, however written; 0 when it starts with none.</summary>
    public static int Length(string text)
    {
        var at = 0;
        var general = false;
        for (var rank = Rank(text, at); rank is not null; rank = Rank(text, at))
        {
            at += rank.Length;
            general |= rank == "TỔNG ";
        }

        var head = Array.Find(Heads, h => string.Compare(text, at, h, 0, h.Length, StringComparison.OrdinalIgnoreCase) == 0);
        if (head is null || (!general && OnlyGeneral.Contains(head))) return 0;
        var end = at + head.Length;
        return end == text.Length || text[end] is ' ' or ',' ? end : 0;
    }

    private static string? Rank(string text, int at) => Array.Find(Ranks, r => string.Compare(text, at, r, 0, r.Length, StringComparison.OrdinalIgnoreCase) == 0);
}

namespace NhiemSo.Mandate.Reading.Parts;

/// <summary>The kind of document that stands alone on a line above the title.</summary>
internal static class Heading
{
    private static readonly string[] Types =
    [
        "Quyết định", "Thông tư liên tịch", "Thông tư", "Nghị định", "Nghị quyết", "Chỉ thị", "Quy định", "Quy chế", "Điều lệ", "Pháp lệnh", "Luật",
    ];

    /// <summary>Words with which a title begins beside the type: "QUYẾT ĐỊNH Về việc ...".</summary>
    private static readonly string[] TitleOpeners = ["về ", "v/v", "ban hành ", "quy định ", "bãi bỏ ", "phê duyệt ", "hướng dẫn "];

    public static bool IsType(string text) => TypeOf(text) is not null;

    /// <summary>The type in sentence case when the line says nothing else.</summary>
    public static string? TypeOf(string text)
    {
        var bare = text.TrimEnd(':', '.', ' ');

        // Older decisions print "QUYẾT ĐỊNH CỦA ỦY BAN NHÂN DÂN TỈNH X" as their heading.
        var of = bare.IndexOf(" CỦA ", StringComparison.Ordinal);
        if (of > 0 && !bare.Any(char.IsLower)) bare = bare[..of];
        bare = bare.Replace("QUI ", "QUY ", StringComparison.Ordinal);
        return Array.Find(Types, t => t.Equals(bare, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The type also when its title stands on the same line.</summary>
    public static string? TypeAbove(string text) => TypeOf(text) ?? (TitleBeside(text) is { } title ? TypeOf(text[..^title.Length]) : null);

    /// <summary>"Về việc ..." of the line "QUYẾT ĐỊNH Về việc ...".</summary>
    public static string? TitleBeside(string text)
    {
        var type = Array.Find(Types, t => text.StartsWith(t.ToUpperInvariant() + ' ', StringComparison.Ordinal));
        var title = type is null ? "" : text[(type.Length + 1)..];
        return Array.Exists(TitleOpeners, o => title.StartsWith(o, StringComparison.OrdinalIgnoreCase)) ? title : null;
    }

    /// <summary>"Nghị định số 24/2014/NĐ-CP ...": a sentence about a document, not the rest of a title.</summary>
    public static bool NamesDocument(string text) => Array.Exists(Types, t => text.StartsWith(t + " số ", StringComparison.Ordinal));
}

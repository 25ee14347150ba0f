namespace NhiemSo.Mandate.Reading.Parts;

/// <summary>The kind of document that stands alone on a line above the title.</summary>
internal static class Heading
{
    private static readonly string[] Types =
    [
        "Quyết định", "Thông tư liên tịch", "Thông tư", "Nghị định", "Nghị quyết", "Chỉ thị", "Quy định", "Quy chế", "Điều lệ", "Pháp lệnh", "Luật",
    ];

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
}

using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Platform.Files;

/// <summary>What a file is by its content, and whether its name says the same.</summary>
internal static class Inspection
{
    /// <param name="accepted">What the place that asks takes; the refusal names it.</param>
    public static async Task<Outcome<FileType>> OfAsync(Stream content, string name, IReadOnlyList<FileType> accepted, CancellationToken ct)
    {
        var start = new byte[16];
        content.Position = 0;
        var read = await content.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, ct);
        content.Position = 0;
        var type = FileType.ByFirstBytes(start.AsSpan(0, read));
        if (type == FileType.Zip)
        {
            var look = await Archives.InspectAsync(content, ct);
            if (look.Refusal is not null) return Problem.Field("", $"Tệp “{name}”: {look.Refusal}");
            type = look.Type;
        }
        else if (type is null && FileType.IsOldOffice(start.AsSpan(0, read)))
        {
            return Problem.Field("", $"Tệp “{name}” là tệp Office kiểu cũ hoặc có mật khẩu. Hãy lưu lại thành DOCX, XLSX hoặc PDF, không đặt mật khẩu.");
        }
        else if (type is null && await FileType.IsTextAsync(content, ct))
        {
            type = FileType.Text;
        }

        if (type is null || !accepted.Contains(type))
            return Problem.Field("", $"Không nhận loại tệp của “{name}”, xét theo nội dung. Nơi này nhận: {string.Join(", ", accepted.Select(t => t.Name))}.");
        var ending = Path.GetExtension(name).ToLowerInvariant();
        if (!type.Endings.Contains(ending))
            return Problem.Field("", $"Tệp “{name}” có nội dung là {type.Name} nhưng tên {(ending.Length == 0 ? "không có đuôi" : $"có đuôi {ending}")}. Hãy đặt lại đuôi {type.Endings[0]} nếu đúng là tệp đó, hoặc chọn tệp khác.");
        return type;
    }
}

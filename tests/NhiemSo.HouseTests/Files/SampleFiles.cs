using System.IO.Compression;
using System.Text;

namespace NhiemSo.HouseTests.Files;

/// <summary>Small files of each kind, made here.</summary>
internal static class SampleFiles
{
    public static byte[] Pdf => Encoding.ASCII.GetBytes("%PDF-1.7\n%%EOF\n");

    public static byte[] Png => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0];

    public static byte[] Jpeg => [0xFF, 0xD8, 0xFF, 0xE0, 0, 16];

    public static byte[] Text => Encoding.UTF8.GetBytes("Đơn đề nghị\r\n\tcấp giấy phép");

    public static byte[] Docx => Office("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "word/document.xml");

    public static byte[] Xlsx => Office("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "xl/workbook.xml");

    public static byte[] MacroByType => Office("application/vnd.ms-word.document.macroEnabled.main+xml", "word/document.xml");

    public static byte[] MacroByPart => Zip(("[Content_Types].xml", Encoding.UTF8.GetBytes("<Types><Override ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>")), ("word/VBAPROJECT.BIN", [1]));

    public static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(content);
            }
        }

        return memory.ToArray();
    }

    private static byte[] Office(string contentType, string part) =>
        Zip(("[Content_Types].xml", Encoding.UTF8.GetBytes($"<Types><Override PartName=\"/{part}\" ContentType=\"{contentType}\"/></Types>")), (part, Encoding.UTF8.GetBytes("<x/>")));
}

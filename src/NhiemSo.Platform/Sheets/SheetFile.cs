using System.IO.Compression;
using System.Text;
using System.Xml;
using Microsoft.AspNetCore.Mvc;

namespace NhiemSo.Platform.Sheets;

/// <summary>Writes a <see cref="Sheet"/> as XLSX, row by row: neither the rows nor the file stand in memory.</summary>
public static class SheetFile
{
    /// <summary>A file of its own that is gone once the answer is sent; positioned at its beginning.</summary>
    public static async Task<Stream> WriteAsync(Sheet sheet, CancellationToken ct)
    {
        var file = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            await WriteAsync(sheet, file, ct);
            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    public static async Task WriteAsync(Sheet sheet, Stream to, CancellationToken ct)
    {
        using var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        await PartAsync(zip, "[Content_Types].xml", SheetParts.Types, ct);
        await PartAsync(zip, "_rels/.rels", SheetParts.Root, ct);
        await PartAsync(zip, "xl/workbook.xml", SheetParts.Book(sheet.Name), ct);
        await PartAsync(zip, "xl/_rels/workbook.xml.rels", SheetParts.BookRelations, ct);
        await PartAsync(zip, "xl/styles.xml", SheetParts.Styles, ct);
        await using var part = zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open();
        await using var xml = XmlWriter.Create(part, new XmlWriterSettings { Async = true, Encoding = new UTF8Encoding(false), CheckCharacters = false });
        await new SheetXml(xml).WriteAsync(sheet, ct);
    }

    /// <summary>As a page's answer, to be kept under <paramref name="name"/> without extension.</summary>
    public static async Task<FileStreamResult> AnswerAsync(Sheet sheet, string name, CancellationToken ct) =>
        new(await WriteAsync(sheet, ct), Sheet.MediaType) { FileDownloadName = name + ".xlsx" };

    private static async Task PartAsync(ZipArchive zip, string name, string content, CancellationToken ct)
    {
        await using var part = zip.CreateEntry(name).Open();
        await part.WriteAsync(Encoding.UTF8.GetBytes(content.Trim()), ct);
    }
}

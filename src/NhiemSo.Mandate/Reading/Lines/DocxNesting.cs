using System.IO.Compression;
using System.Xml;

namespace NhiemSo.Mandate.Reading.Lines;

/// <summary>
/// Looks through the parts of a DOCX before the library does: it reads elements by recursion, and a part nested deeply enough
/// would end the whole program, which no catch can prevent.
/// </summary>
internal static class DocxNesting
{
    /// <summary>Tables within tables within text boxes stay far below.</summary>
    private const int MaxDepth = 200;

    /// <summary>More XML parts than any document has.</summary>
    private const int MaxParts = 300;

    /// <exception cref="InvalidDataException">It is nested too deeply or has too many parts.</exception>
    public static void Check(Stream docx, long longestPart)
    {
        using var zip = new ZipArchive(docx, ZipArchiveMode.Read, leaveOpen: true);
        if (zip.Entries.Count(IsXml) > MaxParts) throw new InvalidDataException("too many parts");
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, MaxCharactersInDocument = longestPart };
        foreach (var entry in zip.Entries)
        {
            using var part = entry.Open();
            using var xml = XmlReader.Create(part, settings);
            if (IsTooDeep(xml)) throw new InvalidDataException("nested too deeply");
        }

        docx.Position = 0;
    }

    /// <summary>Any part may be XML, whatever its name; a picture fails at its first byte.</summary>
    private static bool IsTooDeep(XmlReader xml)
    {
        try
        {
            while (xml.Read())
            {
                if (xml.Depth > MaxDepth) return true;
            }
        }
        catch (XmlException)
        {
            // No XML, or broken behind this point: the library will meet the same end.
        }

        return false;
    }

    private static bool IsXml(ZipArchiveEntry entry)
    {
        using var part = entry.Open();
        return part.ReadByte() is '<' or 0xEF or 0xFE or 0xFF;
    }
}

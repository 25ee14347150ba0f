using System.Text.Json;
using NhiemSo.Documents.Model;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Papers;
using NhiemSo.Platform.Papers.Templates;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.Shell;

namespace NhiemSo.Documents.Signing;

/// <summary>A rendered document and where its signatures are to be seen.</summary>
internal sealed record RenderedDocument(byte[] Pdf, PaperPrint Print);

/// <summary>Renders a numbered document from its template and the values fixed when the number was reserved.</summary>
internal sealed class DocumentPaper(RuleShelf rules, PublicAddress address)
{
    public Outcome<RenderedDocument> Render(Document document)
    {
        var set = rules.At(document.Date);
        var office = set.All<OfficeRule>()[0];
        var values = new PaperValues();
        foreach (var (key, value) in JsonSerializer.Deserialize<Dictionary<string, string>>(document.Values)!) values.Set(key, value);
        values.Set("so_ky_hieu", $"Số: {document.Symbol}").Set("dia_danh_ngay", PaperWords.DateLine(office.Place, document.Date, document.Date.Year))
            .Set("nguoi_ky", document.SignerName).Set("quyen_han_ky", document.SignerTitle).Set("dia_chi_kiem_tra", address.Of($"/xac-minh/{document.Token}")).Set("ma_kiem_tra", document.Token);
        var paper = set.Get<PaperTemplate>(document.Template).Fill(values);
        if (!paper.Ok) return paper.Problem;
        var pdf = new MemoryStream();
        var print = PaperPdf.Render(paper.Value, pdf, document.At);
        return print.Ok ? new RenderedDocument(pdf.ToArray(), print.Value) : print.Problem;
    }
}

using NhiemSo.Platform.Rules.Books;

namespace NhiemSo.Platform.Papers.Templates;

/// <summary><c>rules/templates/</c>: the forms and documents that are printed, block by block.</summary>
public sealed class PaperTemplateKind : IRuleKind
{
    private static readonly Dictionary<string, int> Layouts =
        PaperLayout.All.Select((layout, i) => (layout.Name, i)).ToDictionary(pair => pair.Name, pair => pair.i, StringComparer.Ordinal);

    private static readonly Dictionary<string, QrPlace> QrPlaces = new(StringComparer.Ordinal) { ["header"] = QrPlace.Header, ["closing"] = QrPlace.Closing };

    public string Kind => "paper-template";

    public string Folder => "templates";

    public object Compile(RuleBook book, YamlNodeReader content)
    {
        var reader = new TemplateReader();
        var layout = PaperLayout.All[content.NeedWord("layout", Layouts)];
        var @checked = content.Flag("checked");
        var head = Head(reader, content.NeedSection("header"));
        var title = Title(reader, content.NeedSection("title"));
        var addressees = reader.Texts(content, "addressees");
        var issuedBy = reader.Maybe(content, "issued_by");
        var bases = reader.Texts(content, "bases");
        var body = reader.Blocks(content, "body");
        var signatures = content.Items("signatures").Select(item => Signature(reader, item)).ToList();
        if (signatures.Count > 2) content.Fault("signatures", "Một văn bản có nhiều nhất hai chữ ký.");
        var copies = reader.Texts(content, "copies_to");
        var qr = Qr(reader, content.Section("qr"));

        return new PaperTemplate(book, @checked, reader.Placeholders, filling => new Paper
        {
            Layout = layout,
            Header = head(filling),
            Title = title(filling),
            Addressees = addressees(filling),
            IssuedBy = issuedBy(filling),
            Bases = bases(filling),
            Body = body(filling),
            Signatures = [.. signatures.Select(signature => signature(filling))],
            CopiesTo = copies(filling),
            Qr = qr(filling),
        });
    }

    private static Func<TemplateFilling, PaperHeader> Head(TemplateReader reader, YamlNodeReader from)
    {
        var parent = reader.Maybe(from, "parent");
        var issuer = reader.Need(from, "issuer");
        var number = reader.Maybe(from, "number");
        var date = reader.Maybe(from, "date");
        return filling => new PaperHeader(parent(filling), issuer(filling), number(filling), date(filling));
    }

    private static Func<TemplateFilling, PaperTitle> Title(TemplateReader reader, YamlNodeReader from)
    {
        var kind = reader.Maybe(from, "kind");
        var subject = reader.Maybe(from, "subject");
        return filling => new PaperTitle(kind(filling), subject(filling));
    }

    private static Func<TemplateFilling, PaperSignature> Signature(TemplateReader reader, YamlNodeReader from)
    {
        var authority = reader.Texts(from, "authority");
        var hint = reader.Maybe(from, "hint");
        var name = reader.Maybe(from, "name");
        return filling => new PaperSignature(authority(filling), name(filling), hint(filling));
    }

    private static Func<TemplateFilling, PaperQr?> Qr(TemplateReader reader, YamlNodeReader? from)
    {
        if (from is null) return _ => null;
        var content = reader.Need(from, "content");
        var caption = reader.Need(from, "caption");
        var place = from.NeedWord("place", QrPlaces);
        return filling => string.IsNullOrWhiteSpace(content(filling)) ? null : new PaperQr(content(filling), caption(filling), place);
    }
}

using System.Text;
using CsCheck;
using NhiemSo.Documents.Pades;
using NhiemSo.Platform.Files;
using NhiemSo.Platform.Rules.Books;
using NhiemSo.Platform.WorkingTime;
using NhiemSo.Platform.Words;
using NhiemSo.UnitTests.Pades;
using NhiemSo.UnitTests.Rules;
using Xunit;

namespace NhiemSo.UnitTests.Fuzz;

/// <summary>Every reader of files that strangers hand in: short with the suite, a minute each in the long run.</summary>
public sealed class FuzzTests
{
    private static readonly IReadOnlyList<IRuleKind> Kinds =
        [.. RuleTexts.Kinds, new NhiemSo.Platform.Organisation.OfficeKind(), new SynonymKind(), new CalendarKind(), new CalendarLawKind(), new OfficeHoursKind()];

    private static readonly Reading Upload = new("upload check", file => Inspection.OfAsync(new MemoryStream(file), "giay-to.pdf", FileType.All, CancellationToken.None).GetAwaiter().GetResult());
    private static readonly Reading Signature = new("signature reader", file => PadesVerifier.Verify(file, [], SigningDesk.Now));
    private static readonly Reading Signing = new("signature writer", file => PadesWriter.Prepare(file, new PadesRequest(SigningDesk.Director.Identity, SigningDesk.Now)));
    private static readonly Reading Book = new("rule book reader", file => RuleCompiler.Compile([new RuleText("processes/thu.yaml", Encoding.UTF8.GetString(file))], Kinds), PerByte: 2000);
    private static readonly Reading Calendar = new("calendar book reader", ReadCalendars, PerByte: 2000);
    private static readonly Reading LimitWords = new("limit reader", file => Limit.Parse(Encoding.Unicode.GetString(file)));

    [Fact]
    public void No_damaged_decision_breaks_the_reader() => Decisions(isLong: false);

    [Fact, Trait("long", "true")]
    public void No_damaged_decision_breaks_the_reader_in_the_long_run() => Decisions(isLong: true);

    [Fact]
    public void No_damaged_upload_breaks_the_check() => Uploads(isLong: false);

    [Fact, Trait("long", "true")]
    public void No_damaged_upload_breaks_the_check_in_the_long_run() => Uploads(isLong: true);

    [Fact]
    public Task No_damaged_pdf_breaks_the_signature_reader_or_writer() => SignaturesAsync(isLong: false);

    [Fact, Trait("long", "true")]
    public Task No_damaged_pdf_breaks_the_signature_reader_or_writer_in_the_long_run() => SignaturesAsync(isLong: true);

    [Fact]
    public void No_damaged_rule_book_breaks_the_readers() => Books(isLong: false);

    [Fact, Trait("long", "true")]
    public void No_damaged_rule_book_breaks_the_readers_in_the_long_run() => Books(isLong: true);

    [Fact]
    public void No_words_break_the_limit_reader() => LimitWords.Fuzz(Mutations.Of(SeedFiles.Limits));

    [Fact, Trait("long", "true")]
    public void No_words_break_the_limit_reader_in_the_long_run() => LimitWords.Fuzz(Mutations.Of(SeedFiles.Limits), isLong: true);

    private static void Decisions(bool isLong)
    {
        Reading.Decision.Fuzz(Mutations.Of(SeedFiles.Texts), isLong);
        (Reading.Decision with { Name = "decision reader, PDF" }).Fuzz(Mutations.Of(SeedFiles.Pdfs), isLong);
        (Reading.Decision with { Name = "decision reader, DOCX" }).Fuzz(Gen.OneOf(Mutations.InZip(SeedFiles.Docx), Mutations.Of(SeedFiles.Docx)), isLong);
    }

    private static void Uploads(bool isLong) =>
        Upload.Fuzz(Gen.OneOf(Mutations.InZip(SeedFiles.Docx), Mutations.Of([.. SeedFiles.Docx, .. SeedFiles.Pdfs, .. SeedFiles.Texts, SigningDesk.Png()])), isLong);

    private static async Task SignaturesAsync(bool isLong)
    {
        var signed = Mutations.Of(await SeedFiles.SignedAsync());
        Signature.Fuzz(signed, isLong);
        Signing.Fuzz(signed, isLong);
    }

    private static void Books(bool isLong)
    {
        Book.Fuzz(Mutations.Of(SeedFiles.Books), isLong);
        Calendar.Fuzz(Mutations.Of(SeedFiles.Calendars), isLong);
    }

    private static void ReadCalendars(byte[] file)
    {
        var yaml = Encoding.UTF8.GetString(file);
        CalendarBook.Read(yaml, "lich.yaml");
        LawBook.Read(yaml, "lich.yaml");
        OfficeHoursBook.Read(yaml, "lich.yaml");
    }
}

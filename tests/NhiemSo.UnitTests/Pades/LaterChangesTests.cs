using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using CsCheck;
using NhiemSo.Documents.Pades;
using NhiemSo.Documents.Pades.Pdf;
using NhiemSo.Documents.Signers;
using Shouldly;
using Xunit;

namespace NhiemSo.UnitTests.Pades;

/// <summary>What somebody could do to a signed file without touching a signed byte, and what random damage does.</summary>
public sealed class LaterChangesTests
{
    [Fact]
    public async Task A_page_changed_in_a_later_revision_is_found()
    {
        var signed = await SigningDesk.SignAsync(SigningDesk.SkiaPdf(), SigningDesk.Director);
        var forged = Updated(signed, (file, update) =>
        {
            var (reference, page) = file.Pages().First();
            update.Put(reference, page.With("Contents", update.Add(new PdfStream(new PdfDict(), "0 0 100 100 re f"u8.ToArray()))));
        });

        ShouldBeForged(forged);
        // The digest alone does not see it, which is why later revisions are compared.
        SigningDesk.Check(forged).Signatures.Single().DigestIntact.ShouldBeTrue();
    }

    [Fact]
    public async Task A_later_signature_does_not_launder_an_earlier_change()
    {
        var signed = await SigningDesk.SignAsync(SigningDesk.SkiaPdf(), SigningDesk.Director);
        var forged = Updated(signed, (file, update) => update.Put((PdfRef)file.Pages().First().Page["Contents"], new PdfStream(new PdfDict(), Array.Empty<byte>())));

        var report = SigningDesk.Check(await SigningDesk.SignAsync(forged, SigningDesk.Organ));

        report.Verdict.ShouldBe(PadesVerdict.Broken);
        report.Signatures.Select(s => s.LaterChanges).ShouldBe([LaterChanges.Other, LaterChanges.None]);
    }

    [Fact]
    public async Task An_object_that_the_signed_page_waited_for_may_not_come_later()
    {
        var waiting = new PdfRef(900, 0);
        var prepared = Updated(SigningDesk.SkiaPdf(), (file, update) =>
        {
            var (reference, page) = file.Pages().First();
            update.Put(reference, page.With("Contents", new PdfArray([page["Contents"], waiting])));
        });
        var signed = await SigningDesk.SignAsync(prepared, SigningDesk.Director);
        SigningDesk.Check(signed).Verdict.ShouldBe(PadesVerdict.Valid);

        ShouldBeForged(Updated(signed, (_, update) => update.Put(waiting, new PdfStream(new PdfDict(), "0 0 100 100 re f"u8.ToArray()))));
    }

    [Fact]
    public async Task A_note_on_a_page_is_no_signature()
    {
        var signed = await SigningDesk.SignAsync(SigningDesk.SkiaPdf(), SigningDesk.Director);

        ShouldBeForged(Updated(signed, (file, update) =>
        {
            var (reference, page) = file.Pages().First();
            var note = update.Add(new PdfDict(("Type", new PdfName("Annot")), ("Subtype", new PdfName("FreeText"))));
            update.Put(reference, page.With("Annots", new PdfArray([.. file.Items(page["Annots"]), note])));
        }));
    }

    [Fact]
    public async Task Bytes_behind_the_end_are_found()
    {
        var signed = await SigningDesk.SignAsync(SigningDesk.SkiaPdf(), SigningDesk.Director);

        SigningDesk.Check([.. signed, .. "1 0 obj null endobj"u8]).Verdict.ShouldBe(PadesVerdict.Broken);
    }

    [Fact]
    public async Task A_gap_wider_than_the_signature_covers_nothing()
    {
        var signed = await SigningDesk.SignAsync(SigningDesk.SkiaPdf(), SigningDesk.Director);
        var at = signed.AsSpan().IndexOf("/ByteRange [0 "u8) + "/ByteRange [0 ".Length;
        signed[at] = (byte)(signed[at] - 1);

        SigningDesk.Check(signed).Signatures.Single().Fault.ShouldBe("Chữ ký không bao trùm văn bản: vùng được ký bị khai sai.");
    }

    [Fact]
    public async Task A_time_stamp_of_another_signature_is_refused()
    {
        var draft = PadesWriter.Prepare(SigningDesk.SkiaPdf(), new PadesRequest(SigningDesk.Director.Identity, SigningDesk.Now)).Must();
        var value = (await SigningDesk.Director.SignHashAsync(draft.State.DigestToSign, default)).Must();
        var foreign = SigningDesk.Stamp(SHA256.HashData("khác"u8));

        PadesWriter.Complete(draft, value, foreign).Problem!.Message.ShouldContain("Dấu thời gian");
    }

    [Fact]
    public async Task An_unknown_authority_is_intact_but_not_trusted()
    {
        using var other = new DemoCertificates("Sở khác", new DateTimeOffset(SigningDesk.Now.AddDays(-1)));
        var signed = await SigningDesk.SignAsync(SigningDesk.SkiaPdf(), SigningDesk.Director);

        var report = PadesVerifier.Verify(signed, [X509CertificateLoader.LoadCertificate(other.Root.RawData)], SigningDesk.Now);

        report.Verdict.ShouldBe(PadesVerdict.Untrusted);
        report.Signatures.Single().Intact.ShouldBeTrue();
        PadesVerifier.Verify(signed, [], SigningDesk.Now).Signatures.Single().Trusted.ShouldBeNull();
    }

    [Fact]
    public async Task Any_damage_outside_the_signature_is_found_and_none_throws()
    {
        var signed = await SigningDesk.SignAsync(SigningDesk.SkiaPdf(1), SigningDesk.Deputy);
        var gap = signed.AsSpan().IndexOf("/Contents <"u8);
        var gapEnd = gap + signed.AsSpan(gap).IndexOf((byte)'>');
        var flips = Gen.Select(Gen.Int[0, signed.Length - 1], Gen.Byte[1, 255]).Array[1, 4];

        flips.Sample(
            flips =>
            {
                var damaged = signed.ToArray();
                foreach (var (at, mask) in flips)
                    damaged[at] ^= mask;
                var verdict = SigningDesk.Check(damaged).Verdict;
                return flips.All(f => f.Item1 > gap && f.Item1 < gapEnd)
                    || damaged.AsSpan().SequenceEqual(signed)
                    || verdict is PadesVerdict.Broken or PadesVerdict.Unreadable or PadesVerdict.Unsigned;
            },
            iter: 300);
    }

    [Fact]
    public async Task Cut_doubled_and_shuffled_files_get_an_answer()
    {
        var signed = await SigningDesk.SignAsync(SigningDesk.SkiaPdf(1), SigningDesk.Deputy);
        Gen.Select(Gen.Int[0, signed.Length], Gen.Int[0, signed.Length], Gen.Int[0, signed.Length]).Sample(
            (a, b, c) =>
            {
                byte[] mixed = [.. signed[..a], .. signed[Math.Min(b, c)..Math.Max(b, c)], .. signed[a..]];
                ShouldBeValidOnlyIf(mixed.AsSpan().TrimEnd((byte)'\n').SequenceEqual(signed.AsSpan().TrimEnd((byte)'\n')), mixed);
                ShouldBeValidOnlyIf(a == signed.Length, signed[..a]);
            },
            iter: 100);
    }

    [Theory]
    [InlineData("")]
    [InlineData("%PDF-1.7")]
    [InlineData("%PDF-1.7\nxref\n0 1\n0000000000 65535 f\ntrailer\n<</Root 1 0 R/Prev 9>>\nstartxref\n9\n%%EOF")]
    [InlineData("%PDF-1.7\nxref\n0 99999999\ntrailer\n<<>>\nstartxref\n9\n%%EOF")]
    public void Files_that_are_none_are_unreadable(string text) =>
        SigningDesk.Check(Encoding.Latin1.GetBytes(text)).Verdict.ShouldBe(PadesVerdict.Unreadable);

    [Fact]
    public void Deep_nesting_does_not_end_the_program()
    {
        var text = "%PDF-1.7\nxref\n0 1\n0000000000 65535 f\ntrailer\n" + new string('[', 1_000_000) + "\nstartxref\n9\n%%EOF";

        SigningDesk.Check(Encoding.Latin1.GetBytes(text)).Verdict.ShouldBe(PadesVerdict.Unreadable);
    }

    [Fact]
    public async Task Objects_nested_in_each_other_do_not_cost_their_square()
    {
        const int Objects = 30_000;
        var text = new StringBuilder("%PDF-1.7\n");
        var places = new List<int>();
        for (var number = 1; number <= Objects; number++)
        {
            places.Add(text.Length);
            text.Append($"{number} 0 obj (");
        }
        text.Append(')', Objects).Append('\n');
        var catalog = text.Length;
        text.Append($"{Objects + 1} 0 obj <</Type/Catalog/Pages {Objects + 2} 0 R>> endobj\n");
        var pages = text.Length;
        text.Append($"{Objects + 2} 0 obj <</Type/Pages/Kids[{Objects + 3} 0 R]>> endobj\n");
        var page = text.Length;
        text.Append($"{Objects + 3} 0 obj <</Type/Page/Parent {Objects + 2} 0 R>> endobj\n");
        var section = text.Length;
        text.Append($"xref\n1 {Objects + 3}\n");
        foreach (var place in places.Append(catalog).Append(pages).Append(page))
            text.Append($"{place:D10} 00000 n\r\n");
        text.Append($"trailer\n<</Size {Objects + 4}/Root {Objects + 1} 0 R>>\nstartxref\n{section}\n%%EOF\n");
        var signed = await SigningDesk.SignAsync(Encoding.Latin1.GetBytes(text.ToString()), SigningDesk.Director);

        var report = SigningDesk.Check(await SigningDesk.SignAsync(signed, SigningDesk.Organ));

        report.Signatures[0].CoversWholeRevision.ShouldBeFalse();
    }

    private static void ShouldBeValidOnlyIf(bool unharmed, byte[] pdf) => SigningDesk.Check(pdf).Verdict.ShouldBeOneOf(
        unharmed ? [PadesVerdict.Valid] : [PadesVerdict.Broken, PadesVerdict.Unreadable, PadesVerdict.Unsigned]);

    private static void ShouldBeForged(byte[] forged)
    {
        var report = SigningDesk.Check(forged);
        report.Verdict.ShouldBe(PadesVerdict.Broken);
        report.Signatures.Single().LaterChanges.ShouldBe(LaterChanges.Other);
        report.Signatures.Single().Fault.ShouldBe("Có nội dung được thêm hoặc sửa sau chữ ký này.");
    }

    private static byte[] Updated(byte[] pdf, Action<PdfFile, PdfUpdate> change)
    {
        var file = PdfFile.Read(pdf);
        var update = new PdfUpdate(file);
        change(file, update);
        return update.Write().Bytes;
    }
}

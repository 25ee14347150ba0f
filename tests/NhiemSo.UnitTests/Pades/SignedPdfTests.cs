using System.Text.Json;
using NhiemSo.Documents.Pades;
using Shouldly;
using Xunit;

namespace NhiemSo.UnitTests.Pades;

public sealed class SignedPdfTests
{
    [Fact]
    public async Task A_person_then_the_organ_sign_and_both_signatures_stay_valid()
    {
        var bySomeone = await SigningDesk.SignAsync(SigningDesk.SkiaPdf(), SigningDesk.Director, Visible(2));
        var sealed_ = await SigningDesk.SignAsync(bySomeone, SigningDesk.Organ, new SignatureAppearance(2, new PageRectangle(300, 100, 90, 90), SigningDesk.Png()));

        sealed_.AsSpan(0, bySomeone.Length).SequenceEqual(bySomeone).ShouldBeTrue();
        var seen = SigningDesk.PdfSig(sealed_);
        Count(seen, "Signature is Valid.").ShouldBe(2, seen);
        seen.ShouldContain("ETSI.CAdES.detached");

        var report = SigningDesk.Check(sealed_);
        report.Verdict.ShouldBe(PadesVerdict.Valid, string.Join("; ", report.Signatures));
        report.Signatures.Select(s => s.Field).ShouldBe(["ChuKy1", "ChuKy2"]);
        report.Signatures.Select(s => s.LaterChanges).ShouldBe([LaterChanges.SignaturesOnly, LaterChanges.None]);
        report.Signatures[0].Signer.ShouldBe("Nguyễn Văn Đường (minh họa)");
        report.Signatures[0].Reason.ShouldBe("Ký ban hành");
        report.Signatures[0].SigningTime!.Value.ShouldBe(SigningDesk.Now, TimeSpan.FromSeconds(1));
        report.Signatures[0].TimeStamp!.Authority.ShouldStartWith("Dịch vụ dấu thời gian");
    }

    [Fact]
    public async Task An_elliptic_key_signs_as_well()
    {
        var signed = await SigningDesk.SignAsync(SigningDesk.SkiaPdf(), SigningDesk.Deputy);

        SigningDesk.PdfSig(signed).ShouldContain("Signature is Valid.");
        SigningDesk.Check(signed).Verdict.ShouldBe(PadesVerdict.Valid);
    }

    [Fact]
    public async Task One_flipped_byte_of_the_signed_text_breaks_the_signature()
    {
        var signed = await SigningDesk.SignAsync(SigningDesk.SkiaPdf(), SigningDesk.Director);
        var at = signed.AsSpan().IndexOf("595"u8);
        signed[at] ^= 1;

        SigningDesk.PdfSig(signed).ShouldContain("Digest Mismatch");
        var report = SigningDesk.Check(signed);
        report.Verdict.ShouldBe(PadesVerdict.Broken);
        report.Signatures.Single().DigestIntact.ShouldBeFalse();
        report.Signatures.Single().Fault.ShouldBe("Nội dung đã bị thay đổi sau khi ký.");
    }

    [Fact]
    public async Task A_draft_stored_as_json_is_completed_by_another_process()
    {
        var draft = PadesWriter.Prepare(SigningDesk.SkiaPdf(), new PadesRequest(SigningDesk.Director.Identity, SigningDesk.Now)).Must();
        var json = JsonSerializer.Serialize(draft.State);
        var value = (await SigningDesk.Director.SignHashAsync(draft.State.DigestToSign, default)).Must();

        var again = new PadesDraft(draft.Prepared.ToArray(), JsonSerializer.Deserialize<PadesDraftState>(json)!);
        var signed = PadesWriter.Complete(again, value).Must();

        json.Length.ShouldBeLessThan(8_000);
        SigningDesk.PdfSig(signed).ShouldContain("Signature is Valid.");
        SigningDesk.Check(signed).Signatures.Single().TimeStamp.ShouldBeNull();
    }

    [Fact]
    public async Task A_draft_whose_file_changed_is_not_completed()
    {
        var draft = PadesWriter.Prepare(SigningDesk.SkiaPdf(), new PadesRequest(SigningDesk.Director.Identity, SigningDesk.Now)).Must();
        var value = (await SigningDesk.Director.SignHashAsync(draft.State.DigestToSign, default)).Must();
        draft.Prepared[20] ^= 1;

        PadesWriter.Complete(draft, value).Problem!.Message.ShouldContain("đã bị thay đổi");
    }

    [Fact]
    public async Task A_signature_made_with_another_key_is_not_put_in()
    {
        var draft = PadesWriter.Prepare(SigningDesk.SkiaPdf(), new PadesRequest(SigningDesk.Director.Identity, SigningDesk.Now)).Must();
        var value = (await SigningDesk.Organ.SignHashAsync(draft.State.DigestToSign, default)).Must();

        PadesWriter.Complete(draft, value).Problem!.Message.ShouldContain("không khớp");
    }

    [Fact]
    public void A_certificate_out_of_its_time_signs_nothing()
    {
        var late = new PadesRequest(SigningDesk.Director.Identity, SigningDesk.Now.AddYears(9));

        PadesWriter.Prepare(SigningDesk.SkiaPdf(), late).Problem!.Message.ShouldContain("còn hạn");
    }

    [Fact]
    public void Fields_names_and_pages_that_do_not_fit_are_refused()
    {
        var request = new PadesRequest(SigningDesk.Director.Identity, SigningDesk.Now, Appearance: new SignatureAppearance(3, new PageRectangle(0, 0, 10, 10)));
        PadesWriter.Prepare(SigningDesk.SkiaPdf(), request).Problem!.Message.ShouldContain("2 trang");
        PadesWriter.Prepare(SigningDesk.SkiaPdf(), request with { Appearance = null, FieldName = "a.b" }).Problem!.Message.ShouldContain("a.b");
        PadesWriter.Prepare("%PDF-1.4 không phải"u8.ToArray(), request).Problem!.Message.ShouldContain("bị hỏng");
    }

    [Fact]
    public void Letters_that_the_font_lacks_are_not_printed_as_boxes()
    {
        var appearance = Visible(1) with { Lines = ["Ký bởi 鄧"] };

        PadesWriter.Prepare(SigningDesk.SkiaPdf(), new PadesRequest(SigningDesk.Director.Identity, SigningDesk.Now, Appearance: appearance))
            .Problem!.Message.ShouldContain("“鄧”");
    }

    [Fact]
    public async Task The_visible_signature_is_drawn_with_Vietnamese_text()
    {
        using var folder = new TemporaryFolder();
        var signed = await SigningDesk.SignAsync(SigningDesk.SkiaPdf(), SigningDesk.Director, Visible(1));

        var text = SigningDesk.Run("pdftotext", "poppler-utils", folder.Write("seen.pdf", signed), "-").Text;

        text.ShouldContain("Ký bởi: Nguyễn Văn Đường");
    }

    [Fact]
    public async Task Files_with_object_streams_are_signed_twice_as_well()
    {
        var compact = CompactPdf.Of(SigningDesk.SkiaPdf());
        var signed = await SigningDesk.SignAsync(await SigningDesk.SignAsync(compact, SigningDesk.Director, Visible(2)), SigningDesk.Organ);

        var seen = SigningDesk.PdfSig(signed);
        Count(seen, "Signature is Valid.").ShouldBe(2, seen);
        SigningDesk.Check(signed).Verdict.ShouldBe(PadesVerdict.Valid);
    }

    private static SignatureAppearance Visible(int page) =>
        new(page, new PageRectangle(330, 90, 220, 60), SigningDesk.Png(), ["Ký bởi: Nguyễn Văn Đường", "2026-11-24T09:00:00+07:00"]);

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}

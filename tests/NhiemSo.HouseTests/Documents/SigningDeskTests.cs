using System.Diagnostics;
using NhiemSo.Documents.Model;
using NhiemSo.Documents.Pades;
using NhiemSo.Documents.Signing;
using NhiemSo.HouseTests.Bed;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Numbering;
using NhiemSo.Platform.Outcomes;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Documents;

public sealed class SigningDeskTests(TestBed bed) : IClassFixture<TestBed>
{
    [Theory, BothEngines]
    public async Task A_document_is_signed_sealed_and_issued_and_a_stranger_program_finds_both_signatures_valid(Engine engine)
    {
        await using var house = await SigningOffice.OpenAsync(bed, engine);
        var reserved = await house.ReserveAsync();
        reserved.Symbol.ShouldBe("01/GP-STTTT");
        (await house.SignAsync(reserved.Id, house.Director)).Must().State.ShouldBe(nameof(SigningState.PersonSigned));
        var issued = (await house.SealAsync(reserved.Id, house.Clerk)).Must();

        issued.State.ShouldBe(nameof(SigningState.Issued));
        house.Follower.Heard.ShouldBe(["signed 01/GP-STTTT", "issued 01/GP-STTTT"]);
        (await house.BookAsync()).ShouldHaveSingleItem().State.ShouldBe(NumberState.Issued);
        (await house.FilesAsync()).ShouldHaveSingleItem().Id.ShouldBe(issued.FileId!.Value);

        var pdf = await house.PdfAsync(issued.FileId!.Value);
        var report = house.Check(pdf);
        report.Verdict.ShouldBe(PadesVerdict.Valid);
        report.Signatures.Select(s => s.Signer).ShouldBe(["Lê Hoàng Nam (minh họa)", "Sở Thông tin và Truyền thông (minh họa)"]);
        report.Signatures.ShouldAllBe(s => s.TimeStamp != null && s.TimeStamp.Valid && s.TimeStamp.Trusted == true);
        PdfSig(pdf, house.Office.Settings.DataFolder).Split("Signature is Valid.").Length.ShouldBe(3);
    }

    [Theory, BothEngines]
    public async Task A_kill_at_each_stop_leaves_nothing_half_issued_and_the_same_number_goes_on(Engine engine)
    {
        await using var house = await SigningOffice.OpenAsync(bed, engine);
        var id = (await house.ReserveAsync()).Id;

        // Killed after the digest was handed out: the draft waits, and preparing again starts over from the same number.
        var director = await house.ReaderAsync(house.Director);
        var identity = Key(house).Must().Identity;
        (await house.DeskAsync(d => d.PrepareForPersonAsync(id, director, identity, default))).Must();
        (await house.StoredAsync(id)).State.ShouldBe(SigningState.AwaitingPerson);

        house.Follower.Dies = true;
        await Should.ThrowAsync<IOException>(() => house.SignAsync(id, house.Director));
        (await house.StoredAsync(id)).ShouldSatisfyAllConditions(d => d.State.ShouldBe(SigningState.AwaitingPerson), d => d.FileId.ShouldBeNull());
        house.Follower.Dies = false;
        (await house.SignAsync(id, house.Director)).Must();

        house.Follower.Dies = true;
        await Should.ThrowAsync<IOException>(() => house.SealAsync(id, house.Clerk));
        (await house.StoredAsync(id)).ShouldSatisfyAllConditions(d => d.State.ShouldBe(SigningState.AwaitingOrgan), d => d.IssuedAt.ShouldBeNull());
        (await house.BookAsync()).ShouldHaveSingleItem().State.ShouldBe(NumberState.Reserved);
        house.Follower.Dies = false;
        (await house.SealAsync(id, house.Clerk)).Must();

        house.Follower.Heard.ShouldBe(["signed 01/GP-STTTT", "issued 01/GP-STTTT"]);
        (await house.BookAsync()).ShouldHaveSingleItem().State.ShouldBe(NumberState.Issued);
        house.Check(await house.PdfAsync((await house.StoredAsync(id)).FileId!.Value)).Signatures.Count.ShouldBe(2);
    }

    [Theory, BothEngines]
    public async Task Only_the_named_signer_signs_and_only_the_clerk_seals(Engine engine)
    {
        await using var house = await SigningOffice.OpenAsync(bed, engine);
        var id = (await house.ReserveAsync()).Id;
        (await house.SignAsync(id, house.Deputy)).MustFail(ProblemKind.Forbidden);
        (await house.SignAsync(id, house.Director, "sai")).MustFail(ProblemKind.Invalid);
        (await house.SealAsync(id, house.Clerk)).MustFail(ProblemKind.WrongState);
        (await house.StoredAsync(id)).State.ShouldBe(SigningState.Reserved);

        (await house.SignAsync(id, house.Director)).Must();
        (await house.SealAsync(id, house.Director)).MustFail(ProblemKind.Forbidden);
        (await house.SignAsync(id, house.Director)).MustFail(ProblemKind.WrongState);
        (await house.StoredAsync(id)).State.ShouldBe(SigningState.PersonSigned);
    }

    [Theory, BothEngines]
    public async Task A_signature_that_does_not_fit_is_refused_and_nothing_changes(Engine engine)
    {
        await using var house = await SigningOffice.OpenAsync(bed, engine);
        var id = (await house.ReserveAsync()).Id;
        var director = await house.ReaderAsync(house.Director);
        var signer = Key(house).Must();
        var draft = (await house.DeskAsync(d => d.PrepareForPersonAsync(id, director, signer.Identity, default))).Must();
        var value = (await signer.SignHashAsync(draft.DigestToSign, default)).Must();
        value[^1] ^= 1;
        var before = await house.StoredAsync(id);
        (await house.DeskAsync(d => d.TakePersonSignatureAsync(id, director, value, default))).MustFail(ProblemKind.Invalid);
        var after = await house.StoredAsync(id);
        (after.State, after.Version, after.FileId).ShouldBe((SigningState.AwaitingPerson, before.Version, null));
        house.Follower.Heard.ShouldBeEmpty();
    }

    [Theory, BothEngines]
    public async Task Another_persons_certificate_is_not_taken_for_the_signer(Engine engine)
    {
        await using var house = await SigningOffice.OpenAsync(bed, engine);
        var id = (await house.ReserveAsync()).Id;
        var director = await house.ReaderAsync(house.Director);
        var deputys = Key(house, house.Deputy).Must().Identity;
        (await house.DeskAsync(d => d.PrepareForPersonAsync(id, director, deputys, default))).MustFail(ProblemKind.Invalid);
        (await house.StoredAsync(id)).State.ShouldBe(SigningState.Reserved);
    }

    [Theory, BothEngines]
    public async Task A_voided_number_stays_in_the_book_with_its_reason_at_every_stop_before_issue(Engine engine)
    {
        await using var house = await SigningOffice.OpenAsync(bed, engine);
        var first = (await house.ReserveAsync()).Id;
        (await house.VoidAsync(first, house.Director, " ")).MustFail(ProblemKind.Invalid);
        (await house.VoidAsync(first, house.Director, "Sai tên tổ chức")).Must();
        var second = (await house.ReserveAsync()).Id;
        (await house.SignAsync(second, house.Director)).Must();
        (await house.VoidAsync(second, house.Clerk, "Thiếu nơi nhận")).Must();
        var third = (await house.ReserveAsync()).Id;
        (await house.SignAsync(third, house.Director)).Must();
        (await house.SealAsync(third, house.Clerk)).Must();
        (await house.VoidAsync(third, house.Director, "Đổi ý")).MustFail(ProblemKind.WrongState);

        (await house.BookAsync()).Select(u => (u.Number, u.State, u.Reason)).ShouldBe(
            [(1, NumberState.Voided, "Sai tên tổ chức"), (2, NumberState.Voided, "Thiếu nơi nhận"), (3, NumberState.Issued, null)]);
        house.Follower.Heard.ShouldBe(["voided 01/GP-STTTT", "signed 02/GP-STTTT", "voided 02/GP-STTTT", "signed 03/GP-STTTT", "issued 03/GP-STTTT"]);
        (await house.FilesAsync()).ShouldHaveSingleItem();
    }

    [Theory, BothEngines]
    public async Task Sixteen_reservations_at_once_leave_no_gap_and_no_duplicate(Engine engine)
    {
        await using var house = await SigningOffice.OpenAsync(bed, engine);
        var drawn = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(house.ReserveAsync)));
        drawn.Select(d => d.Symbol).Order(StringComparer.Ordinal).ShouldBe(Enumerable.Range(1, 16).Select(n => $"{n:00}/GP-STTTT"));
        drawn.Select(d => d.Token).Distinct().Count().ShouldBe(16);
    }

    private static Outcome<NhiemSo.Documents.Signers.ISigner> Key(SigningOffice house, Guid? person = null) =>
        ((SigningKeys)house.Office.Services.GetService(typeof(SigningKeys))!).Person(person ?? house.Director, DemoSigning.Pin);

    /// <summary>poppler's verdict. A missing program fails the test: a skipped check is no check.</summary>
    private static string PdfSig(byte[] pdf, string folder)
    {
        var file = Path.Combine(folder, "issued.pdf");
        File.WriteAllBytes(file, pdf);
        using var process = Process.Start(new ProcessStartInfo("pdfsig", ["-nocert", file]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return text;
    }
}

using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using NhiemSo.Documents.Model;
using NhiemSo.Documents.Signers;
using NhiemSo.Documents.Signing;
using NhiemSo.HouseTests.Bed;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Outcomes;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Documents;

public sealed class SigningTicketTests(TestBed bed) : IClassFixture<TestBed>
{
    [Theory, BothEngines]
    public async Task A_ticket_is_redeemed_once_and_its_signature_taken_once(Engine engine)
    {
        await using var house = await SigningOffice.OpenAsync(bed, engine);
        var (id, signer, ticket) = await TicketAsync(house);
        var content = (await house.Office.AskAsync((SigningTickets t) => t.RedeemAsync(ticket, default))).Must();
        content.Description.ShouldContain("01/GP-STTTT");
        content.CertificateHash.ShouldBe(SHA256.HashData(signer.Identity.Certificate.RawData));
        (await house.Office.AskAsync((SigningTickets t) => t.RedeemAsync(ticket, default))).MustFail(ProblemKind.WrongState);

        var value = (await signer.SignHashAsync(content.Hash, default)).Must();
        (await house.Office.AskAsync((SigningTickets t) => t.TakeAsync(ticket, value, default))).Must();
        (await house.StoredAsync(id)).State.ShouldBe(SigningState.PersonSigned);
        (await house.Office.AskAsync((SigningTickets t) => t.TakeAsync(ticket, value, default))).MustFail(ProblemKind.WrongState);
        house.Follower.Heard.ShouldBe(["signed 01/GP-STTTT"]);
    }

    [Theory, BothEngines]
    public async Task A_ticket_is_good_for_ten_minutes_and_brings_no_signature_before_it_is_redeemed(Engine engine)
    {
        await using var house = await SigningOffice.OpenAsync(bed, engine);
        var (id, _, ticket) = await TicketAsync(house);
        (await house.Office.AskAsync((SigningTickets t) => t.TakeAsync(ticket, [1], default))).MustFail(ProblemKind.NotFound);
        house.Office.Time.Advance(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(1));
        (await house.Office.AskAsync((SigningTickets t) => t.RedeemAsync(ticket, default))).MustFail(ProblemKind.WrongState);
        (await house.Office.AskAsync((SigningTickets t) => t.RedeemAsync(ticket + "x", default))).MustFail(ProblemKind.NotFound);
        (await house.StoredAsync(id)).State.ShouldBe(SigningState.AwaitingPerson);
    }

    [Theory, BothEngines]
    public async Task Nobody_but_the_signer_gets_a_ticket(Engine engine)
    {
        await using var house = await SigningOffice.OpenAsync(bed, engine);
        var id = (await house.ReserveAsync()).Id;
        var deputy = await house.ReaderAsync(house.Deputy);
        var pem = Key(house, house.Deputy).Identity.Certificate.ExportCertificatePem();
        (await house.Office.AskAsync((SigningTickets t) => t.IssueAsync(id, deputy, pem, default))).MustFail(ProblemKind.Forbidden);
        (await house.Office.AskAsync((SigningTickets t) => t.IssueAsync(id, deputy, "không phải chứng thư", default))).MustFail(ProblemKind.Invalid);
    }

    private static async Task<(Guid Id, ISigner Signer, string Ticket)> TicketAsync(SigningOffice house)
    {
        var id = (await house.ReserveAsync()).Id;
        var director = await house.ReaderAsync(house.Director);
        var signer = Key(house, house.Director);
        var pem = signer.Identity.Certificate.ExportCertificatePem();
        return (id, signer, (await house.Office.AskAsync((SigningTickets t) => t.IssueAsync(id, director, pem, default))).Must());
    }

    private static ISigner Key(SigningOffice house, Guid person) => house.Office.Services.GetRequiredService<SigningKeys>().Person(person, DemoSigning.Pin).Must();
}

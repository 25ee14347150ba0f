using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NhiemSo.Documents.Signers;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Documents.Signing;

/// <summary>The server's side of <see cref="AgentProtocol"/>: the ticket is the only credential.</summary>
internal static class AgentEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/ky-so/phieu/{ticket}").AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
        group.MapPost("", async (string ticket, SigningTickets tickets, CancellationToken ct) =>
        {
            var content = await tickets.RedeemAsync(ticket, ct);
            return content.Ok ? Results.Ok(content.Value) : content.Problem.ToResult();
        });
        group.MapPost("/chu-ky", async (string ticket, AgentSignature signature, SigningTickets tickets, CancellationToken ct) =>
        {
            var done = await tickets.TakeAsync(ticket, signature.Value, ct);
            return done.Ok ? Results.NoContent() : done.Problem.ToResult();
        });
        group.MapGet("", () => Results.Redirect("/van-ban?loc=cho-dong-dau"));
    }
}

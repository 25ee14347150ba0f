using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Dossiers.Fees.Online;

/// <summary>The gateway's own notification; its signature is the only credential. Answered with 200 also when it was known already, so that the gateway stops.</summary>
internal static class GatewayEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost(OnlinePayments.Notify, async (HttpRequest request, OnlinePayments payments, CancellationToken ct) =>
        {
            if (!request.HasFormContentType) return Results.BadRequest();
            var form = await request.ReadFormAsync(ct);
            var taken = await payments.TakeAsync(form.ToDictionary(v => v.Key, v => v.Value.ToString(), StringComparer.Ordinal), ct);
            return !taken.Ok ? taken.Problem.ToResult() : taken.Value.State == OrderState.Refused ? Problem.WrongState(taken.Value.Remark!).ToResult() : Results.Text("ok");
        }).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
}

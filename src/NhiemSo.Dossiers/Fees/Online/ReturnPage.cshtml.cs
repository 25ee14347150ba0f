using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Dossiers.Fees.Online;

/// <summary>The payer comes back from the gateway; what is in the address counts only with the gateway's signature. Says nothing of the dossier.</summary>
[AllowAnonymous, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ReturnModel(OnlinePayments payments) : PageModel
{
    public OnlineOrder? Order { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var taken = await payments.TakeAsync(Request.Query.ToDictionary(v => v.Key, v => v.Value.ToString(), StringComparer.Ordinal), ct);
        if (!taken.Ok) return this.Answer(Problem.NotFound("Không có khoản thanh toán nào ứng với địa chỉ này. Nếu bạn đã trả tiền, giữ lại mã giao dịch và liên hệ Bộ phận Một cửa."));
        Order = taken.Value;
        return Page();
    }
}

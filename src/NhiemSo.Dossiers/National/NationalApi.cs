using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NhiemSo.Platform.Clients;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Dossiers.National;

/// <summary>Submissions in, status and results out, for the national portal and whatever portal speaks like it.</summary>
internal static class NationalApi
{
    public static readonly ApiScope Submit = new("dossiers.submit", "Gửi hồ sơ từ cổng dịch vụ công khác", "Hand over submissions");

    public static readonly ApiScope Read = new("dossiers.read", "Đọc trạng thái, tải kết quả của hồ sơ do chính ứng dụng gửi", "Status and results of the submissions that the program itself handed over");

    private const string Tag = "National portal";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/national/submissions", TakeAsync).NeedsProgram(Submit.Name).DisableAntiforgery().WithTags(Tag)
            .WithSummary("Hand over a submission")
            .WithDescription("Validated as the online form is. Idempotent by externalId: the first time 201, the same again 200 with the same look-up code, other content under the same code 409. Faults come per field, in Vietnamese, in the problem's errors; those of files under giay-to.COMPONENT.")
            .Accepts<SubmissionRequest>("application/json").Produces<SubmissionAnswer>(201).Produces<SubmissionAnswer>().ProducesProblem(400).ProducesProblem(401).ProducesProblem(403).ProducesProblem(409).ProducesProblem(413)
            .WithMetadata(new ApiExample(NationalExamples.Request, NationalExamples.Answer));
        api.MapGet("/national/submissions/{externalId}", async (string externalId, HttpContext http, NationalView view, CancellationToken ct) =>
            {
                var found = await view.FindAsync(externalId, CallingProgram.Of(http.User)!, ct);
                return found.Ok ? Results.Ok(found.Value) : found.Problem.ToResult();
            })
            .NeedsProgram(Read.Name).WithTags(Tag).WithSummary("Where a submission stands now")
            .Produces<SubmissionAnswer>().ProducesProblem(401).ProducesProblem(403).ProducesProblem(404).WithMetadata(new ApiExample(null, NationalExamples.Answer));
        api.MapGet("/national/status", async (long? after, HttpContext http, NationalView view, CancellationToken ct) => Results.Ok(await view.ChangesAsync(after ?? 0, CallingProgram.Of(http.User)!, ct)))
            .NeedsProgram(Read.Name).WithTags(Tag).WithSummary("Changes of status after a cursor, oldest first, 100 a page")
            .WithDescription("Ask with the last answer's next. Only submissions that this program handed over. The ten statuses are those of Thông tư 22/2019/TT-BTTTT, Phụ lục I; 6 says that the result is there and waits for the applicant's payment.")
            .Produces<ChangesAnswer>().ProducesProblem(401).ProducesProblem(403).WithMetadata(new ApiExample(null, NationalExamples.Changes));
        api.MapGet("/national/submissions/{externalId}/result", async (string externalId, HttpContext http, NationalView view, CancellationToken ct) =>
            {
                var opened = await view.ResultAsync(externalId, CallingProgram.Of(http.User)!, ct);
                return opened.Ok ? Results.Stream(opened.Value.Content, opened.Value.Ref.ContentType, opened.Value.Ref.Name) : opened.Problem.ToResult();
            })
            .NeedsProgram(Read.Name).WithTags(Tag).WithSummary("The issued result, signed")
            .WithDescription("409 while a fee is due (status 6) or still to be determined; open as soon as it is recorded or waived, or the desk has handed the result over.")
            .Produces(200, contentType: "application/pdf").ProducesProblem(401).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409);
    }

    private static async Task<IResult> TakeAsync(HttpContext http, NationalIntake intake, NationalView view, CancellationToken ct)
    {
        var program = CallingProgram.Of(http.User)!;
        var read = await BodyAsync(http.Request, ct);
        if (!read.Ok) return read.Problem.ToResult();
        var taken = await intake.TakeAsync(read.Value, program, ct);
        if (!taken.Ok) return taken.Problem.ToResult();
        var answer = (await view.FindAsync(taken.Value.ExternalId, program, ct)).Value!;
        return taken.Value.New ? Results.Created($"/api/v1/national/submissions/{answer.ExternalId}", answer) : Results.Ok(answer);
    }

    private static async Task<Outcome<SubmissionRequest>> BodyAsync(HttpRequest request, CancellationToken ct)
    {
        if (!request.HasJsonContentType()) return Problem.Field("", "Gửi nội dung JSON (Content-Type: application/json).");
        try
        {
            return await request.ReadFromJsonAsync<SubmissionRequest>(ct) is { } body ? body : Problem.Field("", "Nội dung gửi lên để trống.");
        }
        catch (JsonException e)
        {
            return Problem.Field(e.Path is { Length: > 2 } path ? path[2..] : "", $"Nội dung không đúng dạng JSON của tài liệu API{(e.Path is null ? "" : $", tại {e.Path}")}.");
        }
    }
}

using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using NhiemSo.Platform.Clients;

namespace NhiemSo.Host.Serve;

/// <summary>Puts the rooms' examples into the API document.</summary>
internal sealed class ApiExamples : IOpenApiOperationTransformer
{
    private const string Media = "application/json";

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<ApiExample>().LastOrDefault() is not { } example) return Task.CompletedTask;
        if (example.Request is { } request && operation.RequestBody?.Content?.TryGetValue(Media, out var body) == true) body.Example = JsonNode.Parse(request);
        if (example.Answer is not { } answer) return Task.CompletedTask;
        foreach (var (status, response) in operation.Responses ?? [])
            if (status.StartsWith('2') && response.Content?.TryGetValue(Media, out var media) == true) media.Example = JsonNode.Parse(answer);
        return Task.CompletedTask;
    }
}

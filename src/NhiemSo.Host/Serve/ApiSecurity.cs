using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using NhiemSo.Platform.Clients;

namespace NhiemSo.Host.Serve;

/// <summary>Says in the API document how a program gets a token, and which scope an operation needs.</summary>
internal sealed class ApiSecurity(IEnumerable<ApiScope> scopes) : IOpenApiDocumentTransformer, IOpenApiOperationTransformer
{
    private const string Scheme = "oauth2";

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.AddComponent(Scheme, (IOpenApiSecurityScheme)new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.OAuth2,
            Description = "An administrator connects the program on /quan-tri/ung-dung and hands over its secret.",
            Flows = new OpenApiOAuthFlows
            {
                ClientCredentials = new OpenApiOAuthFlow { TokenUrl = new Uri("/connect/token", UriKind.Relative), Scopes = scopes.ToDictionary(s => s.Name, s => s.Summary, StringComparer.Ordinal) },
            },
        });
        return Task.CompletedTask;
    }

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<NeededScope>().LastOrDefault() is { } needed)
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Scheme, context.Document)] = [needed.Name] }];
        return Task.CompletedTask;
    }
}

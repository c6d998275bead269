using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Cadre.Web.Api;

/// <summary>The OpenAPI document: made of the endpoints and of what is written above the types.</summary>
internal static class ApiDocument
{
    /// <summary>Its address.</summary>
    public const string Address = "/api/openapi.json";

    private const string Key = "key";

    public static IServiceCollection AddApiDocument(this IServiceCollection services) => services.AddOpenApi(options =>
    {
        options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Cadre", Version = "1",
                Description = "Frameworks, runs and their results, local plans and their sum. Names and codes are those of the files; posts of plans are FTE in hundredths and exact; times are UTC. Keys are made at /account/keys.",
            };
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                [Key] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A key of /account/keys: \"Authorization: Bearer cadre_...\"." },
            };
            document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Key, document)] = [] }];
            return Task.CompletedTask;
        });
    });
}

using System.Text.Json;
using Cadre.Core.People;

namespace Cadre.Web.Tests.Api;

/// <summary>The OpenAPI document says what is there, and what is there is as it says.</summary>
public sealed class ApiDocumentTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task Document_EveryRoute_HasASummaryResponsesAndSchemas()
    {
        var paths = (await DocumentAsync()).GetProperty("paths");
        var operations = paths.EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(operation => (Path: path.Name.Trim('/'), Method: operation.Name.ToUpperInvariant(), operation.Value))).ToList();
        Assert.Equal(ApiRouteTests.Table.Select(line => (PathOf(line.Route), line.Method)).Order(), operations.Select(operation => (operation.Path, operation.Method)).Order());
        Assert.All(operations, operation =>
        {
            Assert.NotEmpty(operation.Value.GetProperty("summary").GetString()!);
            var responses = operation.Value.GetProperty("responses");
            Assert.True(responses.TryGetProperty("401", out _) && responses.TryGetProperty("429", out _), operation.Path);
            Assert.All(responses.EnumerateObject(), response => Assert.All(response.Value.GetProperty("content").EnumerateObject(), content => Assert.True(content.Value.TryGetProperty("schema", out _), operation.Path)));
        });
        Assert.Equal("bearer", (await DocumentAsync()).GetProperty("components").GetProperty("securitySchemes").GetProperty("key").GetProperty("scheme").GetString());
    }

    [Fact]
    public async Task Document_EveryField_SaysWhatItMeans()
    {
        var schemas = (await DocumentAsync()).GetProperty("components").GetProperty("schemas");
        Assert.All(schemas.EnumerateObject().Where(schema => schema.Value.TryGetProperty("properties", out _)), schema =>
            Assert.All(schema.Value.GetProperty("properties").EnumerateObject(), field => Assert.True(field.Value.TryGetProperty("description", out _) || field.Value.GetRawText().Contains("$ref", StringComparison.Ordinal), $"{schema.Name}.{field.Name}")));
    }

    [Fact]
    public async Task EveryGet_Answered_IsAsTheDocumentSays()
    {
        await SubmitAsync();
        var document = await DocumentAsync();
        using var client = await server.ProgramAsync(TestServer.Modeller, ApiScopes.Read);
        foreach (var line in ApiRouteTests.Table.Where(line => line.Method == "GET" && !line.Route.EndsWith(".csv", StringComparison.Ordinal)))
        {
            var schema = document.GetProperty("paths").GetProperty("/" + PathOf(line.Route)).GetProperty("get").GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json").GetProperty("schema");
            using var answer = JsonDocument.Parse(await client.GetStringAsync(await ApiAddress.OfAsync(server, line.Route, TestServer.PlanPlace), TestContext.Current.CancellationToken));
            Assert.Equal([], SchemaCheck.Of(document, schema, answer.RootElement, line.Route).Take(5));
            Assert.True(answer.RootElement.ValueKind != JsonValueKind.Array || answer.RootElement.GetArrayLength() > 0, $"{line.Route} is empty: nothing was checked.");
        }
    }

    [Fact]
    public async Task Problem_Answered_IsAsTheDocumentSays()
    {
        var document = await DocumentAsync();
        using var client = await server.ProgramAsync(TestServer.Reviewer, ApiScopes.Plan);
        using var content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(await ApiAddress.OfAsync(server, "api/v1/plans/{id:guid}/return", TestServer.PlanPlace), content, TestContext.Current.CancellationToken);
        var schema = document.GetProperty("paths").GetProperty("/api/v1/plans/{id}/return").GetProperty("post").GetProperty("responses").GetProperty("422").GetProperty("content").GetProperty("application/problem+json").GetProperty("schema");
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal([], SchemaCheck.Of(document, schema, problem.RootElement, "problem"));
        Assert.Equal(422, problem.RootElement.GetProperty("status").GetInt32());
    }

    [Fact]
    public void Check_JsonOfAnotherForm_FindsEveryFault()
    {
        using var document = JsonDocument.Parse("""{"s": {"type": "object", "required": ["a", "b"], "properties": {"a": {"type": "integer"}, "b": {"type": ["null", "string"]}, "c": {"type": "array", "items": {"type": "number"}}}}}""");
        using var json = JsonDocument.Parse("""{"a": "1", "c": [1, true], "d": 1}""");
        Assert.Equal(["x.a: String", "x.b: missing", "x.c[1]: True", "x.d: not in the schema"], SchemaCheck.Of(document.RootElement, document.RootElement.GetProperty("s"), json.RootElement, "x").Order(StringComparer.Ordinal));
    }

    private static string PathOf(string route) => route.Replace(":guid", "", StringComparison.Ordinal).Replace(":int", "", StringComparison.Ordinal).Replace("**", "", StringComparison.Ordinal);

    /// <summary>Something to list: a version of a plan, and a difference in the bridge.</summary>
    private async Task SubmitAsync()
    {
        using var client = await server.ProgramAsync(TestServer.Planner, ApiScopes.Plan);
        using var answer = await client.PostAsync(await ApiAddress.OfAsync(server, "api/v1/plans/{id:guid}/submit", TestServer.PlanPlace), null, TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.Accepted, answer.StatusCode);
    }

    private async Task<JsonElement> DocumentAsync()
    {
        using var client = server.Program("");
        using var document = JsonDocument.Parse(await client.GetStringAsync(new Uri("/api/openapi.json", UriKind.Relative), TestContext.Current.CancellationToken));
        return document.RootElement.Clone();
    }
}

using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Cadre.Frameworks.Schemas;

namespace Cadre.Cli;

/// <summary><c>cadre schema</c>: prints what a framework's files may hold, for editors and programs that write them.</summary>
internal static class SchemaCommand
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var file = new Argument<string?>("file") { Description = "One file, such as stock.csv or framework.yaml; all of them unless given", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("schema", "Print the JSON Schema (2020-12) of a framework's files") { file };
        command.SetAction(parsed =>
        {
            var schema = parsed.GetValue(file) is { } name ? FrameworkSchemas.Of(name) : FrameworkSchemas.All();
            Console.Out.WriteLine(schema.ToJsonString(Readable));
        });
        return command;
    }
}

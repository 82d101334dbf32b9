using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using NJsonSchema.CodeGeneration.CSharp;
using NSwag.CodeGeneration.CSharp;
using NSwag.CodeGeneration.OperationNameGenerators;

// Generator OPENAPI.YAML CLIENT.CS: writes a C# client of what the document describes.
var settings = new OpenApiReaderSettings();
settings.AddYamlReader();
var read = OpenApiModelFactory.Parse(await File.ReadAllTextAsync(args[0]), "yaml", settings);

// NSwag reads OpenAPI 3.0, not 3.1.
var document = await NSwag.OpenApiDocument.FromJsonAsync(await read.Document!.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_0));

var generator = new CSharpClientGenerator(
    document,
    new()
    {
        ClassName = "TreatyTrackerClient",
        OperationNameGenerator = new SingleClientFromOperationIdOperationNameGenerator(),
        GenerateOptionalParameters = true,
        UseBaseUrl = false,
        CSharpGeneratorSettings =
        {
            Namespace = "TreatyTracker.Client",
            JsonLibrary = CSharpJsonLibrary.SystemTextJson,
            // From 9 on, enumerations know their words.
            JsonLibraryVersion = 10,
            ClassStyle = CSharpClassStyle.Poco,
            DateType = "System.DateOnly",
            GenerateNullableReferenceTypes = true,
            GenerateOptionalPropertiesAsNullable = true,
        },
    }
);
Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(args[1]))!);
await File.WriteAllTextAsync(args[1], generator.GenerateFile());

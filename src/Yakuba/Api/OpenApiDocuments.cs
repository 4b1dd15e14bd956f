using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Yakuba.Office.Operate.Backups;
using Yakuba.Platform.Accounts.Requests;

namespace Yakuba.Api;

/// <summary>The OpenAPI 3.1 document of everything that programs may call.</summary>
internal static class OpenApiDocuments
{
    private const string Bearer = "token";

    private static readonly (string Name, string Description)[] Tags =
    [
        ("ask", "質問と回答"), ("library", "文書"), ("accounts", "利用者、所属、サインイン、アクセストークン"), ("audit", "記録"),
        ("model", "言語モデル"), ("operate", "運転"), ("chat", "OpenAI互換の会話"),
    ];

    internal static void Add(IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = api => api.RelativePath is { } path
            && (path.StartsWith("api/v1/", StringComparison.Ordinal) || path.StartsWith("v1/", StringComparison.Ordinal));
        options.AddDocumentTransformer((document, _, _) => Task.FromResult(Describe(document)));
        options.AddOperationTransformer((operation, context, _) =>
        {
            Refine(operation, context);
            return Task.CompletedTask;
        });
    });

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapOpenApi("/openapi/{documentName}.json").AllowResident();

    private static OpenApiDocument Describe(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Yakuba 役場 API",
            Version = BackupManifest.ProgramVersion,
            Description = "自治体の文書に基づく、根拠を確かめた回答と検索。アクセストークンは「自分のアカウント」の画面で発行します。"
                + "トークンのない要求は住民として扱います。断る理由はRFC 9457（application/problem+json）で返し、nameが変わらない名前です。"
                + "同じことをMCP（/mcp、Streamable HTTP）でも行えます。",
        };
        document.Servers = []; // the address is the municipality's own
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Bearer] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "アクセストークン" },
        };
        document.Tags = Tags.Select(t => new OpenApiTag { Name = t.Name, Description = t.Description }).ToHashSet();
        return document;
    }

    private static void Refine(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var requirement = context.Description.ActionDescriptor.EndpointMetadata.OfType<RightRequirement>().Last();
        operation.Security =
        [
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, context.Document)] = [] },
            .. requirement.SignedIn ? Array.Empty<OpenApiSecurityRequirement>() : [new OpenApiSecurityRequirement()],
        ];
        if (context.Description.RelativePath == "v1/chat/completions")
        {
            operation.RequestBody = ChatBody(); // read by hand, so that a bad body gets an error in OpenAI's form
        }

        operation.Responses ??= [];
        var isOpenAi = context.Description.RelativePath!.StartsWith("v1/", StringComparison.Ordinal);
        operation.Responses.TryAdd("default", new OpenApiResponse
        {
            Description = isOpenAi ? "断る理由（OpenAIの誤りの形）" : "断る理由（problem details）",
            Content = new Dictionary<string, OpenApiMediaType>
            {
                [isOpenAi ? "application/json" : "application/problem+json"] = new OpenApiMediaType { Schema = isOpenAi ? OpenAiError() : Problem() },
            },
        });
        if (requirement.Right is { } right)
        {
            operation.Description = $"{operation.Description}{(operation.Description is null ? "" : " ")}必要な権限: {Platform.Rights.ToName(right)}（{Platform.Rights.ToKey(right)}）";
        }
    }

    private static OpenApiRequestBody ChatBody() => new()
    {
        Required = true,
        Content = new Dictionary<string, OpenApiMediaType>
        {
            ["application/json"] = new OpenApiMediaType
            {
                Schema = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Required = new HashSet<string> { "messages" },
                    Properties = new Dictionary<string, IOpenApiSchema>
                    {
                        ["model"] = Text("yakuba"),
                        ["messages"] = new OpenApiSchema
                        {
                            Type = JsonSchemaType.Array,
                            Description = "最後のuserの発言が質問になる",
                            Items = new OpenApiSchema { Type = JsonSchemaType.Object, Properties = new Dictionary<string, IOpenApiSchema> { ["role"] = Text("user"), ["content"] = Text("質問（2,000文字まで）") } },
                        },
                        ["stream"] = new OpenApiSchema { Type = JsonSchemaType.Boolean, Description = "確かめた文を順に受け取る（server-sent events）" },
                    },
                },
            },
        },
    };

    private static OpenApiSchema Problem() => new()
    {
        Type = JsonSchemaType.Object,
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = Text("urn:yakuba:problem:NAME"),
            ["title"] = Text("何が起きたかと、次にすること"),
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
            ["detail"] = Text("手がかり（ファイル名、上限など）"),
            ["name"] = Text("変わらない名前"),
        },
    };

    private static OpenApiSchema OpenAiError() => new()
    {
        Type = JsonSchemaType.Object,
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["error"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Properties = new Dictionary<string, IOpenApiSchema> { ["message"] = Text(""), ["type"] = Text(""), ["param"] = Text(""), ["code"] = Text("変わらない名前") },
            },
        },
    };

    private static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, Description = description };
}

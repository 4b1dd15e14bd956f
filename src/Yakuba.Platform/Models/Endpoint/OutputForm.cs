namespace Yakuba.Platform.Models.Endpoint;

/// <summary>How strictly a server can be asked for the reply's form. Servers differ; the strictest that one accepts is used.</summary>
public enum OutputForm
{
    /// <summary>A JSON schema that the server enforces while it writes.</summary>
    Schema,

    /// <summary>Any JSON object.</summary>
    Json,

    /// <summary>The prompt's words alone.</summary>
    Words,
}

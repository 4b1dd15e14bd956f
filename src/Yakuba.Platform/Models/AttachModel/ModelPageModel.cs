using Yakuba.Platform.Models.CheckModel;
using Yakuba.Platform.Web.Parts;

namespace Yakuba.Platform.Models.AttachModel;

/// <summary>What the page of the language model shows.</summary>
/// <remarks>Posts to <c>/model</c> (<c>url</c>, <c>name</c>, <c>key</c>), <c>/model/check</c> and <c>/model/off</c>.</remarks>
/// <param name="IsAttached">True when answers are worded by a model.</param>
/// <param name="Url">Address of the model server in the municipality's own network; empty when none.</param>
/// <param name="Name">Name of the model; empty for the server's first.</param>
/// <param name="Facts">What is known of it: file hash, context length, when it was attached and by whom.</param>
public sealed record ModelPageModel(bool IsAttached, string Url, string Name, IReadOnlyList<FactLine> Facts)
{
    /// <summary>Score sheets, newest first, the one without a model among them.</summary>
    public IReadOnlyList<ScoreSheet> Sheets { get; init; } = [];

    /// <summary>Questions asked so far of a check that runs now; null when none runs.</summary>
    public long? CheckDone { get; init; }

    /// <summary>Questions of the check in all.</summary>
    public long CheckAll { get; init; }

    /// <summary>What was just done; may be empty.</summary>
    public string Done { get; init; } = "";

    /// <summary>Why the last act was refused, or null.</summary>
    public Problem? Problem { get; init; }
}

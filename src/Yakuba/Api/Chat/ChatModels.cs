namespace Yakuba.Api.Chat;

/// <summary>The one model that chat clients see: the municipality's documents, through the seven steps.</summary>
internal static class ChatModels
{
    internal const string Name = "yakuba";

    internal static ModelList List { get; } = new("list", [new ModelCard(Name, "model", 0, "yakuba")]);

    internal static bool IsKnown(string name) => name == Name;

    /// <summary>A list of models.</summary>
    internal sealed record ModelList(string Object, IReadOnlyList<ModelCard> Data);

    /// <summary>A model.</summary>
    internal sealed record ModelCard(string Id, string Object, long Created, string OwnedBy);
}

using System.Text.Json.Serialization;

namespace Yakuba.Papers;

/// <summary>A line or a table.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "block")]
[JsonDerivedType(typeof(PaperLine), "line")]
[JsonDerivedType(typeof(PaperTable), "table")]
public abstract record PaperBlock
{
    /// <summary>Whether the whole block was put in or taken out since an older version; see <see cref="PaperComparison"/>.</summary>
    public PaperChange Change { get; init; }
}

namespace Yakuba.Search;

/// <summary>The fields of an index, fixed when the index is created.</summary>
/// <param name="Fields">1 to <see cref="MaxFields"/> fields; a field is addressed by its place in this list.</param>
public sealed record IndexSchema(IReadOnlyList<FieldSchema> Fields)
{
    /// <summary>The most fields an index can have.</summary>
    public const int MaxFields = 64;

    /// <summary>Throws unless the fields are within the ranges that <see cref="FieldSchema"/> and this record state.</summary>
    /// <exception cref="ArgumentException">No field, too many, a blank or repeated name, or a weight out of range.</exception>
    internal void Check()
    {
        if (Fields.Count is 0 or > MaxFields)
        {
            throw new ArgumentException($"A schema has 1 to {MaxFields} fields, not {Fields.Count}.");
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in Fields)
        {
            if (string.IsNullOrWhiteSpace(field.Name) || !names.Add(field.Name))
            {
                throw new ArgumentException($"Field name '{field.Name}' is blank or repeated.");
            }

            if (!double.IsFinite(field.Weight) || field.Weight < 0)
            {
                throw new ArgumentException($"Field '{field.Name}' has weight {field.Weight}; it must be finite and at least 0.");
            }

            if (!double.IsFinite(field.MeanLength) || field.MeanLength < 0)
            {
                throw new ArgumentException($"Field '{field.Name}' has mean length {field.MeanLength}; it must be finite and at least 0.");
            }
        }
    }

    /// <summary>Whether the fields agree in all that is fixed at creation.</summary>
    internal bool HasSameShape(IndexSchema other) =>
        Fields.Select(field => (field.Name, field.HasPositions)).SequenceEqual(other.Fields.Select(field => (field.Name, field.HasPositions)));

    internal bool HasSameWeights(IndexSchema other) =>
        Fields.Select(field => field.Weight).SequenceEqual(other.Fields.Select(field => field.Weight));
}

namespace Yakuba.Search;

/// <summary>The index was created with other fields than those asked for. Build a new index in another directory.</summary>
public sealed class IndexSchemaException : IndexException
{
    internal IndexSchemaException(string file, string found, string wanted)
        : base(file, "schema", $"the index has the fields {found}; {wanted} were asked for.")
    {
    }
}

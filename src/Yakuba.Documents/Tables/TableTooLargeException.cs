namespace Yakuba.Documents;

/// <summary>A table claims more cells than any table has; the door refuses the file by name.</summary>
internal sealed class TableTooLargeException() : Exception("A table claims too many cells.");

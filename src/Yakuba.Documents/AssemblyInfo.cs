using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Yakuba.Documents.Tests")]

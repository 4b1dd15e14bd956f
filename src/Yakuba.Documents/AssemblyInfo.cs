using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Yakuba.Documents.Tests")]
[assembly: InternalsVisibleTo("Yakuba.Legislation.Tests")]

using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Yakuba.Search.Tests")]

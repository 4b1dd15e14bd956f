using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Yakuba.Papers.Tests")]

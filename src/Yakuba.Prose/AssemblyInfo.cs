using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Yakuba.Prose.Tests")]

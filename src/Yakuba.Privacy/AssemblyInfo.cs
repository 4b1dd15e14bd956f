using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Yakuba.Privacy.Tests")]

using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Yakuba.Legislation.Tests")]

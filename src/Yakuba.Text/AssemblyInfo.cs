using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Yakuba.Text.Tests")]

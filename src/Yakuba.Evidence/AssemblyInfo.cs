using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Yakuba.Evidence.Tests")]

using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Yakuba.Platform.Tests")]
[assembly: InternalsVisibleTo("Yakuba.Tests")]
[assembly: InternalsVisibleTo("Yakuba.Testing")]
[assembly: InternalsVisibleTo("Yakuba.Bench")]
[assembly: InternalsVisibleTo("Yakuba.Browser.Tests")]
[assembly: InternalsVisibleTo("Yakuba.Faults.Tests")]

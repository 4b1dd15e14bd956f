using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Yakuba.Ledger.Tests")]

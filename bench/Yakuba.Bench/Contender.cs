using System.Globalization;
using Yakuba.Search;

namespace Yakuba.Bench;

/// <summary>
/// The verb <c>contender</c>: joins a side-by-side run of search engines over one file of ready tokens.
/// <c>contender build TOK.txt DIR</c> and <c>contender query DIR QUERIES.txt ROUNDS BUDGET_S OUT.json</c>.
/// </summary>
internal static class Contender
{
    /// <summary>One field: the tokens of the file, each line a passage and a group of its own.</summary>
    internal static IndexSchema Schema { get; } = new([new FieldSchema("tokens", 1)]);

    internal static int Run(ReadOnlySpan<string> args)
    {
        switch (args)
        {
            case ["build", var tokens, var directory]:
                ContenderBuild.Run(tokens, directory);
                return 0;
            case ["query", var directory, var queries, var rounds, var budget, var output]:
                ContenderQuery.Run(
                    directory,
                    queries,
                    int.Parse(rounds, CultureInfo.InvariantCulture),
                    TimeSpan.FromSeconds(double.Parse(budget, CultureInfo.InvariantCulture)),
                    output);
                return 0;
            default:
                Console.Error.WriteLine("contender build TOK.txt DIR | contender query DIR QUERIES.txt ROUNDS BUDGET_S OUT.json");
                return 2;
        }
    }
}

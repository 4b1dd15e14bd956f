using Xunit.Runner.InProc.SystemConsole;
using Yakuba.Search.Tests.Directories;

return args is [KilledWriter.Verb, var directory, var seed]
    ? KilledWriter.Run(directory, int.Parse(seed, System.Globalization.CultureInfo.InvariantCulture))
    : await ConsoleRunner.Run(args);

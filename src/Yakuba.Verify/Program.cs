using Yakuba.Verify;

// Exit codes: 0 whole, 1 damage found, 2 wrong use or unreadable input.
try
{
    return Arguments.Parse(args) switch
    {
        ({ Command: "dir", Paths: [var directory], Key: { } key } call, _) => DirectoryCheck.Run(directory, key, call, Console.Out),
        ({ Command: "proof", Paths: [var file], Key: { } key } call, _) => ProofCheck.Run(file, key, call.Option("--entry"), Console.Out),
        ({ Command: "witness", Paths: [var request], Key: { } key } call, _) => WitnessCall.Run(request, key, call, Console.Out),
        ({ Command: "diff", Paths: [var first, var second] }, _) => ExportComparison.Run(first, second, Console.Out),
        (_, var fault) => Usage.Refuse(fault, Console.Error),
    };
}
catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine($"読めません: {unreadable.Message}");
    return Usage.BadInput;
}

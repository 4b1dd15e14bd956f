using Yakuba.Bench;

return args switch
{
    ["contender", .. var rest] => Contender.Run(rest),
    ["ledger", .. var rest] => LedgerBench.Run(rest),
    ["record", .. var rest] => await RecordBench.RunAsync(rest),
    ["tokenise", .. var rest] => TokenisingBenchmark.Run(rest),
    ["pii", .. var rest] => PrivacyBenchmark.Run(rest),
    ["lint", .. var rest] => LintBenchmark.Run(rest),
    ["readers", .. var rest] => ReadersBenchmark.Run(rest),
    ["vectors", .. var rest] => VectorBenchmark.Run(rest),
    ["embedding-double", .. var rest] => await EmbeddingDoubleVerb.RunAsync(rest),
    ["scans", .. var rest] => await ScanBenchmark.RunAsync(rest),
    ["idle", .. var rest] => await IdleBench.RunAsync(rest),
    ["papers", .. var rest] => PapersBenchmark.Run(rest),
    ["towns", .. var rest] => await TownsBench.RunAsync(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Yakuba.Bench contender … | ledger [ENTRIES] | record DIR [POSTGRES] [SECONDS] [PROOF-ENTRIES] | pii FILE [ROUNDS] | lint FILE [ROUNDS] | readers TOKENS QUERIES FOLDER [WAYS] | vectors COUNT [DIMENSION] | embedding-double PORT … | scans FOLDER PROGRAM [PAGES] | idle URL PID [CONNECTIONS] [ASKS-A-SECOND] [SECONDS] | papers [PAGES] [ROUNDS] | towns FOLDER PROGRAM [TOWNS]");
    return 2;
}

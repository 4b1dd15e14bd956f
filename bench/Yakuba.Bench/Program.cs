using Yakuba.Bench;

return args switch
{
    ["contender", .. var rest] => Contender.Run(rest),
    ["ledger", .. var rest] => LedgerBench.Run(rest),
    ["tokenise", .. var rest] => TokenisingBenchmark.Run(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Yakuba.Bench contender … | ledger [ENTRIES]");
    return 2;
}

using System.CommandLine;
using System.Globalization;
using Yakuba.Ledger;
using Yakuba.Platform;
using Yakuba.Platform.CommandLine;

namespace Yakuba.Towns;

/// <summary><c>yakuba installation …</c>: the installation's log, which covers the records of all its towns.</summary>
internal static class LogCommands
{
    internal static Command Create(CommandContext context, Installation? live = null) =>
        new("installation", "複数の団体の記録を、まとめて確かめる") { Sheet(context, live), Verify(context, live) };

    private static InstallationCommand Sheet(CommandContext context, Installation? live)
    {
        var command = new InstallationCommand("sheet", "すべての団体の記録の、いまの控えを1行にまとめて表示する（印刷して保管する）");
        return command.On(context, live, async (_, installation, cancel) =>
        {
            if ((await TownHeads.CollectAsync(installation, cancel)).Problem is { } stuck)
            {
                return context.Output.Fail(stuck);
            }

            var head = installation.Log.Last!;
            var towns = installation.Log.Heads().Count;
            context.Output.Result(new { origin = head.Origin, size = head.Size, root = head.Root.ToString(), words = SpokenWords.Of(head), towns, key = installation.Log.VerifierKey });
            context.Output.Line(FormattableString.Invariant($"{head.Origin}  {head.Size}件  {head.Root}"));
            context.Output.Line($"読み上げの8語: {SpokenWords.Of(head)}");
            context.Output.Line($"{towns}団体の記録の控えを含みます。後で確かめるには: yakuba installation verify --against \"{head.Size.ToString(CultureInfo.InvariantCulture)} {head.Root}\"");
            return 0;
        });
    }

    private static InstallationCommand Verify(CommandContext context, Installation? live)
    {
        var against = new Option<string>("--against") { Description = "以前の sheet の件数と値（\"件数 値\"）", DefaultValueFactory = _ => "" };
        var command = new InstallationCommand("verify", "すべての団体の記録が、控えに署名した内容とつながることを確かめる") { against };
        return command.On(context, live, async (parsed, installation, cancel) =>
        {
            if (parsed.GetValue(against)!.Trim() is { Length: > 0 } kept)
            {
                var parts = kept.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                if (parts.Length != 2 || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var size) || parts[1].Length != 44)
                {
                    return context.Output.Fail(TownProblems.NotASheet);
                }

                var known = await installation.WithLogAsync<string>(log => log.RootAt(size)?.ToString() ?? "", cancel);
                if (!known.TryGet(out var head, out var busy))
                {
                    return context.Output.Fail(busy);
                }

                if (head != parts[1])
                {
                    return context.Output.Fail(TownProblems.LogDamaged.With($"{size}件"));
                }
            }

            if ((await TownHeads.CollectAsync(installation, cancel)).Problem is { } stuck)
            {
                return context.Output.Fail(stuck);
            }

            // No command changes the list of towns meanwhile.
            if (!(await installation.AloneAsync(() => TownHeads.VerifyAsync(installation, cancel), cancel)).TryGet(out var faults, out var problem))
            {
                return context.Output.Fail(problem);
            }

            context.Output.Result(new { lines = installation.Log.Last!.Size, towns = installation.File.Towns.Count, faults });
            foreach (var fault in faults)
            {
                context.Output.Line($"{fault.Code} {fault.Name}: {fault.Fault}");
            }

            var elsewhere = faults.Count(f => f.IsElsewhere);
            if (elsewhere > 0)
            {
                context.Output.Line($"{elsewhere}団体は、別のノードが開いているため、ここでは確かめていません。");
            }

            context.Output.Line(faults.Count == elsewhere && elsewhere > 0
                ? $"ほかの団体の記録は、控え（{installation.Log.Last.Size}行）とつながっています。"
                : faults.Count == 0
                ? $"{installation.File.Towns.Count}団体の記録は、控え（{installation.Log.Last.Size}行）とつながっています。"
                : $"{faults.Count - elsewhere}団体の記録が、控えと合いません。その団体の監査担当者に知らせ、yakuba audit verify で調べてください。");
            return faults.Count == 0 ? 0 : 1;
        });
    }
}

using System.CommandLine;
using Yakuba.Office.Library.Wording;
using Yakuba.Platform.CommandLine;
using Yakuba.Text;

namespace Yakuba.Office.Evaluate.Learn;

/// <summary><c>yakuba learn words</c>: makes the associations that the program ships from the folder of words.</summary>
internal static class LearnWords
{
    internal static Command Create(CommandContext context)
    {
        var words = new Option<string>("--words") { Required = true, Description = "言葉のフォルダー（words）" };
        var to = new Option<string>("--out") { Required = true, Description = "書き出すファイル" };
        var command = new DatalessCommand("words", "言葉のフォルダーから、言い換えの表を作る") { words, to };
        command.SetAction(parsed => Run(context, context.FullPath(parsed.GetValue(words)!), context.FullPath(parsed.GetValue(to)!)));
        return command;
    }

    private static int Run(CommandContext context, string folder, string to)
    {
        if (!WordFiles.Read(folder).TryGet(out var files, out var problem))
        {
            return context.Output.Fail(problem);
        }

        using var lexicon = Lexicon.OpenInstalled();
        var associations = WordLearning.Learn(files.TopicPairs, files.Entries, new SearchAnalyser(lexicon));
        using (var writer = new StreamWriter(to))
        {
            associations.Write(writer);
        }

        context.Output.Line($"{files.TopicPairs.Count}組と{files.Entries.Count}件から、{associations.Count}語の言い換えを{to}に書きました。");
        context.Output.Result(new { pairs = files.TopicPairs.Count, entries = files.Entries.Count, words = associations.Count });
        return 0;
    }
}

using System.CommandLine;
using Yakuba.Documents;
using Yakuba.Legislation;
using Yakuba.Office.Ordinances.Reading;
using Yakuba.Platform.CommandLine;

namespace Yakuba.Office.Ordinances.ShowOrdinance;

/// <summary><c>yakuba ordinance show FILE</c>: the provisions with their places; with <c>--article</c> the text of one.</summary>
internal static class ShowCommand
{
    internal static Command Create(CommandContext context)
    {
        var file = new Argument<string>("FILE") { Description = "例規のファイル（テキスト、HTML、法令XML、Word、PDF）" };
        var article = new Option<string>("--article") { Description = "この場所の条文だけを出力する（例: 第3条第2項、附則第1項、別表第1）", HelpName = "場所" };
        var command = new DatalessCommand("show", "例規を編・章・条・項・号に分けて出力する") { file, article };
        command.SetAction((parsed, cancel) => RunAsync(context, context.FullPath(parsed.GetValue(file)!), parsed.GetValue(article) ?? "", cancel));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, string file, string article, CancellationToken cancel)
    {
        using var workers = new DocumentWorkers();
        if (!(await EnactmentFile.ReadAsync(workers, file, cancel)).TryGet(out var read, out var problem))
        {
            return context.Output.Fail(problem);
        }

        var index = new EnactmentIndex(read.Enactment);
        return article.Length > 0 ? One(context.Output, index, article) : All(context.Output, index, read);
    }

    private static int One(CommandOutput output, EnactmentIndex index, string article)
    {
        if (ProvisionPath.Parse(article) is not { } path)
        {
            return output.Fail(OrdinancesProblems.BadPath.With(article));
        }

        if (index.Find(path) is not { } found)
        {
            return output.Fail(OrdinancesProblems.NoSuchProvision.With(path.ToString()));
        }

        var lines = EnactmentText.Write(found.Provision, index.Enactment.Captions);
        output.Line($"{index.Enactment.Name}　{found.Path}");
        foreach (var line in lines)
        {
            output.Line(line);
        }

        output.Result(new { title = index.Enactment.Name, path = found.Path.ToString(), lines });
        return 0;
    }

    private static int All(CommandOutput output, EnactmentIndex index, EnactmentFile read)
    {
        var enactment = read.Enactment;
        output.Line(enactment.Name);
        foreach (var line in enactment.Front.Concat(enactment.Contents).Concat(enactment.Preamble))
        {
            output.Line(line);
        }

        foreach (var line in OutlineText.Of(index))
        {
            output.Line(line);
        }

        foreach (var problem in read.Reading.Problems)
        {
            output.Remark(read.Words(problem));
        }

        output.Result(new
        {
            title = enactment.Name,
            front = enactment.Front,
            contents = enactment.Contents,
            preamble = enactment.Preamble,
            provisions = enactment.Provisions.Select(ShownProvision.Of),
            enforcement = EnforcementDates.Of(index).Select(e => new { path = e.Path.ToString(), day = e.Day }),
            problems = read.Reading.Problems,
        });
        return 0;
    }
}

using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using Yakuba.Platform.CommandLine;

namespace Yakuba.Tests.Architecture;

/// <summary>Every command line that the operator's guides show in a block can be typed: the real command tree takes it, with its arguments, as it stands.</summary>
public sealed partial class OperateDocsTests
{
    [Fact]
    public void Every_command_shown_in_the_guides_is_taken_by_the_command_tree() => Faults.None(
        from file in SourceTree.Files("docs/operate", ".md")
        from line in Lines(SourceTree.Text(file))
        let fault = Fault(line)
        where fault.Length > 0
        select $"{file}: yakuba {line}: {fault}");

    [Fact]
    public void The_guides_show_commands() => Assert.True(SourceTree.Files("docs/operate", ".md").SelectMany(f => Lines(SourceTree.Text(f))).Count() > 20);

    [Theory]
    [InlineData("conjure")]
    [InlineData("ask")]
    [InlineData("rollback")]
    [InlineData("backup a.tar --keep many")]
    [InlineData("ask 質問 --loudly")]
    [InlineData("audit prove first")]
    public void A_line_that_cannot_be_typed_is_noticed(string line) => Assert.NotEmpty(Fault(line));

    [Fact]
    public void Lines_are_found_behind_sudo_in_a_timer_and_behind_a_setting() => Assert.Equal(
        ["backup /b.tar --data /srv", "serve --data /srv", "audit sheet a.html"],
        Lines("text `yakuba conjure`\n```\n15 2 * * * yakuba /opt/yakuba/yakuba backup /b.tar --data /srv\nYAKUBA_STORAGE='x' yakuba serve --data /srv\nsudo yakuba audit sheet a.html\nyakuba-verify dir x\n```\n"));

    [Fact]
    public void A_command_that_has_others_below_it_was_left_out_of_the_reference() => Faults.None(
        from file in SourceTree.Files("docs/operate", ".md")
        from line in Lines(SourceTree.Text(file))
        let name = Name(Parse(line).CommandResult)
        where !Regex.IsMatch(SourceTree.Text("docs/reference/commands.md"), $"^## `{name}(`| [^a-z])", RegexOptions.Multiline) // after its name an argument, no command below it
        select $"{file}: {name}");

    private static IEnumerable<string> Lines(string text) =>
        from Match block in Blocks().Matches(text)
        from line in block.Groups[1].Value.Split('\n')
        let command = Command().Match(line)
        where command.Success
        select command.Groups[1].Value.Trim();

    private static string Name(CommandResult result) => result.Parent is CommandResult above ? $"{Name(above)} {result.Command.Name}" : "yakuba";

    private static string Fault(string line) => string.Join("; ", Parse(line).Errors.Select(e => e.Message));

    private static ParseResult Parse(string line)
    {
        var root = new RootCommand { SharedOptions.Data, SharedOptions.Json };
        foreach (var command in Rooms.Commands(new CommandContext("", "", TextReader.Null, new CommandOutput(TextWriter.Null, TextWriter.Null, false, false))))
        {
            root.Subcommands.Add(command);
        }

        // As a shell would part it: quotes hold words together, and what follows a #, < or > is not the command's.
        var words = Words().Matches(line.Split(" #")[0].Split(" >")[0].Split(" <")[0]).Select(m => m.Value.Trim('"', '\''));
        return root.Parse([.. words]);
    }

    [GeneratedRegex("```[a-z]*\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Blocks();

    [GeneratedRegex(@"^\s*(?:[0-9*]+ [0-9*]+ [0-9*]+ [0-9*]+ [0-9*]+ (?:yakuba )?|sudo |[A-Z_]+='[^']*' )*(?:/\S+/)?yakuba ((?!-u).+)$")]
    private static partial Regex Command();

    [GeneratedRegex(@"(?:\$\([^)]*\)|""[^""]*""|'[^']*'|\S)+")]
    private static partial Regex Words();
}

namespace Yakuba.Platform.Accounts.Directories;

/// <summary>What membership of a directory's group gives here: roles, sections, a clearance.</summary>
/// <param name="Text">As it was typed.</param>
/// <param name="Lines">Group and what it gives, in order.</param>
public sealed record GroupMapping(string Text, IReadOnlyList<GroupGives> Lines)
{
    private const int MaxLength = 20_000;

    /// <summary>Nothing is given by anything.</summary>
    public static GroupMapping None { get; } = new("", []);

    /// <summary>Reads lines such as <c>zeimu => 職員</c>, <c>zeimu => @040</c> and <c>kacho => #機密性3</c>. A semicolon ends a line too; blank lines are left out.</summary>
    public static Result<GroupMapping> Parse(string text)
    {
        if (text.Length > MaxLength)
        {
            return AccountsProblems.DirectoryGroups;
        }

        var lines = new List<GroupGives>();
        foreach (var line in text.Split(['\n', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Split("=>", StringSplitOptions.TrimEntries) is not [{ Length: > 0 } group, { Length: > 0 } gives])
            {
                return AccountsProblems.DirectoryGroups.With(line);
            }

            var role = Roles.Parse(gives);
            var label = gives[0] == '#' ? Labels.Parse(gives[1..]) : null;
            var section = gives[0] == '@' ? gives[1..].Trim() : "";
            if (role is null or Role.Resident && label is null && section.Length == 0)
            {
                return AccountsProblems.DirectoryGroups.With(line);
            }

            lines.Add(new GroupGives(group, role, section, label));
        }

        return new GroupMapping(text, lines);
    }
}

/// <summary>One line of the mapping; exactly one of the three is given.</summary>
/// <param name="Group">The group's name (<c>cn</c>), compared without regard to case.</param>
/// <param name="Role">The role, or null.</param>
/// <param name="Section">Code or name of the section, or empty.</param>
/// <param name="Clearance">The clearance, or null.</param>
public sealed record GroupGives(string Group, Role? Role, string Section, Label? Clearance);

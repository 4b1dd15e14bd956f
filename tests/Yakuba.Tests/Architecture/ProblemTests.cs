using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using Yakuba.Platform;

namespace Yakuba.Tests.Architecture;

/// <summary>A refusal has one stable name, a fitting status, and tells in Japanese what to do next.</summary>
public sealed partial class ProblemTests
{
    /// <summary>First part of a name, by the namespace of the class that holds the problem. Where a room's user sees several doors, each door may have its own.</summary>
    private static readonly (string Namespace, string[] Prefixes)[] Prefixes =
    [
        ("Yakuba.Platform.Accounts", ["accounts-"]),
        ("Yakuba.Platform.Audit", ["audit-"]),
        ("Yakuba.Platform.Models", ["model-"]),
        ("Yakuba.Platform.Privacy", ["privacy-"]),
        ("Yakuba.Platform.Web", ["web-"]),
        ("Yakuba.Platform.Data", ["storage-"]),
        ("Yakuba.Platform.Settings", ["settings-"]),
        ("Yakuba.Platform.Jobs", ["job-"]),
        ("Yakuba.Platform.Handover", ["command-"]),
        ("Yakuba.Office.Ask.HandOver", ["handover-"]),
        ("Yakuba.Office.Ask", ["ask-"]),
        ("Yakuba.Office.Library.Reorganise", ["reorganise-"]),
        ("Yakuba.Office.Library", ["library-", "import-"]),
        ("Yakuba.Office.Draft", ["draft-"]),
        ("Yakuba.Office.Evaluate", ["eval-"]),
        ("Yakuba.Office.PaperFiles", ["paper-"]),
        ("Yakuba.Office.Ordinances", ["ordinance-"]),
        ("Yakuba.Office.Operate.SeedTown", ["seed-"]),
        ("Yakuba.Office.Operate", ["operate-", "backup-", "restore-", "settings-"]),
        ("Yakuba.Towns", ["town-"]),
        ("Yakuba", ["command-", "serve-", "api-"]),
    ];

    private static readonly IReadOnlyList<(string Place, Problem Problem)> All = [.. Product.Assemblies.SelectMany(Static)];

    [Fact]
    public void There_are_problems_to_look_at() => Assert.True(All.Count > 50, $"only {All.Count} problems found");

    [Fact]
    public void Names_are_kebab_case_and_begin_with_their_room() =>
        Faults.None(All.Where(p => !Kebab().IsMatch(p.Problem.Name) || !Prefixes.First(r => p.Place.StartsWith(r.Namespace + ".", StringComparison.Ordinal)).Prefixes.Any(x => p.Problem.Name.StartsWith(x, StringComparison.Ordinal))).Select(Line));

    [Fact]
    public void Names_are_unique() => Faults.None(All.GroupBy(p => p.Problem.Name).Where(g => g.Count() > 1).Select(g => g.Key));

    [Fact]
    public void Statuses_are_refusals() => Faults.None(All.Where(p => p.Problem.Status is < 400 or > 599).Select(Line));

    [Fact]
    public void Messages_are_whole_Japanese_sentences_with_a_next_step() => Faults.None(All.Where(p => Fault(p.Problem.Message).Length > 0).Select(p => $"{Line(p)}: {Fault(p.Problem.Message)}"));

    [Fact]
    public void No_message_is_used_twice() => Faults.None(All.GroupBy(p => p.Problem.Message).Where(g => g.Count() > 1).Select(g => string.Join(" = ", g.Select(p => p.Problem.Name))));

    [Theory]
    [InlineData("Not found.")]
    [InlineData("文書が見つかりません。")]
    [InlineData("文書が見つかりません。一覧から選んでください")]
    public void A_message_without_words_or_next_step_is_noticed(string message) => Assert.NotEmpty(Fault(message));

    [Fact]
    public void Problems_are_made_once_as_static_fields_and_nowhere_else() => Faults.None(Product.Assemblies.SelectMany(MadeElsewhere));

    private static string Fault(string message) =>
        !Kana().IsMatch(message) ? "not Japanese"
        : !message.EndsWith('。') ? "no full stop at the end"
        : !NextStep().IsMatch(message) ? "no next step"
        : message.Contains('\n') || message.Contains("  ") ? "layout in the text"
        : "";

    private static string Line((string Place, Problem Problem) p) => $"{p.Place} {p.Problem.Name} {p.Problem.Status} {p.Problem.Message}";

    private static IEnumerable<(string, Problem)> Static(Assembly assembly) => assembly.GetTypes()
        .Where(t => !t.ContainsGenericParameters)
        .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
        .Where(f => f.FieldType == typeof(Problem))
        .Select(f => ($"{f.DeclaringType!.FullName}", (Problem)f.GetValue(null)!));

    /// <summary>Methods that make a problem on the spot, with a name that no list shows.</summary>
    private static IEnumerable<string> MadeElsewhere(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var reader = file.GetMetadataReader();
        var found = new List<string>();
        foreach (var method in reader.MethodDefinitions.Select(reader.GetMethodDefinition).Where(m => m.RelativeVirtualAddress != 0 && reader.GetString(m.Name) != ".cctor"))
        {
            var owner = reader.GetTypeDefinition(method.GetDeclaringType());
            if (reader.GetString(owner.Name) != "Problem" && MethodCode.Names(file.GetMethodBody(method.RelativeVirtualAddress).GetILBytes()!).Any(n => n.Code.Name == "newobj" && IsProblem(reader, n.Named)))
            {
                found.Add($"{reader.GetString(owner.Name)}.{reader.GetString(method.Name)}");
            }
        }

        return found;
    }

    private static bool IsProblem(MetadataReader reader, EntityHandle constructor) => constructor.Kind switch
    {
        HandleKind.MethodDefinition => reader.GetString(reader.GetTypeDefinition(reader.GetMethodDefinition((MethodDefinitionHandle)constructor).GetDeclaringType()).Name) == "Problem",
        HandleKind.MemberReference when reader.GetMemberReference((MemberReferenceHandle)constructor).Parent is { Kind: HandleKind.TypeReference } type =>
            reader.GetString(reader.GetTypeReference((TypeReferenceHandle)type).Name) == "Problem",
        _ => false,
    };

    [GeneratedRegex("^[a-z]+(-[a-z0-9]+)+$")]
    private static partial Regex Kebab();

    [GeneratedRegex("[ぁ-ん]")]
    private static partial Regex Kana();

    [GeneratedRegex("ください(。|（)")]
    private static partial Regex NextStep();
}

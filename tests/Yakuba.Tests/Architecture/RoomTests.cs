using Yakuba.Office.Ask;
using Yakuba.Platform;

namespace Yakuba.Tests.Architecture;

/// <summary>Who may use whom. Reading the table top to bottom is reading the product.</summary>
public sealed class RoomTests
{
    /// <summary>What every room stands on; the foundation itself knows no room.</summary>
    private static readonly string[] Foundation = ["", "Data", "Settings", "Jobs", "CommandLine", "Handover", "Web", "Telemetry"];

    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Platform.Audit"] = ["Platform.Accounts"], // its pages name people and declare rights; the record itself needs nobody
        ["Platform.Accounts"] = ["Platform.Audit"],
        ["Platform.Privacy"] = [],
        ["Platform.Models"] = ["Platform.Audit", "Platform.Accounts", "Platform.Privacy"],
        ["Office.Library"] = ["Platform.Audit", "Platform.Accounts", "Platform.Privacy", "Platform.Models"], // vectors of passages; what may come into the index
        ["Office.Ask"] = ["Platform.Audit", "Platform.Accounts", "Platform.Privacy", "Platform.Models", "Office.Library"],
        ["Office.Draft"] = ["Platform.Audit", "Platform.Accounts", "Platform.Privacy", "Office.Library"],
        ["Office.Evaluate"] = ["Platform.Audit", "Platform.Accounts", "Platform.Models", "Office.Library", "Office.Ask"],
        ["Office.PaperFiles"] = [],
        ["Office.Ordinances"] = ["Office.PaperFiles"], // works on files alone
        ["Office.Operate"] = ["Platform.Audit", "Platform.Accounts", "Office.Library", "Office.Ask"],
    };

    [Fact]
    public void Rooms_use_only_the_rooms_listed_for_them() =>
        Faults.None(Uses().Where(u => !Allowed.GetValueOrDefault(u.From, []).Contains(u.To)).Select(Line).Distinct());

    [Fact]
    public void Rooms_use_only_public_types_of_others_and_of_the_foundation() =>
        Faults.None(Real().Where(u => !u.IsOpen && Room(u.From) != Room(u.To) && Room(u.To).Length > 0).Select(u => $"{u.From} → {u.To}.{u.Type}").Distinct());

    [Fact]
    public void Every_listed_use_is_still_real() =>
        Faults.None(Allowed.SelectMany(a => a.Value.Select(to => $"{a.Key} → {to}")).Except(Uses().Select(u => $"{u.From} → {u.To}")));

    [Fact]
    public void Every_room_has_a_row_and_every_row_a_room() =>
        Assert.Equal(Allowed.Keys.Order(StringComparer.Ordinal), Folders().Order(StringComparer.Ordinal));

    [Fact]
    public void The_reader_sees_a_use_hidden_inside_an_async_lambda() =>
        Assert.Contains(new TypeUse("ControlA", "ControlB", "Secret", false), RoomGraph.Read(typeof(RoomTests).Assembly));

    [Fact]
    public void The_reader_sees_a_type_that_is_only_caught_or_only_an_argument()
    {
        var uses = RoomGraph.Read(typeof(RoomTests).Assembly);
        Assert.Contains(new TypeUse("ControlA", "ControlB", "Failure", false), uses);
        Assert.Contains(new TypeUse("ControlA", "ControlB", "Argument", false), uses);
    }

    /// <summary>Uses between rooms, as rows of the table: <c>Office.Ask → Office.Library</c>. The foundation as a user counts too.</summary>
    private static IEnumerable<(string From, string To, string Type)> Uses() => Real()
        .Select(u => (From: Row(u.From), To: Row(u.To), Type: $"{u.To}.{u.Type}"))
        .Where(u => u.From != u.To && u.To.Contains('.') && u.From.Length > 0);

    private static IEnumerable<TypeUse> Real() => new[] { typeof(Problem).Assembly, typeof(AskRoom).Assembly }
        .SelectMany(RoomGraph.Read)
        .Where(u => IsProduct(u.From) && IsProduct(u.To));

    private static bool IsProduct(string name) => name is "Yakuba.Platform" or "Yakuba.Office"
        || name.StartsWith("Yakuba.Platform.", StringComparison.Ordinal) || name.StartsWith("Yakuba.Office.", StringComparison.Ordinal);

    private static string Room(string name) => string.Join('.', name.Split('.').Skip(1).Take(2));

    private static string Row(string name) => Room(name).Split('.') is var parts && parts.Length == 2 && !(parts[0] == "Platform" && Foundation.Contains(parts[1]))
        ? string.Join('.', parts)
        : parts[0] == "Platform" ? "Foundation" : "";

    private static IEnumerable<string> Folders() => new[] { "Platform", "Office" }
        .SelectMany(d => Directory.GetDirectories(SourceTree.PathOf("src/Yakuba." + d)).Select(f => $"{d}.{Path.GetFileName(f)}"))
        .Where(r => !r.EndsWith(".bin", StringComparison.Ordinal) && !r.EndsWith(".obj", StringComparison.Ordinal) && Row("Yakuba." + r) == r);

    private static string Line((string From, string To, string Type) use) => $"{use.From} → {use.Type}";
}

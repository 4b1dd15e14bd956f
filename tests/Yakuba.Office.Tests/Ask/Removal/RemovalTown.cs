using System.Text;
using System.Text.RegularExpressions;
using Yakuba.Office.Operate.MakeBackup;
using Yakuba.Office.Tests.Library;
using Yakuba.Platform;
using Yakuba.Platform.Audit.VerifyRecord;
using Yakuba.Platform.Data;
using Yakuba.Testing;

namespace Yakuba.Office.Tests.Ask.Removal;

/// <summary>A town with two auditors, in which texts are asked to be removed and decided on.</summary>
internal sealed partial class RemovalTown : IAsyncDisposable
{
    private RemovalTown(LibraryTown library) => Library = library;

    internal LibraryTown Library { get; }

    internal TestTown Town => Library.Town;

    internal static async Task<RemovalTown> OpenAsync(StorageEngine engine)
    {
        var town = new RemovalTown(await LibraryTown.OpenAsync(engine));
        await town.Library.ImportAsync("プール.md", "# 町民プールの利用案内\n\n町民プールの使用料は、1人1回につき400円です。");
        await town.Town.AddPersonAsync("ueda", Role.Auditor, "060");
        await town.Town.AddPersonAsync("oka", Role.Auditor, "060");
        return town;
    }

    /// <summary>Posts a form of a page.</summary>
    internal static async Task<(int Status, string Body)> PostAsync(HttpClient browser, string page, string to, params (string Name, string Value)[] fields)
    {
        var token = Token().Match(await browser.GetStringAsync(page)).Groups[1].Value;
        using var response = await browser.PostAsync(to, new FormUrlEncodedContent([new("form-token", token), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]));
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    internal async Task<IReadOnlyList<string>> VerifyAsync() => (await Town.Get<VerifyRecordHandler>().RunAsync((_, _) => { }, default)).Findings;

    /// <summary>A backup made now, unpacked by nobody: its bytes.</summary>
    internal async Task<byte[]> BackUpAsync()
    {
        var path = Library.Files["backup-" + Guid.CreateVersion7().ToString("N")];
        Assert.True((await Town.Get<MakeBackupHandler>().HandleAsync(path, Actor.Console("test"), (_, _, _) => { }, default)).IsSuccess);
        return await File.ReadAllBytesAsync(path);
    }

    /// <summary>Files of the data directory, the database and its WAL among them, in which the words stand.</summary>
    internal async Task<IReadOnlyList<string>> FilesWithAsync(string words)
    {
        var needle = Encoding.UTF8.GetBytes(words);
        var found = new List<string>();
        foreach (var file in Directory.EnumerateFiles(Town.Directory.Root, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith("lock", StringComparison.Ordinal) && !f.EndsWith(".sock", StringComparison.Ordinal)))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes);
            if (bytes.GetBuffer().AsSpan(0, (int)bytes.Length).IndexOf(needle) >= 0)
            {
                found.Add(Path.GetRelativePath(Town.Directory.Root, file));
            }
        }

        return found;
    }

    /// <summary>Where the words stand, of the columns that keep questions, answers and what was said of them; of whatever engine.</summary>
    internal async Task<IReadOnlyList<string>> RowsWithAsync(string words)
    {
        await using var read = await Town.Database.ReadAsync();
        var found = new List<string>();
        foreach (var (table, column) in new[] { ("answer", "question"), ("answer", "body"), ("feedback", "note"), ("known_way", "question"), ("job", "input"), ("job", "output") })
        {
            found.AddRange((await read.QueryAsync<string>($"SELECT {column} FROM {table} WHERE {column} LIKE @like", new { like = $"%{words}%" })).Select(_ => $"{table}.{column}"));
        }

        return found;
    }

    public ValueTask DisposeAsync() => Library.DisposeAsync();

    [GeneratedRegex("name=\"form-token\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}

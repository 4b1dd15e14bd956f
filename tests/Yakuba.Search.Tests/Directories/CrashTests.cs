using Yakuba.Search.Directories;

namespace Yakuba.Search.Tests.Directories;

/// <summary>A crash is a copy of the directory as it is after a step; a failing disk is an error thrown from a step.</summary>
public sealed class CrashTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_crash_after_any_step_of_commit_or_merge_leaves_the_old_or_the_new_state()
    {
        var directory = new IndexDirectory(_folder.At("index"));
        using var writer = IndexWriter.Open(directory, Town.Schema);
        Fill(writer);
        var crashes = new List<(string Step, string Copy)>();
        directory.StepTaken = step => crashes.Add((step, Copy(step, crashes.Count)));
        foreach (var change in Changes())
        {
            crashes.Clear();
            var before = Answers(_folder.At("index"));
            change(writer);
            var after = Answers(_folder.At("index"));
            Assert.NotEmpty(crashes);
            foreach (var (step, copy) in crashes)
            {
                var found = Answers(copy);
                Assert.True(found == before || found == after, $"After '{step}' the index answers neither as before nor as after.");
                using (IndexWriter.Open(copy, Town.Schema))
                {
                    Assert.Equal(found, Answers(copy));
                }

                Assert.Equal(NamedFiles(copy), Directory.GetFiles(copy, "segment-*").Length);
            }

            Assert.Equal(after, Answers(crashes[^1].Copy)); // Once the call returned, the new state lasts.
        }
    }

    [Fact]
    public void After_an_error_in_any_step_the_same_writer_can_repeat_the_commit()
    {
        var steps = 0;
        CommitWith(_folder.At("sound"), _ => steps++, writer => writer.Commit());
        Assert.True(steps > 5);
        for (var failing = 1; failing <= steps; failing++)
        {
            var taken = 0;
            var root = _folder.At($"failing-{failing}");
            CommitWith(root, step => _ = ++taken == failing ? throw new IOException($"The disk is full after '{step}'.") : 0, writer =>
            {
                Assert.Throws<IOException>(writer.Commit);
                writer.Commit();
            });

            Assert.Equal("1/0 3/0 4/0 9/0", Answers(root));
        }
    }

    [Fact]
    public void Files_that_are_not_the_index_own_are_left_alone()
    {
        Directory.CreateDirectory(_folder.At("index"));
        File.WriteAllText(_folder.At("index/memo.txt"), "残す");
        File.WriteAllText(_folder.At("index/manifest.new"), "半端");
        IndexWriter.Open(_folder.At("index"), Town.Schema).Dispose();

        Assert.True(File.Exists(_folder.At("index/memo.txt")));
        Assert.False(File.Exists(_folder.At("index/manifest.new")));
    }

    private static IEnumerable<Action<IndexWriter>> Changes()
    {
        yield return writer =>
        {
            writer.RemoveGroup(2);
            writer.Add(Town.Passage(9, 0, "", "新 告示"));
            writer.Commit();
        };
        yield return writer =>
        {
            writer.RemoveGroup(1); // The last live group of its segment.
            writer.RemoveGroup(3);
            writer.Commit();
        };
        yield return writer => writer.MergeAll();
    }

    private static void CommitWith(string root, Action<string> onStep, Action<IndexWriter> commit)
    {
        var directory = new IndexDirectory(root);
        using var writer = IndexWriter.Open(directory, Town.Schema);
        Fill(writer);
        writer.RemoveGroup(2);
        writer.Add(Town.Passage(9, 0, "", "新 告示"));
        directory.StepTaken = onStep;
        commit(writer);
    }

    private static void Fill(IndexWriter writer)
    {
        writer.Add(Town.Passage(1, 0, "", "告示"));
        writer.Add(Town.Passage(2, 0, "", "告示"));
        writer.Commit();
        writer.Add(Town.Passage(3, 0, "", "告示"));
        writer.Add(Town.Passage(4, 0, "", "告示"));
        writer.Commit();
    }

    private static string Answers(string root)
    {
        using var index = SearchIndex.Open(root);
        using var snapshot = index.Snapshot();
        return string.Join(' ', snapshot.Search(Town.InBody("告示"), PermittedGroups.All, 100)
            .OrderBy(hit => hit.Group).Select(hit => $"{hit.Group}/{hit.Ordinal}"));
    }

    private static int NamedFiles(string root) => ManifestFile.Read(new IndexDirectory(root)).Segments
        .Sum(segment => segment.RemovalsVersion == 0 ? 1 : 2);

    private string Copy(string step, int number)
    {
        var copy = _folder.At($"{Guid.CreateVersion7():N}-{number}-{step.Replace(' ', '-')}");
        Directory.CreateDirectory(copy);
        foreach (var file in Directory.GetFiles(_folder.At("index")).Where(file => !file.EndsWith("writer.lock", StringComparison.Ordinal)))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }

        return copy;
    }
}

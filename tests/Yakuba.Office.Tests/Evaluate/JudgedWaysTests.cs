using Yakuba.Office.Evaluate.Learn;
using Yakuba.Office.Library.Wording;
using Yakuba.Text;

namespace Yakuba.Office.Tests.Evaluate;

public sealed class JudgedWaysTests
{
    [Fact]
    public void Ways_of_entries_left_out_have_no_right_answer_and_the_others_have_their_own()
    {
        var folder = Directory.CreateTempSubdirectory("yakuba-words-");
        try
        {
            Directory.CreateDirectory(Path.Combine(folder.FullName, "topics"));
            var questions = Directory.CreateDirectory(Path.Combine(folder.FullName, "questions")).FullName;
            File.WriteAllLines(Path.Combine(questions, "a-1.tsv"), Lines("転入届", "印鑑登録", "犬の登録", "火葬場"));
            File.WriteAllLines(Path.Combine(questions, "b-1.tsv"), Lines("水道料金", "粗大ごみ"));
            Assert.True(WordFiles.Read(folder.FullName).TryGet(out var files, out _));
            using var lexicon = Lexicon.OpenInstalled();

            var cases = JudgedWays.Of(files, lexicon, _ => { }).ToList();

            Assert.Equal(["a", "b"], cases.Select(c => c.Collection).Distinct());
            Assert.All(cases, c => Assert.True(c.IsAnswerable || !c.IsRight));
            Assert.Equal(3, cases.Where(c => c.IsRight).Select(c => c.Question).Distinct().Count());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IEnumerable<string> Lines(params string[] matters) => matters.Select(m => $"{m}の手続きを教えてください。\t{m}は窓口で受け付けます。\t{m}の手続き");
}

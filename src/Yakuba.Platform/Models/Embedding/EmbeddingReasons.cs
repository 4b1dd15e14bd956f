using System.Globalization;
using Yakuba.Platform.Web.Language;

namespace Yakuba.Platform.Models.Embedding;

/// <summary>The weight's reasons in people's words.</summary>
internal static class EmbeddingReasons
{
    internal static string Why(EmbeddingProgress progress, Words words) => progress.Reason switch
    {
        EmbeddingReason.NotMeasured => words["まだ測っていないため、言葉だけで探しています。ベクトルがそろうと測ります。", "Not measured yet: search is by words. It is measured once all vectors are there."],
        EmbeddingReason.TooFew => words["測るためのFAQや見出しが30件に足りないため、言葉だけで探しています。", "Fewer than 30 FAQ entries and headings to measure with: search is by words."],
        EmbeddingReason.AddsNothing => words["測ったところ、ベクトルは言葉に加えるものがないため、言葉だけで探しています。", "Measured: these vectors add nothing to words, so search is by words."],
        EmbeddingReason.Exam => words["庁内の文書自身の問いと答えで測って決めました。", "Measured with the questions and answers of your own documents."],
        _ => words[$"答えの分かっている質問から学んで決めました（学習{progress.Learning}）。", $"Learned from judged questions (learning {progress.Learning})."],
    };

    internal static string Outcome(EmbeddingExam exam, Words words) => words[
        $"FAQの質問や見出し{exam.Questions}問で正しい文を1番目に見つけた割合: 言葉だけ {Percent(exam.Words)}、ベクトルだけ {Percent(exam.Vectors)}、両方 {Percent(exam.Both)}",
        $"Right text found first for {exam.Questions} questions and headings: words {Percent(exam.Words)}, vectors {Percent(exam.Vectors)}, both {Percent(exam.Both)}"];

    internal static string Weight(double weight) => weight.ToString("0.##", CultureInfo.InvariantCulture);

    internal static string Percent(double share) => share.ToString("0.0%", CultureInfo.InvariantCulture);
}

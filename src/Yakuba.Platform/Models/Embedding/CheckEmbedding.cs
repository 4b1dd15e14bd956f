using System.Diagnostics;
using Yakuba.Platform.Models.Endpoint;

namespace Yakuba.Platform.Models.Embedding;

/// <summary>How the attached embedding model did on a few sentences that every municipality's offices know.</summary>
/// <param name="Name">The model.</param>
/// <param name="Dimension">Values of a vector.</param>
/// <param name="Right">Questions whose own passage was nearer than every other.</param>
/// <param name="Questions">Questions asked.</param>
/// <param name="IsStable">True when the same text gave the same vector twice.</param>
/// <param name="QuestionMilliseconds">Median time of a question's vector.</param>
/// <param name="PassagesMilliseconds">Time of the passages in one batch.</param>
public sealed record EmbeddingCheck(string Name, int Dimension, int Right, int Questions, bool IsStable, double QuestionMilliseconds, double PassagesMilliseconds);

/// <summary>Tries the attached embedding model. The sentences are our own and say nothing of its quality on a real collection; a wrong prefix or model shows at once.</summary>
public sealed class CheckEmbeddingHandler(EmbeddingEndpoint endpoint)
{
    private static readonly (string Question, string Passage)[] Pairs =
    [
        ("引っ越してきたときは何をすればいいですか", "転入届は、新しい住所に住み始めた日から14日以内に市民課へ提出してください。"),
        ("粗大ごみを捨てたい", "大型の家具や自転車は、電話で申し込み、処理券を貼って指定の日に出してください。"),
        ("子どもが生まれたらもらえるお金", "児童手当は、出生の日の翌日から15日以内に認定請求書を出すと、翌月分から支給します。"),
        ("税金が払えないとき", "納期限までに市税を納めることが困難な方は、収税課で分割納付や徴収の猶予を相談できます。"),
        ("犬を飼い始めた", "生後91日以上の飼い犬は、登録と毎年1回の狂犬病予防注射が必要です。"),
        ("地震のときに逃げる場所", "市内の小中学校の体育館を指定避難所として開設します。"),
        ("介護サービスを使うには", "要介護認定の申請は、高齢福祉課または地域包括支援センターで受け付けます。"),
        ("図書館の本を延ばしたい", "貸出期間は2週間です。予約がなければ1回に限り延長できます。"),
    ];

    /// <summary>Tries it.</summary>
    public async Task<Result<EmbeddingCheck>> RunAsync(CancellationToken cancel)
    {
        if (await endpoint.FindAsync(cancel) is not { } embedding)
        {
            return EmbeddingProblems.NotAttached;
        }

        var clock = Stopwatch.StartNew();
        var passages = await endpoint.EmbedAsync(embedding, [.. Pairs.Select(p => p.Passage)], EmbeddingPurpose.Passages, cancel);
        var batch = clock.Elapsed.TotalMilliseconds;
        var (questions, times, right) = (new List<float[]>(), new List<double>(), 0);
        foreach (var question in Pairs.Select(p => p.Question).Append(Pairs[0].Question))
        {
            clock.Restart();
            var embedded = await endpoint.EmbedAsync(embedding, [question], EmbeddingPurpose.Question, cancel);
            if ((passages.Failure ?? embedded.Failure) is { } failure)
            {
                return EmbeddingProblems.Of(failure, embedding.Server.Url);
            }

            times.Add(clock.Elapsed.TotalMilliseconds);
            questions.Add(embedded.Vectors![0]);
        }

        for (var i = 0; i < Pairs.Length; i++)
        {
            var near = passages.Vectors!.Select(p => Cosine(questions[i], p)).ToList();
            right += near[i] >= near.Max() ? 1 : 0;
        }

        return new EmbeddingCheck(
            embedding.Server.Name, embedding.Dimension, right, Pairs.Length, Cosine(questions[0], questions[^1]) > 0.999, times.Order().ElementAt(times.Count / 2), batch);
    }

    private static double Cosine(float[] a, float[] b) => a.Zip(b, (x, y) => (double)x * y).Sum();
}

using System.Globalization;
using System.Text.Json;
using Yakuba.Office.Evaluate;
using Yakuba.Testing;

namespace Yakuba.Bench;

/// <summary>
/// <c>embedding-double PORT [DOCS.jsonl QUERIES.jsonl QRELS.tsv NOISE]</c>: serves <c>/v1/embeddings</c> until its input ends. It is no model. A text's
/// vector comes from its own pairs of characters. With judged queries, a query's vector is the mean of its judged documents' vectors plus NOISE times
/// a fixed random direction (<c>Infinity</c>: nothing else), and so is that of a question of the documents' own exam, whose judged document is the text
/// that it is to find. So the vectors know the labels, by as much as the noise lets through, and figures made with them judge the plumbing and the way
/// of uniting two rankings, never a model.
/// </summary>
internal static class EmbeddingDoubleVerb
{
    private const int Dimension = 384;
    private const int MostCharacters = 600;

    internal static async Task<int> RunAsync(string[] arguments)
    {
        if (arguments.Length is not (1 or 5))
        {
            Console.Error.WriteLine("embedding-double PORT [DOCS.jsonl QUERIES.jsonl QRELS.tsv NOISE]");
            return 2;
        }

        var known = arguments.Length == 5
            ? Queries(arguments[1], arguments[2], arguments[3], float.Parse(arguments[4], CultureInfo.InvariantCulture))
            : [];
        await using var server = await EmbeddingDouble.StartAsync(
            Dimension, (text, dimension) => known.GetValueOrDefault(text) ?? TextVector.Of(text, dimension), int.Parse(arguments[0], CultureInfo.InvariantCulture));
        Console.WriteLine($"{EmbeddingDouble.ModelName} at {server.Url}");
        await Console.In.ReadToEndAsync();
        return 0;
    }

    private static Dictionary<string, float[]> Queries(string docs, string queries, string labels, float noise)
    {
        var documents = Lines(docs).ToDictionary(d => d.GetProperty("id").GetString()!, Text);
        var judged = File.ReadLines(labels).Select(line => line.Split('\t')).Where(row => row.Length > 1).ToLookup(row => row[0], row => (Id: row[1], Grade: row.Length > 2 ? float.Parse(row[2], CultureInfo.InvariantCulture) : 1));
        var vectors = new Dictionary<string, float[]>();
        foreach (var item in EvalVectors.Exam(Collection.Documents(docs).Value))
        {
            vectors[item.Question] = Noisy(TextVector.Of(item.Text, Dimension), item.Question, noise);
        }

        foreach (var query in Lines(queries))
        {
            var sum = new float[Dimension];
            foreach (var (id, grade) in judged[query.GetProperty("id").GetString()!].Where(row => documents.ContainsKey(row.Id)))
            {
                Add(sum, TextVector.Of(documents[id], Dimension), grade);
            }

            if (sum.Any(value => value != 0))
            {
                var text = query.GetProperty("query").GetString()!;
                vectors[text] = Noisy(sum, text, noise);
            }
        }

        return vectors;
    }

    private static float[] Noisy(float[] sum, string text, float noise)
    {
        var direction = TextVector.Noise(TextVector.Seed(text), Dimension);
        if (float.IsInfinity(noise))
        {
            return direction;
        }

        Add(sum, direction, noise * MathF.Sqrt(sum.Sum(value => value * value)));
        return sum;
    }

    private static string Text(JsonElement document)
    {
        var text = string.Join('\n', document.EnumerateObject().Where(f => f.Value.ValueKind == JsonValueKind.String && f.Name is not ("id" or "source" or "url")).Select(f => f.Value.GetString()));
        return text.Length <= MostCharacters ? text : text[..MostCharacters];
    }

    private static void Add(float[] sum, float[] vector, float weight)
    {
        for (var i = 0; i < sum.Length; i++)
        {
            sum[i] += vector[i] * weight;
        }
    }

    private static IEnumerable<JsonElement> Lines(string path) => File.ReadLines(path).Where(line => line.Length > 0).Select(line => JsonDocument.Parse(line).RootElement);
}

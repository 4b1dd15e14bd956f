using System.Security.Cryptography;
using System.Text;

namespace Yakuba.Office.Evaluate.Learn;

/// <summary>Parts of judged questions of which each is held back once, so that what is learned is measured on questions it has not seen.</summary>
internal static class Folds
{
    internal const int Count = 5;

    /// <summary>The part of a question: by its words alone, so that the same question never stands on both sides.</summary>
    internal static int Of(string question) => SHA256.HashData(Encoding.UTF8.GetBytes(question.Trim()))[0] % Count;
}

using System.Text;

namespace Yakuba.Text;

/// <summary>Reads a text aloud by the dictionary's readings.</summary>
internal static class SoundReader
{
    /// <summary>The text as it sounds, as <see cref="SearchAnalyser.Sound"/> gives it.</summary>
    /// <param name="value">The text, in normal form.</param>
    /// <param name="path">Its words.</param>
    /// <param name="features">What the dictionary says of each.</param>
    /// <param name="pairs">Gets the content words of two sounds; null if they are not wanted.</param>
    internal static string Read(string value, ReadOnlySpan<Morpheme> path, ReadOnlySpan<WordFeature> features, List<string>? pairs)
    {
        var sound = new StringBuilder(value.Length * 2);
        for (var i = 0; i < path.Length; i++)
        {
            ref readonly var word = ref path[i];
            var feature = features[i];
            if (feature.Sound.Length > 0)
            {
                sound.Append(feature.Sound);
                if (pairs is not null && feature.IsContent && feature.Sound.Length == 2)
                {
                    pairs.Add(feature.Sound);
                }

                continue;
            }

            var surface = value.AsSpan(word.Start, word.Length);
            if (Kana.IsKana(surface))
            {
                var kana = SoundForm.Plain(surface.ToString());
                sound.Append(kana);
                if (pairs is not null && feature.IsContent && kana.Length == 2)
                {
                    pairs.Add(kana);
                }

                continue;
            }

            foreach (var letter in surface)
            {
                if (char.IsLetterOrDigit(letter) || letter == 'ー')
                {
                    sound.Append(letter);
                }
            }
        }

        // Once more as a whole: ヴ and its vowel may stand in two words.
        return SoundForm.Plain(sound.ToString());
    }
}

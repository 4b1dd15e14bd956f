using System.Text;

namespace Yakuba.Text;

/// <summary>
/// Reads the pairs of neighbouring characters inside runs of letters and digits, in order; a run of one gives that one.
/// Used as an enumerator: <see cref="MoveNext"/>, then the other members.
/// </summary>
/// <param name="text">In normal form.</param>
internal ref struct Pairs(string text)
{
    private static readonly uint[] s_word = MakeTable();

    private int _at;
    private int _before = -1; // where the character of the run before this one starts
    private bool _isAlone; // the run has no pair yet

    /// <summary>UTF-16 index of the pair.</summary>
    internal int Start { get; private set; }

    /// <summary>UTF-16 code units of the pair.</summary>
    internal int Length { get; private set; }

    /// <summary>Goes to the next pair. False if there is none.</summary>
    internal bool MoveNext()
    {
        while (_at < text.Length)
        {
            var at = _at;
            var isWord = IsWord(at, out var width);
            _at += width;
            if (isWord ? _before >= 0 : _isAlone)
            {
                Found(isWord ? _at : at);
                _before = isWord ? at : -1;
                return true;
            }

            _isAlone = isWord;
            _before = isWord ? at : -1;
        }

        if (!_isAlone)
        {
            return false;
        }

        Found(_at);
        return true;
    }

    /// <summary>The pair as a term.</summary>
    internal readonly string Take()
    {
        ShortTerms.Prefetch(text, Start + ShortTerms.Ahead, 2);
        return ShortTerms.Of(text, Start, Length);
    }

    private void Found(int end)
    {
        (Start, Length) = (_before, end - _before);
        _isAlone = false;
    }

    private readonly bool IsWord(int at, out int width)
    {
        var letter = text[at];
        if (char.IsSurrogate(letter))
        {
            // Normal text has no lone surrogates.
            width = 2;
            return ContentWord.IsWordCharacter(new Rune(letter, text[at + 1]));
        }

        width = 1;
        return (s_word[letter >> 5] & (1u << (letter & 31))) != 0;
    }

    private static uint[] MakeTable()
    {
        var table = new uint[0x10000 / 32];
        for (var code = 0; code < 0x10000; code++)
        {
            if (!char.IsSurrogate((char)code) && ContentWord.IsWordCharacter(new Rune(code)))
            {
                table[code >> 5] |= 1u << (code & 31);
            }
        }

        return table;
    }
}

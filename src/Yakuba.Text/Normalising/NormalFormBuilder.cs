using System.Text;

namespace Yakuba.Text;

/// <summary>Builds one normal form: copies plain characters, sends the rest through <see cref="CharacterCluster"/>, keeps the map.</summary>
internal sealed class NormalFormBuilder(string original)
{
    private readonly CharacterCluster _cluster = new();
    private char[] _value = new char[original.Length + 16];
    private int[] _starts = new int[original.Length + 16];
    private int[] _ends = new int[original.Length + 16];
    private int _count;
    private SourcedCharacter _last;

    internal string Value => new(_value, 0, _count);

    internal int[] Starts => _starts[.._count];

    internal int[] Ends => _ends[.._count];

    internal void Run()
    {
        var at = 0;
        while (at < original.Length)
        {
            var single = PlainText.Single(original[at]);
            if (single != '\0' && (at + 1 == original.Length || PlainText.IsAlone(original[at + 1])) && !(_last.IsNumberForm && CharacterFolding.IsDigit(single)))
            {
                AppendSingle(single, at++);
                continue;
            }

            at = Gather(at);
            foreach (ref readonly var character in _cluster.Composed())
            {
                Emit(character);
            }
        }

        JapaneseDashes.Settle(_value.AsSpan(0, _count));
        MakeMonotonic();
    }

    /// <summary>Takes a character and all that may join with it. Returns the place after them.</summary>
    private int Gather(int at)
    {
        _cluster.Clear();
        while (at < original.Length)
        {
            // A lone surrogate decodes to U+FFFD and one code unit.
            _ = Rune.DecodeFromUtf16(original.AsSpan(at), out var rune, out var width);
            if (IsDropped(rune.Value, at))
            {
                if (!_cluster.Stretch(at + width) && _count > 0)
                {
                    _ends[_count - 1] = at + width;
                }
            }
            else if (!_cluster.TryAdd(rune.Value, at, at + width))
            {
                break;
            }

            at += width;
        }

        return at;
    }

    private bool IsDropped(int code, int at) =>
        CharacterFolding.IsDropped(code)
        || (code == '\r' && at + 1 < original.Length && original[at + 1] == '\n')
        || (code == SpacedLetters.Gap && SpacedLetters.IsGapInWord(original, at));

    private void Emit(in SourcedCharacter character)
    {
        if (character.Code == ' ' && _count > 0 && _value[_count - 1] == ' ')
        {
            _ends[_count - 1] = Math.Max(_ends[_count - 1], character.End);
            return;
        }

        var splits = CharacterFolding.IsDigit(character.Code) && _count > 0 && CharacterFolding.IsDigit(_value[_count - 1])
            && character.Start != _last.Start && (character.IsNumberForm || _last.IsNumberForm);
        if (splits)
        {
            Append(character with { Code = ' ' });
        }

        Append(character);
    }

    private void AppendSingle(char letter, int at)
    {
        Reserve();
        _value[_count] = letter;
        _starts[_count] = at;
        _ends[_count++] = at + 1;
        _last = new SourcedCharacter(letter, at, at + 1, false);
    }

    private void Reserve()
    {
        if (_count + 2 > _value.Length)
        {
            Array.Resize(ref _value, _count * 2);
            Array.Resize(ref _starts, _count * 2);
            Array.Resize(ref _ends, _count * 2);
        }
    }

    private void Append(in SourcedCharacter character)
    {
        Reserve();

        var rune = new Rune(character.Code);
        var width = rune.EncodeToUtf16(_value.AsSpan(_count));
        _starts.AsSpan(_count, width).Fill(character.Start);
        _ends.AsSpan(_count, width).Fill(character.End);
        _count += width;
        _last = character;
    }

    /// <summary>Marks that changed places may point backwards; a stretch must cover all that its characters came from.</summary>
    private void MakeMonotonic()
    {
        for (var i = 1; i < _count; i++)
        {
            _ends[i] = Math.Max(_ends[i], _ends[i - 1]);
        }

        for (var i = _count - 2; i >= 0; i--)
        {
            _starts[i] = Math.Min(_starts[i], _starts[i + 1]);
        }
    }
}

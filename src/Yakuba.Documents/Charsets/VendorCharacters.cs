using System.Text;

namespace Yakuba.Documents;

/// <summary>Decodes the second places that code page 932 gives to vendor characters (NEC rows of 髙, ①, ≒); all other unknown bytes become U+FFFD.</summary>
/// <remarks>The runtime decodes these bytes only under its default fallback, which on the other hand hides bytes that mean nothing.</remarks>
internal sealed class VendorCharacters : DecoderFallback
{
    private static readonly Encoding Forgiving = CodePagesEncodingProvider.Instance.GetEncoding(932)!;

    public override int MaxCharCount => 1;

    public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer();

    private sealed class Buffer : DecoderFallbackBuffer
    {
        private char _next;
        private int _left;

        public override int Remaining => _left;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            _next = Vendor(bytesUnknown) ?? '\uFFFD';
            _left = 1;
            return true;
        }

        public override char GetNextChar()
        {
            if (_left == 0)
            {
                return '\0';
            }

            _left = 0;
            return _next;
        }

        public override bool MovePrevious()
        {
            if (_left == 1)
            {
                return false;
            }

            _left = 1;
            return true;
        }

        public override void Reset() => _left = 0;

        private static char? Vendor(byte[] bytes) =>
            bytes is [0x81 or 0x87 or 0xED or 0xEE or (>= 0xFA and <= 0xFC), >= 0x40]
            && Forgiving.GetString(bytes) is [not ('?' or '\u30FB' or '\uFFFD')] decoded
                ? decoded[0]
                : null;
    }
}

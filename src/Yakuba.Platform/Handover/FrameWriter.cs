using System.Text;

namespace Yakuba.Platform.Handover;

/// <summary>A text writer whose words travel to the caller.</summary>
internal sealed class FrameWriter(Stream stream, byte kind, Lock gate, CancellationToken cancel) : TextWriter
{
    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => Write(value.ToString());

    public override void Write(string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return;
        }

        lock (gate)
        {
            HandoverFrame.WriteAsync(stream, kind, value, cancel).GetAwaiter().GetResult();
        }
    }

    public override void WriteLine(string? value) => Write(value + "\n");
}

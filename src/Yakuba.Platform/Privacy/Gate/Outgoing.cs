using Yakuba.Platform.Telemetry;
using Yakuba.Privacy;

namespace Yakuba.Platform.Privacy.Gate;

/// <summary>
/// One exchange over a way out: what leaves is masked, what comes back is restored. It holds the data behind the tokens, so it lives as long
/// as the exchange and is never stored or logged. Not safe for several threads.
/// </summary>
public sealed class Outgoing
{
    private readonly PersonalDataReader _reader;
    private readonly GateRules _rules;
    private readonly MaskingSession _session = new();

    internal Outgoing(PersonalDataReader reader, GateRules rules) => (_reader, _rules) = (reader, rules);

    /// <summary>Lets a text out, masked as the municipality decided.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>What leaves; null when nothing may.</returns>
    public ClearedText? Clear(string text)
    {
        var data = _reader.Read(text).Where(datum => datum.IsPersonal).ToList();
        if (Stopping(data).FirstOrDefault() is { Length: > 0 } stopping)
        {
            Measures.Decided(stopping.IsMyNumber ? "my-number" : "personal-data");
            return null;
        }

        // Twelve digits that might be a My Number do not leave as they are, whatever was decided of other data.
        var masked = _rules.Mode is PrivacyMode.Mask ? data : data.FindAll(datum => datum.Kind == PersonalKind.MyNumber && !_rules.TakesMyNumbers);
        Measures.Decided(masked.Count > 0 ? "masked" : "passed");
        return new ClearedText(_session.Mask(text, masked));
    }

    /// <summary>What in a text keeps it from leaving; empty when it may. Where only My Numbers do, texts without twelve digits are hardly read at all.</summary>
    public IReadOnlyList<PersonalDatum> Stopping(string text) => _rules.Mode is PrivacyMode.Block || (!_rules.TakesMyNumbers && _reader.HoldsMyNumber(text))
        ? Stopping([.. _reader.Read(text).Where(datum => datum.IsPersonal)])
        : [];

    private List<PersonalDatum> Stopping(List<PersonalDatum> data)
    {
        // A My Number is named before all else: what is to be done about it differs.
        var numbers = _rules.TakesMyNumbers ? [] : data.FindAll(datum => datum.IsMyNumber);
        return numbers.Count > 0 ? numbers : _rules.Mode is PrivacyMode.Block ? data : [];
    }

    /// <summary>Lets texts out, each as an exchange of its own, so that its tokens, and with them its vector, do not depend on what else is in the batch.</summary>
    /// <param name="texts">Any texts.</param>
    /// <param name="prefix">The program's own words before each.</param>
    /// <returns>Null when one of them may not leave.</returns>
    internal IReadOnlyList<ClearedText>? ClearEach(IReadOnlyList<string> texts, string prefix)
    {
        var cleared = new List<ClearedText>(texts.Count);
        foreach (var text in texts)
        {
            if (new Outgoing(_reader, _rules).Clear(text) is not { } passes)
            {
                return null;
            }

            cleared.Add(passes.After(prefix));
        }

        return cleared;
    }

    /// <summary>A reply with the data in the place of its tokens.</summary>
    public string Restore(string reply) => _session.Restore(reply);
}

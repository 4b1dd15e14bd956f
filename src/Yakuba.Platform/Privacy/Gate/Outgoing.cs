using Yakuba.Privacy;

namespace Yakuba.Platform.Privacy.Gate;

/// <summary>Why a text may not leave.</summary>
public enum GateRefusal
{
    /// <summary>It has a My Number.</summary>
    MyNumber,

    /// <summary>It has personal data, and the municipality blocks that.</summary>
    PersonalData,
}

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
    /// <param name="cleared">What leaves; null when nothing may.</param>
    /// <returns>Why nothing may leave, or null.</returns>
    public GateRefusal? Clear(string text, out ClearedText? cleared)
    {
        var data = _reader.Read(text).Where(datum => datum.IsPersonal).ToList();
        cleared = null;
        if (Stopping(data).FirstOrDefault() is { Length: > 0 } stopping)
        {
            return stopping.IsMyNumber ? GateRefusal.MyNumber : GateRefusal.PersonalData;
        }

        // Twelve digits that might be a My Number do not leave as they are, whatever was decided of other data.
        var masked = _rules.Mode is PrivacyMode.Mask ? data : data.FindAll(datum => datum.Kind == PersonalKind.MyNumber && !_rules.TakesMyNumbers);
        cleared = new ClearedText(_session.Mask(text, masked));
        return null;
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

    /// <summary>Another exchange under the same rules, with tokens of its own.</summary>
    internal Outgoing Another() => new(_reader, _rules);

    /// <summary>A reply with the data in the place of its tokens.</summary>
    public string Restore(string reply) => _session.Restore(reply);
}

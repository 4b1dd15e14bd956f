using Yakuba.Ledger;

namespace Yakuba.Platform.Audit.PrintSheet;

/// <summary>What a sheet of paper says of the record on a day. Signed by hand and locked away, it shows later whether anything before it was changed.</summary>
/// <param name="Municipality">Whose record.</param>
/// <param name="At">When it was made.</param>
/// <param name="Head">The head that was signed.</param>
/// <param name="Words">Its eight words.</param>
/// <param name="Note">The signed note, as its file holds it.</param>
/// <param name="VerifierKey">The public key to check the note with.</param>
public sealed record RecordSheet(string Municipality, DateTimeOffset At, Checkpoint Head, string Words, string Note, string VerifierKey);

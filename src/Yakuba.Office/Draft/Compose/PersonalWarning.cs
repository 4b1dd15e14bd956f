using Yakuba.Office.Draft.Text;
using Yakuba.Platform.Privacy.Gate;
using Yakuba.Privacy;

namespace Yakuba.Office.Draft.Compose;

/// <summary>Tells a writer what personal data a text has, before it goes to others. It warns and does not stop: a decision about one person names that person.</summary>
public sealed class PersonalWarning(PrivacyGate gate)
{
    // To whom it goes, who sends it and whom to ask are named on purpose.
    private static readonly PartRole[] s_looked = [PartRole.Subject, PartRole.Body, PartRole.Items, PartRole.Attachment];

    /// <summary>The kinds found, each once, for people: 氏名、電話番号. Empty where there are none.</summary>
    public string Of(DraftText text) => string.Join(
        "、",
        s_looked.SelectMany(role => gate.Read(text.Words(role)))
            .Where(datum => datum.Kind != PersonalKind.PostalCode)
            .Select(datum => datum.Kind)
            .Distinct()
            .Order()
            .Select(kind => kind == PersonalKind.MyNumber ? "12桁の番号（個人番号かもしれません）" : kind.Japanese()));
}

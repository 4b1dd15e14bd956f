using Yakuba.Platform.Privacy.Gate;
using Yakuba.Privacy;

namespace Yakuba.Office.Ask.AskQuestion;

/// <summary>Tells an asker, before anything is kept, what personal data the question has. This is also the way without scripts.</summary>
public sealed class PersonalNotice(PrivacyGate gate)
{
    /// <summary>What was found, each kind once, for people: 氏名、電話番号. Empty where there is nothing to ask about.</summary>
    public async Task<string> OfAsync(string question, CancellationToken cancel)
    {
        // Too long is refused by the next step, and so is what has a My Number, each in its own words.
        if (question.Length > Question.MaxLength || await gate.StopsMyNumberAsync(WayOut.Answers, question, cancel))
        {
            return "";
        }

        var kinds = gate.Read(question).Where(datum => datum.Kind != PersonalKind.PostalCode).Select(datum => datum.Kind).Distinct().Order();
        return string.Join("、", kinds.Select(kind => kind == PersonalKind.MyNumber ? "12桁の番号（個人番号かもしれません）" : kind.Japanese()));
    }
}

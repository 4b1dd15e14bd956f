using Yakuba.Text;

namespace Yakuba.Privacy;

/// <summary>
/// Finds personal data in any text: numbers by their check digits, labels and forms; names, addresses, phones and birthdays by what they
/// are and what stands beside them. What belongs to an office and not to a person is left out. Safe for many threads.
/// </summary>
/// <param name="lexicon">Knows family and given names.</param>
public sealed class PersonalDataReader(Lexicon lexicon)
{
    /// <summary>Finds all personal data of a text.</summary>
    /// <param name="text">Any string, also with lone surrogates. Time is linear in its length.</param>
    /// <returns>In order of place, not overlapping; offsets are UTF-16 places in <paramref name="text"/>.</returns>
    public IReadOnlyList<PersonalDatum> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var read = new PersonalText(text, lexicon);
        var findings = Conflicts.Settle(Detect(read), read.Value.Length);
        MyNumberContext.Judge(read, findings);
        var data = new List<PersonalDatum>(findings.Count);
        foreach (var finding in findings)
        {
            var (start, length) = read.Normal.OriginalSpan(finding.Start, finding.End - finding.Start);
            while (length > 0 && text[start + length - 1] == '\r')
            {
                length--; // of the line's end; the normal form gives it to the character before it
            }

            if (data.Count > 0 && data[^1].End > start)
            {
                // Two findings that share one character of the original (an expansion such as ㍿) become one.
                data[^1] = data[^1] with { Length = Math.Max(data[^1].End, start + length) - data[^1].Start };
            }
            else if (length > 0)
            {
                data.Add(new PersonalDatum(start, length, finding.Kind, finding.Certainty));
            }
        }

        return data;
    }

    /// <summary>True when a text holds a 個人番号. A text without twelve digits in a row, as nearly all are, costs no more than its normal form.</summary>
    /// <param name="text">Any string, also with lone surrogates. Time is linear in its length.</param>
    public bool HoldsMyNumber(string text) => MyNumbers.MayBeIn(text) && Read(text).Any(datum => datum.IsMyNumber);

    /// <summary>Every detector once. Names look at numbers beside them; phones, addresses and birthdays look at names.</summary>
    private static List<Finding> Detect(PersonalText text)
    {
        List<Finding> findings = [];
        MyNumbers.Find(text, findings);
        CorporateNumbers.Find(text, findings);
        LabelledNumbers.Find(text, findings);
        LetteredNumbers.Find(text, findings);
        CreditCards.Find(text, findings);
        PostalCodes.Find(text, findings);
        BankAccounts.Find(text, findings);
        InsuredNumbers.Find(text, findings);
        Emails.Find(text, findings);

        List<Finding> beside = [.. findings];
        Phones.Find(text, [], beside);
        BirthDates.FindDays(text, beside);
        List<Finding> names = [];
        Names.Find(text, beside, names);
        LabelledNames.Find(text, names);
        ForeignNames.Find(text, beside, names);
        names = Conflicts.Settle(names, text.Value.Length);
        findings.AddRange(names);

        Phones.Find(text, names, findings);
        Addresses.Find(text, names, findings);
        var people = Conflicts.Settle([.. findings], text.Value.Length);
        BirthDates.Find(text, people, findings);
        KanaNames.Find(text, people, findings);
        return findings;
    }
}

namespace Yakuba.Legislation;

/// <summary>Watches the order of numbers and names what is out of order.</summary>
internal sealed class NumberOrder(List<LegislationProblem> problems)
{
    private readonly HashSet<ProvisionNumber> _seen = [];
    private ProvisionNumber _article;
    private ProvisionNumber _lastOfBody;
    private string _articleLabel = "";
    private bool _isBody;

    internal void BeginPart(bool isBody)
    {
        if (isBody && !_lastOfBody.IsNone)
        {
            // Back from a 別表 in the midst of the articles.
            (_isBody, _article) = (true, _lastOfBody);
            return;
        }

        _seen.Clear();
        (_isBody, _article, _articleLabel) = (isBody, default, "");
    }

    internal bool FollowsBody(ProvisionNumber number) => !_lastOfBody.IsNone && Follows(_lastOfBody, number);

    /// <summary>Whether an article with this number would be the next of its part.</summary>
    internal bool FollowsHere(ProvisionNumber number) => _article.IsNone ? number.Main == 1 : Follows(_article, number);

    internal void CheckArticle(int line, ProvisionNumber number, string label, bool isExtract)
    {
        if (!_seen.Add(number))
        {
            problems.Add(ReadingProblems.Doubled(line, label));
        }
        else
        {
            Check(line, _article, number, label, _articleLabel, isExtract);
        }

        if (number.CompareTo(_article) > 0)
        {
            (_article, _articleLabel) = (number, label);
            _lastOfBody = _isBody ? number : _lastOfBody;
        }
    }

    /// <summary>Compares a number with that of the provision of its kind above it; none for the first.</summary>
    internal void Check(int line, ProvisionNumber last, ProvisionNumber number, string label, string after, bool isExtract)
    {
        if (last.IsNone)
        {
            if (number.Main > 1 && !isExtract)
            {
                problems.Add(ReadingProblems.StartsLate(line, label));
            }
        }
        else if (number == last)
        {
            problems.Add(ReadingProblems.Doubled(line, label));
        }
        else if (number.CompareTo(last) < 0)
        {
            problems.Add(ReadingProblems.Backwards(line, label, after));
        }
        else if (!Follows(last, number) && !isExtract)
        {
            problems.Add(ReadingProblems.Skipped(line, label, after));
        }
    }

    internal void TooDeep(int line, string label) => problems.Add(ReadingProblems.TooDeep(line, label));

    /// <summary>Whether a number may stand behind another without a gap: 13 or 12_2 after 12.</summary>
    internal static bool Follows(ProvisionNumber last, ProvisionNumber number)
    {
        if (number.Parts.AsSpan().SequenceCompareTo(last.Through.AsSpan()) <= 0)
        {
            return false;
        }

        var shared = 0;
        while (shared < last.Through.Length && shared < number.Parts.Length && last.Through[shared] == number.Parts[shared])
        {
            shared++;
        }

        // 12 → 12_2 (a first branch is 2), 12_2 → 12_3, 12_9 → 13: the first part that differs counts up by one, and nothing but first branches follows it.
        var steps = shared < last.Through.Length ? number.Parts[shared] == last.Through[shared] + 1 : number.Parts[shared] <= 2;
        return steps && number.Parts[(shared + 1)..].All(p => p <= 2);
    }
}

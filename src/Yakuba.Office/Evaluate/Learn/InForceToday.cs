namespace Yakuba.Office.Evaluate.Learn;

/// <summary>The versions that anybody may be answered from: what is published and in force. Drafts and replaced versions stay in the index, but nobody is to learn from them or be measured by them.</summary>
internal static class InForceToday
{
    /// <summary>A condition on a row <c>v</c> of <c>version</c>, with the day as <c>@today</c>.</summary>
    internal const string Sql = "v.state = 'published' AND v.indexed = 1 AND (v.effective_from = '' OR v.effective_from <= @today) AND (v.effective_to = '' OR v.effective_to >= @today)";
}

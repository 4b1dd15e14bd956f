using Yakuba.Ledger;

namespace Yakuba.Platform.Audit.Replay;

/// <summary>What an asker saw, and what the same question finds now.</summary>
/// <param name="Result">Index of the entry of the answer.</param>
/// <param name="At">When it was given.</param>
/// <param name="Question">The question; empty once erased.</param>
/// <param name="Answer">The answer; empty once erased.</param>
/// <param name="Search">What the search finds now.</param>
public sealed record ReplayedAnswer(long Result, DateTimeOffset At, string Question, string Answer, ReplayedSearch Search);

/// <summary>The passages that an answer used, and those that the same search finds now.</summary>
/// <param name="Then">Those that the asker saw, in their order.</param>
/// <param name="OnlyNow">Ids of passages that the search finds now above the last of these, and that the answer did not use.</param>
/// <param name="NotSearched">Why the search was not run again, for people; empty when it was.</param>
public sealed record ReplayedSearch(IReadOnlyList<ReplayedPassage> Then, IReadOnlyList<string> OnlyNow, string NotSearched);

/// <summary>A passage that an asker saw.</summary>
/// <param name="Id">Version and passage, as the entry has them.</param>
/// <param name="Title">Title of the document; empty when it is gone.</param>
/// <param name="State"><c>same</c> when its text has the recorded hash, <c>changed</c>, or <c>gone</c>.</param>
/// <param name="RankNow">Its place in the same search now, from 1; 0 when it is not found.</param>
public sealed record ReplayedPassage(string Id, string Title, string State, int RankNow);

/// <summary>Runs the search of an answer again. The room that answers registers one.</summary>
/// <param name="Run">Given the entry of the answer and the question, which is empty once erased.</param>
public sealed record SearchReplay(Func<LedgerEntry, string, CancellationToken, Task<ReplayedSearch>> Run);

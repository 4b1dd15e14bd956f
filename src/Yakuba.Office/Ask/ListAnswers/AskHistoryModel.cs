using Yakuba.Platform.Web.Parts;

namespace Yakuba.Office.Ask.ListAnswers;

/// <summary>What the history page shows: answers given to this person, latest first.</summary>
/// <param name="Lines">The answers of this page.</param>
/// <param name="Page">This page, from 1.</param>
/// <param name="Pages">All pages.</param>
/// <param name="Search">Words searched for; may be empty. Sent as <c>q</c> by GET to <c>/ask/history</c>.</param>
public sealed record AskHistoryModel(IReadOnlyList<AskHistoryLine> Lines, int Page, int Pages, string Search);

/// <summary>One answer in the history.</summary>
/// <param name="Id">Id of the answer.</param>
/// <param name="Question">The question.</param>
/// <param name="Status">How it ended.</param>
/// <param name="AnsweredAt">When it was given.</param>
/// <param name="RecordNumber">Number of its entry in the record.</param>
/// <param name="Sources">How many sources carry it.</param>
public sealed record AskHistoryLine(string Id, string Question, AnswerMark Status, DateTimeOffset AnsweredAt, string RecordNumber, int Sources);

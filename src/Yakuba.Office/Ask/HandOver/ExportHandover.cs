using System.Text.Json.Nodes;
using Yakuba.Platform;
using Yakuba.Platform.Audit;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Ask.HandOver;

/// <summary>Makes a handover that leaves the system, and records that it did.</summary>
internal sealed class ExportHandoverHandler(Database database, HandoverReports reports, AuditTrail audit)
{
    /// <summary>The handover; the record has its entry before it leaves.</summary>
    /// <param name="request">Of what.</param>
    /// <param name="form"><c>csv</c>, <c>json</c> or <c>html</c>.</param>
    /// <param name="reader">Who reads.</param>
    /// <param name="by">The same person as the record names them.</param>
    /// <param name="cancel">Stops.</param>
    internal async Task<Result<HandoverReport>> HandleAsync(HandoverRequest request, string form, Principal reader, Actor by, CancellationToken cancel)
    {
        if (form is not ("csv" or "json" or "html"))
        {
            return HandoverProblems.Form.With(form);
        }

        if (!(await reports.MakeAsync(request, reader, cancel)).TryGet(out var report, out var problem))
        {
            return problem;
        }

        await using var work = await database.BeginAsync(cancel);
        await audit.AppendAsync(
            work,
            by,
            AskActions.HandoverExported,
            new JsonObject
            {
                ["section"] = report.Section,
                ["from"] = report.From.ToStore(),
                ["to"] = report.To.ToStore(),
                ["form"] = form,
                ["questions"] = report.Questions,
                ["documents"] = report.Documents.Count,
            },
            cancel);
        await work.CommitAsync(cancel);
        return report;
    }
}

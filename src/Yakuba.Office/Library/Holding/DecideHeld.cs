using System.Text.Json.Nodes;
using Yakuba.Office.Library.Catalogue;
using Yakuba.Office.Library.Changing;
using Yakuba.Office.Library.Importing;
using Yakuba.Office.Library.Index;
using Yakuba.Office.Library.Rights;
using Yakuba.Platform;
using Yakuba.Platform.Audit;
using Yakuba.Platform.Data;
using Yakuba.Platform.Privacy.Gate;
using Yakuba.Privacy;

namespace Yakuba.Office.Library.Holding;

/// <summary>Decides about a held version.</summary>
/// <param name="Version">Number of the version.</param>
/// <param name="Decision"><c>not-personal</c> (no person's: an example in a form), <c>permitted</c> (it may be searched) or <c>remove</c>.</param>
/// <param name="Reason">Why; 1 to 400 UTF-16 code units after trimming. Stands in the record, so it names nobody.</param>
public sealed record DecideHeld(uint Version, string Decision, string Reason);

internal sealed class DecideHeldHandler(Database database, LibraryIndex index, Originals originals, PrivacyGate gate, AuditTrail audit, TimeProvider time)
{
    private const string NotPersonal = "not-personal";
    private const string Permitted = "permitted";
    private const string Remove = "remove";

    /// <summary>Lets the version into the index in the state that it has (a draft, what its export told, or what it was before a recheck held it), or removes it for good.</summary>
    internal async Task<Result<Done>> HandleAsync(DecideHeld request, Principal who, Actor by, CancellationToken cancel)
    {
        var reason = request.Reason.Trim();
        if (reason.Length is 0 or > 400)
        {
            return LibraryProblems.ReasonLength;
        }

        if (request.Decision is not (NotPersonal or Permitted or Remove))
        {
            return LibraryProblems.HeldDecision;
        }

        if (gate.Read(reason).Any(datum => datum.Kind == PersonalKind.MyNumber))
        {
            return LibraryProblems.HeldReason; // the record cannot be taken back
        }

        if (!(await MayAsync(request, who, cancel)).TryGet(out _, out var problem))
        {
            return problem;
        }

        if (request.Decision != Remove)
        {
            // As an import does: first the segment, then the row. What stops in between leaves passages that nobody is permitted.
            await index.RefreshAsync([request.Version], cancel);
        }

        if (!(await StoreAsync(request, reason, who, by, cancel)).TryGet(out var decided, out problem))
        {
            await AgreeAsync(request.Version, cancel);
            return problem;
        }

        if (request.Decision == Remove)
        {
            index.Remove([request.Version]);
        }

        if (decided.IsLastUse)
        {
            await VersionRemoval.ForgetAsync(database, originals, decided.Sha256, cancel);
        }

        return Done.Instance;
    }

    // Somebody else decided meanwhile: the index is to say what the store says, and nothing of a version that is held or gone.
    private async Task AgreeAsync(uint version, CancellationToken cancel)
    {
        bool isFound;
        await using (var read = await database.ReadAsync(cancel))
        {
            isFound = await CardRows.FindAsync(read, version, cancel) is not null;
        }

        if (isFound)
        {
            await index.RefreshAsync([version], cancel);
        }
        else
        {
            index.Remove([version]);
        }
    }

    private async Task<Result<Decided>> StoreAsync(DecideHeld request, string reason, Principal who, Actor by, CancellationToken cancel)
    {
        await using var work = await database.BeginAsync(cancel);
        await LibraryGeneration.BumpAsync(work, cancel);
        if (!(await CheckAsync(work, request, who, cancel)).TryGet(out var card, out var problem))
        {
            return problem;
        }

        var isLastUse = request.Decision == Remove && await VersionRemoval.DeleteAsync(work, card, cancel);
        await work.ExecuteAsync("DELETE FROM held_version WHERE version = @number", new { number = (long)card.Number }, cancel);
        if (request.Decision != Remove)
        {
            await work.ExecuteAsync("UPDATE version SET indexed = 1, changed_at = @now WHERE number = @number", new { number = (long)card.Number, now = time.GetUtcNow().ToStore() }, cancel);
        }

        await Supersession.ArrangeAsync(work, card.Rights.DocumentId, cancel); // a version that is gone may have ended the one before it

        var facts = new JsonObject { ["version"] = (long)card.Number, ["sha256"] = card.Sha256, ["decision"] = request.Decision, ["reason"] = reason };
        await audit.AppendAsync(work, by, request.Decision == Remove ? LibraryActions.HeldRemoved : LibraryActions.HeldReleased, facts, cancel);
        await work.CommitAsync(cancel);
        return new Decided(card.Sha256, isLastUse);
    }

    private async Task<Result<VersionCard>> MayAsync(DecideHeld request, Principal who, CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        return await CheckAsync(read, request, who, cancel);
    }

    private async Task<Result<VersionCard>> CheckAsync(Session session, DecideHeld request, Principal who, CancellationToken cancel)
    {
        var card = (await CardRows.HeldAsync(session, cancel)).FirstOrDefault(c => c.Number == request.Version);
        var headless = card is null ? HeldDuties.NoSections : await HeldRows.WithoutHeadAsync(session, [card.Rights.Section], cancel);
        if (card is null || !who.SeesHeld(card.Rights, headless))
        {
            return LibraryProblems.HeldGone;
        }

        // A draft may be removed by whoever edits it; what was published before it was held, by whoever may let it in.
        if ((request.Decision != Remove || card.Rights.State != VersionState.Draft) && !who.DecidesHeld(card.Rights, headless))
        {
            return LibraryProblems.HeldNotYours;
        }

        var kinds = await session.SingleOrDefaultAsync<string>("SELECT kinds FROM held_version WHERE version = @number", new { number = (long)card.Number }, cancel);
        return request.Decision == Permitted && kinds!.Split(',').Contains(PersonalKind.MyNumber.Code()) && !(await gate.RulesAsync(WayOut.Import, cancel)).TakesMyNumbers
            ? LibraryProblems.HeldNotRegistered
            : card;
    }

    private sealed record Decided(string Sha256, bool IsLastUse);
}

using Yakuba.Office.Draft;
using Yakuba.Office.Draft.Store;
using Yakuba.Platform;
using Yakuba.Platform.Data;
using Yakuba.Testing;

namespace Yakuba.Office.Tests.Draft;

/// <summary>Acts in any order, by anybody, against a second telling of the rules: whatever is done, the draft stands where that telling says, and nothing is 施行済 without its approvals.</summary>
public sealed class ApprovalModelTests
{
    private const int Acts = 60;

    private static readonly string[] s_people = ["nishi", "mizuno", "kudo", "oota", "mayor", "tani"];

    public static TheoryData<StorageEngine, int> Sequences => new() { { StorageEngine.Sqlite, 1 }, { StorageEngine.Sqlite, 2 }, { StorageEngine.Sqlite, 3 }, { StorageEngine.Postgres, 4 } };

    public static TheoryData<int> Many => [.. Enumerable.Range(100, 60)];

    [Theory, MemberData(nameof(Sequences))]
    public Task No_sequence_of_acts_issues_what_was_not_approved(StorageEngine engine, int seed) => RunAsync(engine, seed);

    [Theory, MemberData(nameof(Many)), Trait("Run", "nightly")]
    public Task No_sequence_of_acts_issues_what_was_not_approved_in_many_more(int seed) => RunAsync(StorageEngine.Sqlite, seed);

    private static async Task RunAsync(StorageEngine engine, int seed)
    {
        var random = new Random(seed);
        await using var town = await ApprovalTown.OpenAsync(engine);
        var (card, model, issued) = (await town.BeginAsync(), new Model(), 0);
        for (var act = 1; act <= Acts; act++)
        {
            if (model.State is DraftState.Issued)
            {
                issued++;
                (card, model) = (await town.BeginAsync(), new Model());
            }

            var who = s_people[random.Next(s_people.Length)];
            var (name, expected, result) = random.Next(12) switch
            {
                0 or 1 => ("submit", model.Submit(who, false), await town.SubmitAsync(card, who)),
                2 => ("submit to the mayor with a view", model.Submit(who, true), await town.SubmitAsync(card, who, "町長決裁", "060")),
                3 => ("revise", model.Revise(who), await town.ReviseAsync(card, $"件名{act}", who)),
                4 => ("pull back", model.PullBack(who), await town.PullBackAsync(card, who)),
                5 => ("send back", model.Decide(who, false), await town.DecideAsync(card, who, false, "直すこと")),
                6 or 7 => ("issue", model.Issue(who), await town.IssueAsync(card, who)),
                _ => ("approve", model.Decide(who, true), await town.DecideAsync(card, who)),
            };

            var now = await town.Drafts.CardAsync(card.Id);
            Assert.True((expected, model.State) == (result.IsSuccess, now.State), $"seed {seed}, act {act}: {name} by {who}: expected {expected} and {model.State}, was {result.Problem?.Name ?? "done"} and {now.State}");
        }

        await NothingWithoutApprovalAsync(town.Drafts.Town, issued);
    }

    private static async Task NothingWithoutApprovalAsync(TestTown town, int atLeast)
    {
        await using var read = await town.Database.ReadAsync();
        Assert.True(await read.CountAsync("SELECT COUNT(*) FROM draft_issue") >= atLeast);
        Assert.Equal(0, await read.CountAsync(
            "SELECT COUNT(*) FROM draft d WHERE d.state = 'issued' AND ((SELECT COUNT(*) FROM draft_step s WHERE s.draft = d.id AND s.round = d.round AND s.state = 'approved' AND s.version = d.version) < 2 "
            + "OR EXISTS (SELECT 1 FROM draft_step s WHERE s.draft = d.id AND s.round = d.round AND (s.state <> 'approved' OR s.version <> d.version OR s.decided_by = d.author OR s.decided_by NOT IN (s.person, s.deputy))))"));
    }

    /// <summary>The rules told a second time: nishi's draft; 税務課 may write; 係長 mizuno, 課長 kudo (mizuno in his stead), 福祉課長 oota, 町長 mayor (kudo in the stead).</summary>
    private sealed class Model
    {
        private readonly Queue<string[]> _asked = new(); // who may answer each step, in order

        internal DraftState State { get; private set; } = DraftState.Writing;

        private static bool IsWriter(string who) => who is "nishi" or "mizuno" or "kudo";

        internal bool Submit(string who, bool toMayor)
        {
            if (!IsWriter(who) || State is not (DraftState.Writing or DraftState.Returned))
            {
                return false;
            }

            _asked.Clear();
            _asked.Enqueue(["mizuno"]);
            _asked.Enqueue(["kudo", "mizuno"]);
            if (toMayor)
            {
                _asked.Enqueue(["oota"]);
                _asked.Enqueue(["mayor", "kudo"]);
            }

            State = DraftState.Circulating;
            return true;
        }

        internal bool Decide(string who, bool isApproved)
        {
            if (State != DraftState.Circulating || !_asked.Peek().Contains(who))
            {
                return false;
            }

            _asked.Dequeue();
            State = !isApproved ? DraftState.Returned : _asked.Count == 0 ? DraftState.Approved : DraftState.Circulating;
            return true;
        }

        internal bool Revise(string who)
        {
            if (!IsWriter(who) || State is not (DraftState.Writing or DraftState.Returned or DraftState.Approved))
            {
                return false;
            }

            State = State == DraftState.Returned ? DraftState.Returned : DraftState.Writing;
            return true;
        }

        internal bool PullBack(string who) => IsWriter(who) && Move(DraftState.Circulating, DraftState.Writing);

        internal bool Issue(string who) => IsWriter(who) && Move(DraftState.Approved, DraftState.Issued);

        private bool Move(DraftState from, DraftState to)
        {
            if (State != from)
            {
                return false;
            }

            State = to;
            return true;
        }
    }
}

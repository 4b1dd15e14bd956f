using Yakuba.Office.Library;
using Yakuba.Office.Library.Changing;
using Yakuba.Office.Library.Importing;
using Yakuba.Office.Library.Reorganise;
using Yakuba.Office.Library.Review;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.People;
using Yakuba.Platform.Data;
using Yakuba.Testing;

namespace Yakuba.Office.Tests.Library.Life;

/// <summary>A town on which random acts are done, and the model that has heard of each that was not refused.</summary>
internal sealed class LifeOfTown : IAsyncDisposable
{
    private static readonly string[] Topics = ["水車使用料", "灯台入場料", "温泉利用料"];

    private readonly Random _random;
    private readonly Dictionary<string, string> _sections = [];
    private readonly Actor _by = Actor.Console("test");

    private LifeOfTown(LibraryTown library, Random random) => (Library, _random) = (library, random);

    internal LibraryTown Library { get; }

    internal LifeModel Model { get; } = new();

    internal List<string> Acts { get; } = [];

    internal DateOnly Today => Library.Town.Clock.Today();

    internal static async Task<LifeOfTown> OpenAsync(StorageEngine engine, int seed)
    {
        var town = new LifeOfTown(await LibraryTown.OpenAsync(engine), new Random(seed));
        await town.Library.Town.AddPersonAsync("chief", Role.SectionHead, "040");
        _ = (await town.Library.Town.Get<KeepPeopleHandler>().ChangeAsync("chief", new PersonInput("chief", ["head"], ["040", "060"]), town._by, default)).Value;
        return town;
    }

    internal DateOnly SomeDay() => Today.AddDays(_random.Next(-40, 80));

    internal string SomeTopic() => Topics[_random.Next(Topics.Length)];

    /// <summary>Does something at random. What the product refuses changes nothing, in the model neither.</summary>
    internal async Task ActAsync()
    {
        if (Model.Versions.Count == 0 || _random.Next(4) == 0)
        {
            await ImportAsync(SomeTopic(), publish: _random.Next(3) > 0);
            return;
        }

        var version = Model.Versions[_random.Next(Model.Versions.Count)];
        var cycle = Library.Town.Get<LifeCycle>();
        var chief = await Library.Town.PrincipalAsync("chief");
        DateOnly? day = _random.Next(3) == 0 ? null : SomeDay();
        var other = SomeDay();
        switch (_random.Next(11))
        {
            case 0:
                Library.Town.Clock.Advance(TimeSpan.FromDays(_random.Next(1, 30)));
                Acts.Add($"today is {Today}");
                break;
            case 1:
                Heard($"confirm {version}", await cycle.ConfirmAsync(new(version.Number), chief, _by, default), () => (version.State, version.IsConfirmed) = (VersionState.Confirmed, true));
                break;
            case 2 or 3:
                Heard($"publish {version} from {day}", await cycle.PublishAsync(new(version.Number, day), chief, _by, default), () => Model.Publish(version, day, Today));
                break;
            case 4:
                Heard($"withdraw {version}", await cycle.WithdrawAsync(new(version.Number), chief, _by, default), () => Model.Withdraw(version));
                break;
            case 5:
                Heard($"retire {version} from {other}", await cycle.RetireAsync(new(version.Number, other, "試験"), chief, _by, default), () => Model.Retire(version, other, Today));
                break;
            case 6:
                Heard($"undo the retirement of {version}", await cycle.UndoAsync(new(version.Number), chief, _by, default), () => Model.UndoRetire(version));
                break;
            case 7:
                Heard($"revise {version} to {day}–{other}", await cycle.ReviseAsync(new(version.Number, Stated: new Validity(day, other)), chief, _by, default), () => (version.From, version.To) = (day, other));
                break;
            case 8:
                Heard($"delete {version}", await cycle.DeleteAsync(new(version.Number, "試験"), chief, _by, default), () => Model.Delete(version));
                break;
            case 9:
                var section = _random.Next(2) == 0 ? "040" : "060";
                Heard($"give {version.Document} to {section}", await cycle.ReviseAsync(new(version.Number, Section: section), chief, _by, default), () => _sections[version.Document] = section);
                break;
            default:
                await ReviewAndReorganiseAsync(version, cycle, chief);
                break;
        }
    }

    /// <summary>Files a version of a topic's document.</summary>
    internal async Task<Life> ImportAsync(string topic, bool publish)
    {
        await File.WriteAllTextAsync(Library.Files[topic + ".txt"], $"{topic}の案内\n\n{topic}は{_random.Next(2, 99_999)}円である。窓口で納める。");
        var report = await Library.ImportAsync(new ImportFiles([Library.Files[topic + ".txt"]], _sections.GetValueOrDefault(topic, "040"), "公開", publish));
        var life = new Life(topic, (uint)report.Files.Single().Version);
        if (publish)
        {
            Model.Publish(life, null, Today);
        }

        Model.Versions.Add(life);
        Acts.Add($"import {life}");
        return life;
    }

    // Neither a review nor a reorganisation, done and taken back, says anything of when a text holds.
    private async Task ReviewAndReorganiseAsync(Life version, LifeCycle cycle, Principal chief)
    {
        Heard($"review {version}", await cycle.ReviewAsync(new ReviewDocument(version.Number, null), chief, _by, default), () => { });
        var handler = Library.Town.Get<ReorganiseHandler>();
        var merger = await handler.DoAsync(new ReorganiseSections(ReorganisationKind.Merge, ["040"], "060", "", "", Today), "", null, _by, default);
        Heard("merge and take it back", merger.TryGet(out var kept, out var problem) ? (await handler.UndoAsync(kept.Number, _by, default)).Problem : problem, () => { });
    }

    private void Heard(string act, Problem? problem, Action change)
    {
        Acts.Add(problem is null ? act : $"{act}: {problem.Name}");
        if (problem is null)
        {
            change();
        }
    }

    public ValueTask DisposeAsync() => Library.DisposeAsync();
}

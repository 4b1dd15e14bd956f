using System.Collections.Immutable;
using System.Globalization;

namespace Yakuba.Legislation;

/// <summary>A provision and where it stands.</summary>
public sealed record PlacedProvision(ProvisionPath Path, Provision Provision);

/// <summary>Every numbered provision of an enactment by its path. Made once, asked often.</summary>
public sealed class EnactmentIndex
{
    private readonly Dictionary<ProvisionPath, PlacedProvision> _byPath = [];
    private readonly Dictionary<ProvisionPath, (List<PlacedProvision> Among, int At)> _beside = [];
    private readonly Dictionary<(ProvisionPath Holder, ProvisionKind Kind), List<PlacedProvision>> _below = [];
    private readonly Dictionary<ProvisionStep, PlacedProvision> _divisions = [];
    private readonly List<PlacedProvision> _ranges = [];
    private readonly List<PlacedProvision> _places = [];
    private readonly Dictionary<string, int> _supplements = [];

    /// <summary>Indexes an enactment.</summary>
    public EnactmentIndex(Enactment enactment)
    {
        Enactment = enactment;
        Supplements = enactment.Supplements.Count();
        foreach (var provision in enactment.Provisions)
        {
            Add(provision, ProvisionPath.Root);
        }
    }

    /// <summary>What was indexed.</summary>
    public Enactment Enactment { get; }

    /// <summary>How many 附則 there are.</summary>
    internal int Supplements { get; }

    /// <summary>All provisions with a path, in the order of the text. Lines and tables have none: they belong to what holds them.</summary>
    public IReadOnlyList<PlacedProvision> Places => _places;

    /// <summary>Finds a provision.</summary>
    /// <param name="path">第1項 may be left out (第3条第2号), and a number within a range of deleted articles finds that range.</param>
    /// <returns>Null when there is none. Where a number stands twice, the first.</returns>
    public PlacedProvision? Find(ProvisionPath path)
    {
        if (_byPath.TryGetValue(path, out var found))
        {
            return found;
        }

        var at = ProvisionPath.Root;
        foreach (var step in path.Steps)
        {
            var next = Step(at, step);
            if (next is null)
            {
                return null;
            }

            (at, found) = (next.Path, next);
        }

        return found;
    }

    /// <summary>The provision so many places behind another of its kind under the same holder; before it when negative. Null when there is none.</summary>
    internal PlacedProvision? Beside(ProvisionPath path, int places) =>
        _beside.TryGetValue(path, out var found) && found.At + places is var at && at >= 0 && at < found.Among.Count ? found.Among[at] : null;

    /// <summary>The first 編, 章, 節, 款 or 目 with a name, wherever it stands.</summary>
    internal PlacedProvision? Division(ProvisionStep step) => _divisions.GetValueOrDefault(step);

    private PlacedProvision? Step(ProvisionPath at, ProvisionStep step)
    {
        if (_byPath.TryGetValue(at.Below(step), out var found))
        {
            return found;
        }

        if (step.Kind == ProvisionKind.Article && LineShape.NumberOf(step.Name) is { IsNone: false } number)
        {
            return _ranges.FirstOrDefault(r => r.Path.Parent.Equals(at) && r.Provision.Number.Contains(number));
        }

        var first = at.Below(ProvisionPath.Numbered(ProvisionKind.Paragraph, ProvisionNumber.Of(1)));
        return step.Kind == ProvisionKind.Item && _byPath.TryGetValue(first.Below(step), out found) ? found : null;
    }

    private void Add(Provision provision, ProvisionPath above)
    {
        if (provision.Kind is ProvisionKind.Line or ProvisionKind.Table)
        {
            return;
        }

        // Articles are numbered through the whole part: the divisions above them are no part of their path.
        var holder = provision.Kind == ProvisionKind.Article ? above.UpTo(ProvisionKind.Supplement) ?? ProvisionPath.Root : above;
        var path = holder.Below(StepOf(provision));
        var placed = new PlacedProvision(path, provision);
        _places.Add(placed);
        _byPath.TryAdd(path, placed);
        if (!_below.TryGetValue((holder, provision.Kind), out var among))
        {
            _below[(holder, provision.Kind)] = among = [];
        }

        _beside.TryAdd(path, (among, among.Count));
        among.Add(placed);
        if (provision.Number.IsRange)
        {
            _ranges.Add(placed);
        }

        if (provision.Kind <= ProvisionKind.Division)
        {
            _divisions.TryAdd(path.Steps[^1], placed);
        }

        foreach (var child in provision.Children)
        {
            Add(child, path);
        }
    }

    private ProvisionStep StepOf(Provision provision) => provision.Kind switch
    {
        ProvisionKind.Supplement => new(provision.Kind, SupplementName(provision)),
        ProvisionKind.Appendix or ProvisionKind.Form => new(provision.Kind, ProvisionPath.Normal(Blanks.Without(provision.Label))),
        > ProvisionKind.Item => new(provision.Kind, ProvisionPath.NormalMark(provision.Label)),
        _ => ProvisionPath.Numbered(provision.Kind, provision.Number),
    };

    /// <summary>附則, 附則(平成12年条例第5号), and その2 for a second of the same name.</summary>
    private string SupplementName(Provision supplement)
    {
        var end = LineShape.BracketEnd(supplement.Text.TrimStart('抄', ' ', '　'));
        var name = "附則" + ProvisionPath.Normal(Blanks.Without(end > 0 ? supplement.Text.TrimStart('抄', ' ', '　')[..end] : ""));
        var times = _supplements[name] = _supplements.GetValueOrDefault(name) + 1;
        return times == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}その{times}");
    }
}

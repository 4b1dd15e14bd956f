using Yakuba.Legislation;

namespace Yakuba.Office.Ordinances.ShowOrdinance;

/// <summary>An enactment as an outline for reading on the screen: each provision with its place and the beginning of its words.</summary>
internal static class OutlineText
{
    private const int Longest = 40;

    internal static IEnumerable<string> Of(EnactmentIndex index)
    {
        using var places = index.Places.GetEnumerator();
        var depth = 0;
        foreach (var provision in index.Enactment.AllProvisions)
        {
            if (provision.Kind is ProvisionKind.Line or ProvisionKind.Table)
            {
                // Neither has a number: it stands below the provision that holds it.
                yield return $"{new string('　', depth)}{(provision.Table is { } table ? $"（表 {table.Rows.Length}行）" : Short(provision.Text))}";
                continue;
            }

            places.MoveNext();
            depth = places.Current.Path.Steps.Length;
            yield return $"{new string('　', depth - 1)}{places.Current.Path}　{Short(provision.Caption + provision.Text)}".TrimEnd('　');
        }
    }

    private static string Short(string text) => text.Length <= Longest ? text : $"{text[..(Longest - 1)]}…";
}

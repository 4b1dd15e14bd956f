namespace Yakuba.Documents;

/// <summary>Relations of a part: id → type and target inside the container.</summary>
internal static class PartRelations
{
    internal static Dictionary<string, (string Type, string Target)> Of(ZipContainer zip, string part)
    {
        var slash = part.LastIndexOf('/');
        var folder = slash < 0 ? "" : part[..slash];
        var relations = new Dictionary<string, (string, string)>();
        using var xml = zip.Xml($"{(folder.Length > 0 ? folder + "/" : "")}_rels/{part[(slash + 1)..]}.rels");
        while (xml?.Next() == true)
        {
            if (xml.IsElement && xml.Name == "Relationship" && xml["Id"] is { } id && xml["Target"] is { } target && xml["TargetMode"] != "External")
            {
                relations[id] = (xml["Type"] ?? "", Resolve(folder, target));
            }
        }

        return relations;
    }

    private static string Resolve(string folder, string target)
    {
        if (target.StartsWith('/'))
        {
            return target[1..];
        }

        var path = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var step in target.Split('/'))
        {
            if (step == ".." && path.Count > 0)
            {
                path.RemoveAt(path.Count - 1);
            }
            else if (step is not ("." or ".." or ""))
            {
                path.Add(step);
            }
        }

        return string.Join('/', path);
    }
}

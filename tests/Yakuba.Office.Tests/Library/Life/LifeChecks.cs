using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Yakuba.Office.Library;
using Yakuba.Office.Library.Rights;
using Yakuba.Office.Library.Searching;
using Yakuba.Office.Tests.Ask;
using Yakuba.Platform;

namespace Yakuba.Office.Tests.Library.Life;

/// <summary>Compares what the product shows through each of its doors with what the model says.</summary>
internal static class LifeChecks
{
    /// <summary>Texts found by search on a day that are not current, and current ones that are not found.</summary>
    internal static async Task<IReadOnlyList<string>> SearchAsync(LifeOfTown town, string topic, DateOnly day)
    {
        var search = town.Library.Town.Get<LibrarySearch>();
        var residents = await FoundAsync(Principal.Resident);
        var staff = await FoundAsync(await town.Library.Town.PrincipalAsync("chief"));
        return
        [
            .. town.Model.Versions.Where(v => v.Document == topic && residents.Contains(v.Number) != town.Model.IsCurrent(v, day))
                .Select(v => $"search on {day} {(residents.Contains(v.Number) ? "finds" : "does not find")} {v}"),
            .. town.Model.Versions.Where(v => staff.Contains(v.Number) && !town.Model.Holds(v, day)).Select(v => $"search by staff on {day} finds {v}"),
        ];

        async Task<HashSet<uint>> FoundAsync(Principal reader) =>
            [.. (await search.FindAsync(reader, topic, day, Standing.InForce, 200, default)).Select(f => f.Version.Number)];
    }

    /// <summary>Citations of an answer for a day that are not current then.</summary>
    /// <returns>The faults, and how many citations there were.</returns>
    internal static async Task<(IReadOnlyList<string> Faults, int Cited)> AskAsync(LifeOfTown town, string topic, DateOnly day)
    {
        var answer = (await town.Library.Town.AskAsync($"{topic}はいくらですか", on: day)).Value;
        var cited = answer.Status is Yakuba.Office.Ask.AnswerStatus.Answered or Yakuba.Office.Ask.AnswerStatus.PartlyAnswered ? answer.Citations : [];
        var current = town.Model.Versions.Where(v => town.Model.IsCurrent(v, day)).Select(v => v.Number).ToHashSet();
        return ([.. cited.Where(c => !current.Contains(c.Version)).Select(c => $"an answer for {day} cites version {c.Version}, {c.Quote}")], cited.Count);
    }

    /// <summary>What page, API and the address of the document show to residents today as current, and is not; or is, and is not shown so.</summary>
    internal static async Task<IReadOnlyList<string>> PagesAsync(LifeOfTown town)
    {
        using var browser = town.Library.Town.Browser();
        var faults = new List<string>();
        foreach (var version in town.Model.Versions)
        {
            var isCurrent = town.Model.IsCurrent(version, town.Today);
            var api = await browser.GetAsync($"/api/v1/documents/{version.Number}");
            var saysCurrent = api.StatusCode == HttpStatusCode.OK && (await api.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("standing").GetString() == "InForce";
            var page = await browser.GetAsync($"/documents/{version.Number}");
            var looksCurrent = page.StatusCode == HttpStatusCode.OK && !(await page.Content.ReadAsStringAsync()).Contains("回答に使われません", StringComparison.Ordinal)
                && !(await page.Content.ReadAsStringAsync()).Contains("回答には使われません", StringComparison.Ordinal);
            if (saysCurrent != isCurrent || looksCurrent != isCurrent)
            {
                faults.Add($"the API says {saysCurrent} and the page {looksCurrent} of {version}");
            }
        }

        return faults;
    }
}

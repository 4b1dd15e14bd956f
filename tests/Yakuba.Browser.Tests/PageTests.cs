namespace Yakuba.Browser.Tests;

/// <summary>What holds for every page.</summary>
public sealed class PageTests(BrowserTown town)
{
    public static TheoryData<string> Pages => [.. ShownPages.Names];

    public static TheoryData<string, string> PagesInEachLook => new(ShownPages.Names.SelectMany(p => new[] { "light", "dark", "contrast" }.Select(l => (p, l))));

    [Theory, MemberData(nameof(PagesInEachLook))]
    public async Task No_rule_of_WCAG_2_2_AA_is_broken_and_nothing_comes_from_elsewhere(string page, string look)
    {
        await using var visit = await town.OpenAsync(page, look);
        await visit.ShootAsync($"{page}-{look}");
        await visit.Page.EvaluateAsync("() => document.querySelectorAll('main details').forEach(d => { d.open = true; })");

        Nothing(await Accessibility.ViolationsAsync(visit));
        Nothing(visit.Strangers);
        Nothing(visit.Complaints);
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task A_page_320_pixels_wide_does_not_scroll_sideways(string page)
    {
        await using var visit = await town.OpenAsync(page, width: 320);
        await visit.ShootAsync($"{page}-narrow");
        Nothing(await TooWideAsync(visit));
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task Text_at_twice_its_size_does_not_scroll_sideways(string page)
    {
        await using var visit = await town.OpenAsync(page);
        await visit.Page.EvaluateAsync("() => { document.documentElement.style.fontSize = '200%'; }");
        Nothing(await TooWideAsync(visit));
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task A_page_has_one_main_heading_a_title_and_a_language(string page)
    {
        await using var visit = await town.OpenAsync(page);
        Assert.Equal(1, await visit.Page.Locator("h1").CountAsync());
        Assert.EndsWith("Yakuba 役場", await visit.Page.TitleAsync());
        Assert.Equal("ja", await visit.Page.GetAttributeAsync("html", "lang"));
    }

    [Fact]
    public async Task A_button_without_a_name_is_noticed()
    {
        await using var visit = await town.OpenAsync("ask");
        await visit.Page.EvaluateAsync("() => { document.querySelector('main').append(document.createElement('button')); }");
        Assert.Contains(await Accessibility.ViolationsAsync(visit), v => v.StartsWith("button-name", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_picture_from_another_host_is_refused_and_noticed()
    {
        await using var visit = await town.OpenAsync("ask");
        await visit.Page.EvaluateAsync("() => { const i = document.createElement('img'); i.alt = ''; i.src = 'https://example.com/a.png'; document.body.append(i); }");
        for (var tries = 0; tries < 200 && !visit.Complaints.Any(c => c.Contains("Content Security Policy", StringComparison.Ordinal)); tries++)
        {
            await visit.Page.WaitForTimeoutAsync(100);
        }

        Assert.Contains(visit.Complaints, c => c.Contains("Content Security Policy", StringComparison.Ordinal));
    }

    /// <summary>What sticks out to the right, with the width of the page; nothing when the page does not scroll.</summary>
    private static async Task<IEnumerable<string>> TooWideAsync(Visit visit) => await visit.Page.EvaluateAsync<string[]>(
        """
        () => {
          const wide = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= wide) return [];
          return [...document.querySelectorAll("main *, header *, footer *")]
            .filter(e => e.getBoundingClientRect().right > wide + 1)
            .map(e => `${e.tagName.toLowerCase()}.${e.className} ends at ${Math.round(e.getBoundingClientRect().right)} of ${wide}`)
            .slice(0, 12)
            .concat(`page ${document.documentElement.scrollWidth} of ${wide}`);
        }
        """);

    private static void Nothing(IEnumerable<string> faults)
    {
        var all = faults.Distinct().ToList();
        if (all.Count > 0)
        {
            Assert.Fail($"{all.Count} found:\n{string.Join('\n', all)}");
        }
    }
}

using Microsoft.Playwright;

namespace Yakuba.Browser.Tests;

/// <summary>The way from a question to its source, as people go it.</summary>
public sealed class AskingTests(BrowserTown town)
{
    private const string Question = "住民票の写しの手数料はいくらですか";

    [Fact]
    public async Task The_answer_comes_into_the_page_with_an_address_of_its_own()
    {
        await using var visit = await town.VisitAsync();
        await visit.AskAsync(Question);
        Assert.Equal(Question, await visit.Page.InnerTextAsync(".y-answer-question"));
        Assert.NotEqual(0, await visit.Page.Locator(".y-source").CountAsync());
        Assert.Empty(visit.Complaints);
        Assert.Empty(visit.Strangers);
        await visit.ShootAsync("answer-streamed");
    }

    [Fact]
    public async Task Without_scripts_the_answer_is_a_page_and_its_source_opens_at_the_marked_words()
    {
        await using var visit = await town.VisitAsync(scripts: false);
        await visit.GoAsync("/ask");
        await visit.Page.FillAsync("#question", Question);
        await visit.Page.ClickAsync("form.y-ask-form button");
        Assert.Equal(Question, await visit.Page.InnerTextAsync(".y-answer-question"));

        await visit.Page.Locator(".y-source-title a").First.ClickAsync();
        await visit.Page.WaitForSelectorAsync("main mark");
        await visit.ShootAsync("source-opened");
        Assert.NotEqual(0, await visit.Page.Locator("main mark").CountAsync());
    }

    [Fact]
    public async Task Numbers_of_a_person_are_told_aloud_while_one_types_and_nothing_leaves()
    {
        await using var visit = await town.VisitAsync();
        await visit.GoAsync("/ask");
        var said = visit.Page.Locator("#question-notice");

        await visit.Page.FillAsync("#question", "手数料は300円、2026年4月1日、受付は12番です");
        await visit.Page.WaitForTimeoutAsync(1_000);
        Assert.Equal("", await said.InnerTextAsync());
        await visit.Page.FillAsync("#question", "私の番号は２６２６－２６２６－２６２１です");
        await Assertions.Expect(said).ToContainTextAsync("マイナンバー（個人番号）と思われる番号");
        await visit.ShootAsync("ask-typing");
        await visit.Page.FillAsync("#question", "連絡先は090-0111-2222です");
        await Assertions.Expect(said).ToContainTextAsync("電話番号");
        await visit.Page.FillAsync("#question", Question);
        await Assertions.Expect(said).ToHaveTextAsync("");

        Assert.Equal("status", await said.GetAttributeAsync("role"));
        Assert.True(await said.IsVisibleAsync() || await said.EvaluateAsync<string>("p => getComputedStyle(p).display") != "none"); // there before it speaks
        Assert.All(visit.Requests, r => Assert.Equal("GET", r.Method));
        Assert.DoesNotContain(visit.Requests, r => r.Url.Contains("2626", StringComparison.Ordinal) || r.Url.Contains("0111", StringComparison.Ordinal));
        Assert.Empty(visit.Complaints);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_question_of_a_person_is_confirmed_before_it_is_asked_with_and_without_scripts(bool scripts)
    {
        await using var visit = await town.VisitAsync(scripts: scripts);
        await visit.GoAsync("/ask");
        await visit.Page.FillAsync("#question", "住民票の写しの手数料はいくらですか（佐々木健、090-0111-2222）");
        await visit.Page.ClickAsync("form.y-ask-form button");
        await visit.Page.WaitForSelectorAsync("button[name=sure]");
        await visit.ShootAsync("ask-personal");
        if (scripts)
        {
            Assert.Empty(await Accessibility.ViolationsAsync(visit));
        }

        await visit.Page.ClickAsync("button[name=sure]");
        await visit.Page.WaitForSelectorAsync(".y-answer-question");
        await visit.ArriveAsync("/ask/.+");
    }

    [Fact]
    public async Task Enter_that_ends_a_conversion_does_not_send_and_the_next_one_does()
    {
        await using var visit = await town.VisitAsync();
        await visit.GoAsync("/ask");
        await visit.Page.FocusAsync("#question");
        var browser = await visit.DebuggerAsync();

        await browser.SendAsync("Input.imeSetComposition", new Dictionary<string, object> { ["text"] = "そだいごみ", ["selectionStart"] = 5, ["selectionEnd"] = 5 });
        // The key alone, as an input method passes it on: it brings no character of its own.
        await browser.SendAsync("Input.dispatchKeyEvent", new Dictionary<string, object> { ["type"] = "rawKeyDown", ["key"] = "Enter", ["code"] = "Enter", ["windowsVirtualKeyCode"] = 13 });
        await visit.Page.WaitForTimeoutAsync(300);
        Assert.Empty(Sent(visit));

        await browser.SendAsync("Input.insertText", new Dictionary<string, object> { ["text"] = "粗大ごみの出し方" });
        Assert.Equal("粗大ごみの出し方", await visit.Page.InputValueAsync("#question"));
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.WaitForSelectorAsync(".y-answer-question");
        Assert.Single(Sent(visit));
    }

    [Fact]
    public async Task The_keyboard_alone_leads_from_the_question_to_the_source_and_back()
    {
        await using var visit = await town.VisitAsync();
        await visit.GoAsync("/ask");
        await visit.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("#main", await visit.Page.EvaluateAsync<string>("() => document.activeElement.getAttribute('href')"));

        await TabToAsync(visit.Page, "#question");
        await visit.Page.Keyboard.TypeAsync(Question);
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.ArriveAsync("/ask/.+");
        var answer = visit.Page.Url;

        // The finished answer takes the focus to its heading; a key pressed before that would lose its place.
        await visit.Page.WaitForFunctionAsync("() => document.activeElement.matches('[data-answer-head]')");
        await TabToAsync(visit.Page, ".y-source-title a");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.WaitForSelectorAsync("main mark");
        await visit.Page.GoBackAsync(); // what Alt+← does; a browser without a window has no such key
        Assert.Equal(answer, visit.Page.Url);
        Assert.Equal(Question, await visit.Page.InnerTextAsync(".y-answer-question"));
    }

    /// <summary>True when the focused element, or the box right around it, has an outline or a shadow.</summary>
    private const string ShowsFocus = """
        () => {
          const shows = e => { const s = getComputedStyle(e); return (parseFloat(s.outlineWidth) > 0 && s.outlineStyle !== "none") || s.boxShadow !== "none"; };
          return shows(document.activeElement) || shows(document.activeElement.parentElement);
        }
        """;

    private static IEnumerable<IRequest> Sent(Visit visit) => visit.Requests.Where(r => r.Method == "POST" && r.Url.EndsWith("/ask", StringComparison.Ordinal));

    /// <summary>Presses Tab until the element has the focus; each stop on the way must show that it has it.</summary>
    private static async Task TabToAsync(IPage page, string selector)
    {
        for (var pressed = 0; pressed < 60; pressed++)
        {
            await page.Keyboard.PressAsync("Tab");
            Assert.True(
                await page.EvaluateAsync<bool>(ShowsFocus),
                "no visible focus on " + await page.EvaluateAsync<string>("() => document.activeElement.outerHTML.slice(0, 200)"));
            if (await page.EvaluateAsync<bool>("s => document.activeElement.matches(s)", selector))
            {
                return;
            }
        }

        Assert.Fail($"60 Tabs did not reach {selector}");
    }
}

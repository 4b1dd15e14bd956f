using System.Text;
using System.Text.RegularExpressions;
using Yakuba.Platform.Web;

namespace Yakuba.Platform.Tests.Web;

public sealed partial class AssetTests
{
    private readonly WebAssets _assets = WebAssets.Shipped;

    [Fact]
    public void An_asset_is_found_under_its_fingerprint_only()
    {
        Assert.Equal($"/assets/{_assets.Fingerprint}/yakuba.css", _assets.Url("yakuba.css"));
        Assert.NotNull(_assets.Find(_assets.Fingerprint, "yakuba.css"));
        Assert.Null(_assets.Find("0000000000000000", "yakuba.css"));
        Assert.Null(_assets.Find(_assets.Fingerprint, "../yakuba.css"));
    }

    [Fact]
    public void An_asset_that_was_not_shipped_is_a_bug() =>
        Assert.Throws<KeyNotFoundException>(() => _assets.Url("scripts/missing.js"));

    [Fact]
    public void The_style_sheet_starts_with_the_tokens_and_ends_with_print()
    {
        var css = TextOf("yakuba.css");
        Assert.StartsWith("/* Values taken from the Digital Agency design system tokens", css, StringComparison.Ordinal);
        Assert.Contains("@media (forced-colors: active)", css[css.IndexOf("@media print", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public void The_style_sheet_fetches_nothing()
    {
        var css = TextOf("yakuba.css");
        Assert.DoesNotContain("url(", css, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", css, StringComparison.Ordinal);
        Assert.DoesNotContain("@font-face", css, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_style_variable_that_is_used_is_defined()
    {
        var css = TextOf("yakuba.css");
        var defined = DefinedVariable().Matches(css).Select(match => match.Groups[1].Value).ToHashSet();
        Assert.Empty(UsedVariable().Matches(css).Select(match => match.Groups[1].Value).Where(name => !defined.Contains(name)).Distinct());
    }

    [Theory, InlineData("main"), InlineData("stream"), InlineData("enter"), InlineData("upload"), InlineData("passkey")]
    public void Our_scripts_name_no_other_host(string name)
    {
        var script = TextOf($"scripts/{name}.js");
        Assert.DoesNotContain("http://", script, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", script, StringComparison.Ordinal);
    }

    private string TextOf(string name) => Encoding.UTF8.GetString(_assets.Find(_assets.Fingerprint, name)!.Content);

    [GeneratedRegex(@"(--[a-z0-9-]+)\s*:")]
    private static partial Regex DefinedVariable();

    [GeneratedRegex(@"var\((--[a-z0-9-]+)\)")]
    private static partial Regex UsedVariable();
}

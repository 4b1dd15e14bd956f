using Yakuba.Platform;
using Yakuba.Testing;

namespace Yakuba.Browser.Tests;

/// <summary>Passkeys as a machine makes and uses them.</summary>
public sealed class PasskeyTests(BrowserTown town)
{
    [Fact]
    public async Task A_passkey_is_added_and_then_signs_in_without_a_password()
    {
        await town.Town.AddPersonAsync("kagi", Role.Staff, "住民課");
        await using var visit = await town.VisitAsync();
        var page = visit.Page;
        var browser = await visit.DebuggerAsync();
        await browser.SendAsync("WebAuthn.enable");
        await browser.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });

        await visit.GoAsync("/signin?return=/me");
        await page.FillAsync("[name=userName]", "kagi");
        await page.FillAsync("[name=password]", TestTown.Password);
        await page.ClickAsync("main form button:not([data-passkey])");
        await visit.ArriveAsync("/me");
        await page.FillAsync("#passkey-name", "窓口の端末");
        await page.ClickAsync("[data-passkey=add]");
        await page.WaitForSelectorAsync("main .y-row:has-text('窓口の端末')");
        await visit.ShootAsync("my-account-with-passkey");

        await page.Context.ClearCookiesAsync();
        await visit.GoAsync("/signin?return=/me");
        await page.ClickAsync("[data-passkey=sign-in]");
        await visit.ArriveAsync("/me");
        Assert.Contains("kagi", await page.InnerTextAsync("header"));
        Assert.Empty(visit.Complaints);
    }
}

using Yakuba.Platform.Accounts;
using Yakuba.Platform.Accounts.People;
using Yakuba.Platform.Accounts.Sections;
using Yakuba.Platform.Data;
using Yakuba.Testing;

namespace Yakuba.Platform.Tests.Accounts;

public sealed class PeopleTests
{
    private static readonly Actor By = Actor.Console("test");
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, ClassData(typeof(BothEngines))]
    public async Task The_last_administrator_can_be_neither_disabled_nor_made_something_else(StorageEngine engine)
    {
        await using var town = await TestTown.OpenAsync(engine, TownPlan.Accounts);
        await town.AddPersonAsync("admin", Role.Administrator);
        await town.AddPersonAsync("former", Role.Administrator);
        var people = town.Get<KeepPeopleHandler>();
        Assert.True((await people.SetStateAsync("former", false, By, None)).IsSuccess);
        var before = (await town.AuditActionsAsync()).Count;

        Assert.Equal("accounts-last-administrator", (await people.SetStateAsync("admin", false, By, None)).Problem?.Name);
        Assert.Equal("accounts-last-administrator", (await people.ChangeAsync("admin", new PersonInput("管理者", ["職員"], []), By, None)).Problem?.Name);
        Assert.Equal(before, (await town.AuditActionsAsync()).Count);
    }

    [Theory]
    [InlineData("森", "職員", "", "機密性2", "", "accounts-user-name-form")]
    [InlineData("-mori", "職員", "", "機密性2", "", "accounts-user-name-form")]
    [InlineData("mori\ud800", "職員", "", "機密性2", "", "accounts-user-name-form")]
    [InlineData("ADMIN", "職員", "", "機密性2", "", "accounts-user-name-taken")]
    [InlineData("ａｄｍｉｎ", "職員", "", "機密性2", "", "accounts-user-name-taken")]
    [InlineData("mori", "町長", "", "機密性2", "", "accounts-unknown-role")]
    [InlineData("mori", "住民", "", "機密性2", "", "accounts-unknown-role")]
    [InlineData("mori", "", "", "機密性2", "", "accounts-role-needed")]
    [InlineData("mori", "職員", "ない課", "機密性2", "", "accounts-unknown-section")]
    [InlineData("mori", "職員", "", "極秘", "", "accounts-unknown-label")]
    [InlineData("mori", "職員", "", "機密性2", "mori at town", "accounts-email")]
    public async Task What_does_not_fit_is_refused_by_name_and_nobody_is_added(string user, string role, string section, string clearance, string email, string problem)
    {
        await using var town = await TestTown.OpenAsync(plan: TownPlan.Accounts);
        await town.AddPersonAsync("admin", Role.Administrator);

        var added = await town.Get<KeepPeopleHandler>().AddAsync(user, new PersonInput("氏名", [role], [section], clearance, email), null, By, None);

        Assert.Equal(problem, added.Problem?.Name);
        await using var read = await town.Database.ReadAsync();
        Assert.Equal(1, await read.CountAsync("SELECT count(*) FROM account"));
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task A_new_one_time_password_opens_a_closed_name_and_signs_the_browsers_out(StorageEngine engine)
    {
        await using var town = await TestTown.OpenAsync(engine, TownPlan.Accounts);
        await town.AddPersonAsync("mori");
        using var browser = await town.SignInAsync("mori");

        var reset = await town.Get<KeepPeopleHandler>().ResetPasswordAsync("mori", null, By, None);

        Assert.NotEmpty(reset.Value.OneTimePassword);
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, (await browser.GetAsync("/api/v1/me")).StatusCode);
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task A_renamed_section_is_found_by_its_old_name_and_a_divided_one_is_asked_back(StorageEngine engine)
    {
        await using var town = await TestTown.OpenAsync(engine, TownPlan.Accounts);
        var keep = town.Get<KeepSectionHandler>();
        var day = new DateOnly(2024, 4, 1);
        await keep.AddAsync(new KeepSection("070", "生活環境課"), By, None);
        await keep.ChangeAsync(new KeepSection("070", "環境課", "かんきょうか"), By, None);
        await keep.AddAsync(new KeepSection("050", "住民課", ValidFrom: day, OldNames: ["町民福祉課"]), By, None);
        await keep.AddAsync(new KeepSection("060", "福祉課", ValidFrom: day, OldNames: ["町民福祉課"]), By, None);
        var sections = town.Get<SectionList>();
        await using var read = await town.Database.ReadAsync();

        Assert.Equal("070", (await sections.FindAsync(read, "生活環境課", None)).Value.Code);
        Assert.Equal("070", (await sections.FindAsync(read, " 環境課　", None)).Value.Code);
        Assert.Equal("070", (await sections.FindAsync(read, "０７０", None)).Value.Code);
        var divided = (await sections.FindAsync(read, "町民福祉課", None)).Problem;
        Assert.Equal("accounts-ambiguous-section", divided?.Name);
        Assert.Contains("住民課（050）、福祉課（060）", divided?.Detail);
    }

    [Theory]
    [InlineData("０５０", "住民課", "", null, null, "accounts-section-form")]
    [InlineData("050", "", "", null, null, "accounts-section-form")]
    [InlineData("050", "住民課", "999", null, null, "accounts-section-form")]
    [InlineData("050", "住民課", "", "2026-04-01", "2026-03-31", "accounts-section-dates")]
    [InlineData("010", "総務課", "", null, null, "accounts-section-taken")]
    public async Task A_section_that_does_not_fit_is_refused(string code, string name, string parent, string? from, string? to, string problem)
    {
        await using var town = await TestTown.OpenAsync(plan: TownPlan.Accounts);
        await town.AddSectionAsync("010", "総務課");

        var kept = await town.Get<KeepSectionHandler>().AddAsync(
            new KeepSection(code, name, "", parent, from is null ? null : DateOnly.Parse(from), to is null ? null : DateOnly.Parse(to)), By, None);

        Assert.Equal(problem, kept.Problem?.Name);
    }

    [Fact]
    public async Task A_section_cannot_stand_above_itself()
    {
        await using var town = await TestTown.OpenAsync(plan: TownPlan.Accounts);
        await town.AddSectionAsync("010", "総務課");
        var keep = town.Get<KeepSectionHandler>();
        await keep.AddAsync(new KeepSection("011", "法規係", "", "010"), By, None);

        Assert.Equal("accounts-section-form", (await keep.ChangeAsync(new KeepSection("010", "総務課", "", "011"), By, None)).Problem?.Name);
    }

    [Fact]
    public async Task A_running_answer_learns_that_its_reader_was_moved_or_disabled()
    {
        await using var town = await TestTown.OpenAsync(plan: TownPlan.Accounts);
        await town.AddSectionAsync("010", "総務課");
        await town.AddPersonAsync("mori", Role.Staff, "010");
        var principal = await town.PrincipalAsync("mori");
        var people = town.Get<PeopleList>();

        await town.Get<KeepPeopleHandler>().ChangeAsync("mori", new PersonInput("森", ["職員"], []), By, None);
        Assert.Empty((await people.AgainAsync(principal, None))!.Sections);
        await town.Get<KeepPeopleHandler>().SetStateAsync("mori", false, By, None);
        Assert.Null(await people.AgainAsync(principal, None));
        Assert.Equal(Principal.Resident, await people.AgainAsync(Principal.Resident, None));
    }

    [Fact]
    public void Every_problem_has_its_own_name_and_ends_with_a_next_step()
    {
        var problems = typeof(AccountsProblems).GetFields().Select(f => (Problem)f.GetValue(null)!).ToList();

        Assert.Equal(problems.Count, problems.Select(p => p.Name).Distinct().Count());
        Assert.All(problems, p => Assert.Matches("^accounts-[a-z-]+$", p.Name));
        Assert.All(problems, p => Assert.Matches("(ください|できます)。$", p.Message));
    }
}

using Yakuba.Office.Library.Rights;
using Yakuba.Platform;
using Yakuba.Platform.Data;
using Yakuba.Testing;

namespace Yakuba.Office.Tests.Library;

/// <summary>Search looks rights up once, in the session in which it reads the texts.</summary>
public sealed class RightsSeenTests
{
    [Theory, ClassData(typeof(BothEngines))]
    public async Task A_session_that_begins_after_a_revoke_sees_it_and_an_older_one_judges_as_its_texts_stood(StorageEngine engine)
    {
        await using var town = await LibraryTown.OpenAsync(engine);
        var version = await town.ImportAsync("納期.txt", "納期の案内\n\n納期限は6月30日です。");
        var rights = town.Town.Get<ReadableVersions>();
        await using var older = await town.Town.Database.ReadAsync();
        Assert.NotNull((await rights.AsSeenByAsync(older, Principal.Resident, default))(version));

        using (var kudo = await town.BrowserAsync("kudo"))
        {
            (await kudo.DeleteAsync($"/api/v1/documents/{version}/publication")).EnsureSuccessStatusCode();
        }

        await using var newer = await town.Town.Database.ReadAsync();
        Assert.Null((await rights.AsSeenByAsync(newer, Principal.Resident, default))(version));
        Assert.NotNull((await rights.AsSeenByAsync(older, Principal.Resident, default))(version));
        Assert.Null((await rights.AsSeenByAsync(newer, Principal.Resident, default))(version));
        Assert.Empty(await town.SearchAsync(null, "納期限"));
    }
}

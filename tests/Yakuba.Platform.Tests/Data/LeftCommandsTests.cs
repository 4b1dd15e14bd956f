using System.Collections;
using System.Reflection;
using Microsoft.Data.Sqlite;
using Yakuba.Platform.Data;
using Yakuba.Testing;

namespace Yakuba.Platform.Tests.Data;

/// <summary>The driver's connection lists its commands until they are disposed, and goes through the whole list whenever one is.</summary>
public sealed class LeftCommandsTests
{
    [Fact]
    public async Task Each_query_left_a_command_behind_that_made_all_later_ones_slower()
    {
        await using var store = await TestStore.CreateAsync(StorageEngine.Sqlite);
        await using (var work = await store.Database.BeginAsync())
        {
            for (var i = 0; i < 50; i++)
            {
                await work.QueryAsync<string>("SELECT name FROM setting");
                await work.CountAsync("SELECT count(*) FROM setting");
            }
        }

        var connection = (SqliteConnection)Field(store.Database, "_writer");
        Assert.Empty(Listed(connection));
        await using var forgotten = connection.CreateCommand(); // control: the list is the one that grows
        Assert.Single(Listed(connection));
    }

    private static ICollection Listed(SqliteConnection connection) => (ICollection)Field(connection, "_commands");

    private static object Field(object of, string name) =>
        of.GetType().GetField(name, BindingFlags.NonPublic | BindingFlags.Instance)?.GetValue(of) ?? throw new InvalidOperationException($"{of.GetType().Name} has no {name} any more: see what its successor keeps.");
}

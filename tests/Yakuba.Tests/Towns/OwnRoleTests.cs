using System.Globalization;
using Npgsql;
using Yakuba.Testing;
using static Yakuba.Tests.Towns.ServedInstallation;

namespace Yakuba.Tests.Towns;

/// <summary>What docs/operate/towns.md tells an operator to do on PostgreSQL: a role for each town. Then the database itself keeps towns apart.</summary>
public sealed class OwnRoleTests
{
    private static readonly (string Code, string Name)[] Two = [("401307", "福岡市"), ("431001", "熊本市")];

    [Fact]
    public async Task A_town_with_a_role_of_its_own_has_no_right_in_anothers_schema()
    {
        var connection = await PostgresServer.ConnectionAsync();
        await using var server = NpgsqlDataSource.Create(connection);
        try
        {
            await using (var served = await StartAsync())
            {
                foreach (var (code, name) in Two)
                {
                    await DoAsync(server, $"CREATE ROLE yakuba_{code} LOGIN; GRANT CONNECT, CREATE ON DATABASE postgres TO yakuba_{code}");
                    await served.AddAsync(code, name, "", As(connection, code));
                    await served.FillAsync(code, "藤棚");
                }

                await using var first = NpgsqlDataSource.Create(As(connection, Two[0].Code));
                Assert.True(await EntriesAsync(first, Two[0].Code) > 0);
                Assert.True(await EntriesAsync(server, Two[1].Code) > 0); // the control: one role for all towns may read all
                Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => EntriesAsync(first, Two[1].Code))).SqlState);
            }
        }
        finally
        {
            foreach (var (code, _) in Two)
            {
                await DoAsync(server, $"DROP OWNED BY yakuba_{code} CASCADE; DROP ROLE yakuba_{code}");
            }
        }
    }

    private static string As(string connection, string code) => new NpgsqlConnectionStringBuilder(connection) { Username = "yakuba_" + code, MaxPoolSize = 5 }.ConnectionString;

    private static async Task<long> EntriesAsync(NpgsqlDataSource who, string code)
    {
        await using var count = who.CreateCommand($"SELECT count(*) FROM yakuba_{code}.audit_entry");
        return Convert.ToInt64(await count.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    private static async Task DoAsync(NpgsqlDataSource server, string sql)
    {
        await using var command = server.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}

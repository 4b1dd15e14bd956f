using System.DirectoryServices.Protocols;
using System.Net;

namespace Yakuba.Platform.Accounts.Directories;

/// <summary>How to reach a directory and what to look for, read from the settings.</summary>
internal sealed record DirectoryPlan(
    DirectoryAddress Address, bool StartTls, string Base, string ReaderDn, string ReaderPassword, string UserFilter, string GroupFilter, string NameAttribute, TimeSpan Timeout);

/// <summary>A person whom the directory knows, and whose password it accepted.</summary>
internal sealed record DirectoryPerson(string Name, IReadOnlyList<string> Groups);

/// <summary>Asks an LDAP directory. Finds the person with the reading account, then tries the password as that person.</summary>
internal static class DirectoryServer
{
    private const int InvalidCredentials = 49;

    /// <summary>Checks a password.</summary>
    /// <returns>The person; null when the directory does not know the name or refuses the password; or a problem with the directory itself.</returns>
    internal static async Task<Result<DirectoryVerdict>> CheckAsync(DirectoryPlan plan, string user, string password, CancellationToken cancel)
    {
        // The library is synchronous and its connecting knows no limit of time, so it runs beside and is left behind when it hangs.
        var asking = Task.Run(() => Ask(plan, user, password), CancellationToken.None);
        try
        {
            return await asking.WaitAsync(plan.Timeout * 3, cancel);
        }
        catch (TimeoutException)
        {
            return AccountsProblems.DirectoryDown.With($"{plan.Address.Host}:{plan.Address.Port}");
        }
    }

    private static Result<DirectoryVerdict> Ask(DirectoryPlan plan, string user, string password)
    {
        try
        {
            using var reader = Connect(plan);
            BindReader(reader, plan);
            var entries = Search(reader, plan, LdapFilter.Fill(plan.UserFilter, user, ""), plan.NameAttribute);
            if (entries.Count != 1)
            {
                return new DirectoryVerdict(null); // nobody, or a filter that does not single one person out
            }

            var entry = entries[0];
            using (var own = Connect(plan))
            {
                own.Bind(new NetworkCredential(entry.DistinguishedName, password));
            }

            var groups = Search(reader, plan, LdapFilter.Fill(plan.GroupFilter, user, entry.DistinguishedName), "cn");
            return new DirectoryVerdict(new DirectoryPerson(First(entry, plan.NameAttribute) ?? user, [.. groups.Select(g => First(g, "cn")).OfType<string>()]));
        }
        catch (ReaderRefusedException)
        {
            return AccountsProblems.DirectorySetting.With("検索に使うDNまたはそのパスワード");
        }
        catch (LdapException e) when (e.ErrorCode == InvalidCredentials)
        {
            return new DirectoryVerdict(null);
        }
        catch (DirectoryOperationException e) when (e.Response is { ResultCode: ResultCode.NoSuchObject or ResultCode.InvalidDNSyntax or ResultCode.InsufficientAccessRights })
        {
            return AccountsProblems.DirectorySetting.With($"検索の起点: {plan.Base}");
        }
        catch (DirectoryException e) // unreachable, slow, or encryption refused
        {
            return AccountsProblems.DirectoryDown.With($"{plan.Address.Host}:{plan.Address.Port} {e.Message}");
        }
    }

    private static LdapConnection Connect(DirectoryPlan plan)
    {
        var connection = new LdapConnection(new LdapDirectoryIdentifier(plan.Address.Host, plan.Address.Port, fullyQualifiedDnsHostName: true, connectionless: false))
        {
            AuthType = AuthType.Basic,
            Timeout = plan.Timeout,
            AutoBind = false,
        };
        try
        {
            connection.SessionOptions.ProtocolVersion = 3;
            connection.SessionOptions.ReferralChasing = ReferralChasingOptions.None; // another host is not the one that the municipality named
            if (plan.Address.IsEncrypted)
            {
                connection.SessionOptions.SecureSocketLayer = true;
            }
            else if (plan.StartTls)
            {
                Open(connection, plan);
                connection.SessionOptions.StartTransportLayerSecurity(null);
            }

            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    // The library asks for encryption on a connection that it has not opened yet, so a question that anyone may ask opens it first.
    private static void Open(LdapConnection connection, DirectoryPlan plan)
    {
        try
        {
            connection.SendRequest(new SearchRequest("", "(objectClass=*)", SearchScope.Base, "1.1"), plan.Timeout);
        }
        catch (DirectoryOperationException)
        {
            // refused, but open
        }
    }

    private static void BindReader(LdapConnection connection, DirectoryPlan plan)
    {
        try
        {
            if (plan.ReaderDn.Length == 0)
            {
                connection.AuthType = AuthType.Anonymous;
                connection.Bind();
            }
            else
            {
                connection.Bind(new NetworkCredential(plan.ReaderDn, plan.ReaderPassword));
            }
        }
        catch (LdapException e) when (e.ErrorCode == InvalidCredentials)
        {
            throw new ReaderRefusedException();
        }
    }

    private static IReadOnlyList<SearchResultEntry> Search(LdapConnection connection, DirectoryPlan plan, string filter, string attribute)
    {
        var request = new SearchRequest(plan.Base, filter, SearchScope.Subtree, attribute) { TimeLimit = plan.Timeout };
        return [.. ((SearchResponse)connection.SendRequest(request, plan.Timeout)).Entries.Cast<SearchResultEntry>()];
    }

    private static string? First(SearchResultEntry entry, string attribute) =>
        entry.Attributes[attribute] is { Count: > 0 } values ? values.GetValues(typeof(string)).OfType<string>().FirstOrDefault() : null;

    // Tells a wrong reading account, which an administrator must mend, from a wrong password, which a person typed.
    private sealed class ReaderRefusedException : Exception;
}

/// <summary>What the directory says; nobody when name or password is wrong.</summary>
internal sealed record DirectoryVerdict(DirectoryPerson? Person);

using Yakuba.Platform.Settings;

namespace Yakuba.Platform.Accounts.Directories;

/// <summary>Settings of sign-in through the municipality's own LDAP directory. The password of the reading account lies in a file, see <see cref="ReadingPassword"/>.</summary>
public static class DirectorySettings
{
    /// <summary>Where the directory is; empty switches it off.</summary>
    public static readonly Setting<string> Address = new(
        "accounts.directory-address", "", "ディレクトリのアドレス", "庁内のLDAPディレクトリ。ldap://ホスト名:389 または ldaps://ホスト名:636。空欄なら使わない。",
        text => text.Trim() is var address && (address.Length == 0 || DirectoryAddress.Parse(address) is not null) ? address : AccountsProblems.DirectoryAddress, text => text);

    /// <summary>Encrypts an <c>ldap://</c> connection before anything is sent.</summary>
    public static readonly Setting<bool> StartTls = SettingDefinition.Switch(
        "accounts.directory-starttls", true, "StartTLSを使う", "ldap://で接続した後、暗号化に切り替えてからやり取りする。ldaps://のときは使わない。証明書はOSが信頼する認証局で確かめる。");

    /// <summary>Below which entry people and groups are.</summary>
    public static readonly Setting<string> Base = SettingDefinition.Text(
        "accounts.directory-base", "", 400, "検索の起点（ベースDN）", "利用者を探し始める場所（例: dc=town,dc=sumino,dc=example）。");

    /// <summary>The account that searches; empty for none.</summary>
    public static readonly Setting<string> ReaderDn = SettingDefinition.Text(
        "accounts.directory-reader", "", 400, "検索に使うDN", "利用者を検索するアカウントのDN。パスワードは yakuba user directory-password で登録する。空欄なら匿名で検索する。");

    /// <summary>Finds the person; <c>{user}</c> stands for the name typed.</summary>
    public static readonly Setting<string> UserFilter = Filter(
        "accounts.directory-user-filter", "(uid={user})", "利用者の検索条件", "{user}が入力されたユーザー名になる。Active Directoryでは (sAMAccountName={user})。");

    /// <summary>Finds the person's groups; <c>{dn}</c> and <c>{user}</c> stand for the person.</summary>
    public static readonly Setting<string> GroupFilter = Filter(
        "accounts.directory-group-filter", "(|(member={dn})(uniqueMember={dn})(memberUid={user}))", "グループの検索条件", "{dn}が利用者のDN、{user}がユーザー名になる。");

    /// <summary>Which attribute is shown as the person's name.</summary>
    public static readonly Setting<string> NameAttribute = SettingDefinition.Text(
        "accounts.directory-name", "cn", 60, "氏名の属性", "画面に表示する氏名が入っている属性（例: cn、displayName）。");

    /// <summary>What a group gives.</summary>
    public static readonly Setting<GroupMapping> Groups = new(
        "accounts.directory-groups", GroupMapping.None, "グループの対応", "1行に1つ。「グループ名 => 職員」「グループ名 => @所属コード」「グループ名 => #機密性3」。どの役割もない人はサインインできない。",
        GroupMapping.Parse, mapping => mapping.Text);

    /// <summary>Seconds to wait for each answer.</summary>
    public static readonly Setting<int> TimeoutSeconds = SettingDefinition.Number(
        "accounts.directory-timeout-seconds", 5, 1, 60, "ディレクトリの応答を待つ時間", "これを過ぎると、つながらないものとして扱う。1〜60秒。");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<SettingDefinition> All { get; } =
        [Address, StartTls, Base, ReaderDn, UserFilter, GroupFilter, NameAttribute, Groups, TimeoutSeconds];

    private static Setting<string> Filter(string name, string @default, string title, string meaning) => new(
        name, @default, title, meaning,
        text => text.Trim() is { Length: > 2 and <= 400 } filter && filter[0] == '(' && filter[^1] == ')'
            && filter.Count(c => c == '(') == filter.Count(c => c == ')')
            && (filter.Contains("{user}", StringComparison.Ordinal) || filter.Contains("{dn}", StringComparison.Ordinal))
                ? filter
                : AccountsProblems.DirectoryFilter.With(title),
        text => text);
}

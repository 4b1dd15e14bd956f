namespace Yakuba.Platform.Accounts;

/// <summary>What people can meet when they sign in, and when they keep people, sections and tokens.</summary>
public static class AccountsProblems
{
    /// <summary>The endpoint needs a signed-in person.</summary>
    public static readonly Problem SignInNeeded = new("accounts-sign-in-needed", 401, "サインインが必要です。サインインしてから、もう一度行ってください。");

    /// <summary>The person lacks the right.</summary>
    public static readonly Problem NotAllowed = new("accounts-not-allowed", 403, "この操作を行う権限がありません。必要な場合は、管理者に役割の追加を依頼してください。");

    /// <summary>A one-time password must be replaced first.</summary>
    public static readonly Problem PasswordMustChange = new("accounts-password-must-change", 403, "最初に、仮のパスワードを自分のパスワードに変更してください。");

    /// <summary>A page of another site sent the request.</summary>
    public static readonly Problem CrossSite = new("accounts-cross-site", 403, "別のサイトから送られた操作のため、行いませんでした。Yakubaの画面を開き直して、そこから行ってください。");

    /// <summary>Wrong name or password. The same for a name that does not exist.</summary>
    public static readonly Problem WrongPassword = new("accounts-wrong-password", 401, "ユーザー名またはパスワードが違います。確かめて、もう一度入力してください。");

    /// <summary>Too many failures for this name.</summary>
    public static readonly Problem Locked = new("accounts-locked", 429, "サインインの失敗が続いたため、15分間サインインできません。時間をおいて行うか、管理者にパスワードの再発行を依頼してください。");

    /// <summary>The account is disabled. Said only after a right password.</summary>
    public static readonly Problem Disabled = new("accounts-disabled", 403, "このアカウントは停止されています。利用する必要がある場合は、管理者に連絡してください。");

    /// <summary>The token is unknown, expired or revoked.</summary>
    public static readonly Problem TokenRefused = new("accounts-token-refused", 401, "アクセストークンが正しくないか、期限切れか、取り消されています。新しいトークンを発行してください。");

    /// <summary>No such user.</summary>
    public static readonly Problem UnknownUser = new("accounts-unknown-user", 404, "その名前の利用者はいません。yakuba user list または利用者の一覧で確かめてください。");

    /// <summary>The user name is taken.</summary>
    public static readonly Problem UserNameTaken = new("accounts-user-name-taken", 409, "そのユーザー名はすでに使われています。別のユーザー名にしてください。");

    /// <summary>The user name has other characters than allowed.</summary>
    public static readonly Problem UserNameForm = new("accounts-user-name-form", 400, "ユーザー名は、半角の英小文字・数字・記号（. _ - @）で64文字までにしてください。");

    /// <summary>The display name is blank or too long.</summary>
    public static readonly Problem DisplayName = new("accounts-display-name", 400, "氏名を1〜80文字で入力してください。");

    /// <summary>The e-mail address is not one.</summary>
    public static readonly Problem Email = new("accounts-email", 400, "メールアドレスの形が正しくありません。確かめるか、空欄にしてください。");

    /// <summary>No such role.</summary>
    public static readonly Problem UnknownRole = new("accounts-unknown-role", 400, "その名前の役割はありません。職員、所属長、管理者、監査、法規担当のいずれかを指定してください。");

    /// <summary>No such label.</summary>
    public static readonly Problem UnknownLabel = new("accounts-unknown-label", 400, "その名前の区分はありません。公開、機密性1、機密性2、機密性3のいずれかを指定してください。");

    /// <summary>Somebody must hold at least one role.</summary>
    public static readonly Problem RoleNeeded = new("accounts-role-needed", 400, "役割を1つ以上選んでください。");

    /// <summary>No such section.</summary>
    public static readonly Problem UnknownSection = new("accounts-unknown-section", 404, "その名前の所属はありません。所属の一覧を確かめ、必要なら先に登録してください。");

    /// <summary>An old name that several sections had.</summary>
    public static readonly Problem AmbiguousSection = new("accounts-ambiguous-section", 409, "その名前は、今は複数の所属に分かれています。今の所属の名前かコードで指定してください。");

    /// <summary>The section's code or name does not fit.</summary>
    public static readonly Problem SectionForm = new("accounts-section-form", 400, "所属のコードは半角英数字とハイフンで20文字まで、名前は1〜60文字にしてください。上位の所属は登録済みのコードを指定してください。");

    /// <summary>The dates of a section are the wrong way round.</summary>
    public static readonly Problem SectionDates = new("accounts-section-dates", 400, "所属の終わりの日は、始まりの日より後にしてください。");

    /// <summary>The section's code is taken.</summary>
    public static readonly Problem SectionTaken = new("accounts-section-taken", 409, "そのコードの所属はすでにあります。別のコードにするか、登録済みの所属を変更してください。");

    /// <summary>The last administrator would be lost.</summary>
    public static readonly Problem LastAdministrator = new("accounts-last-administrator", 409, "管理者がいなくなるため、変更しませんでした。先に別の利用者を管理者にしてください。");

    /// <summary>The new password is too short or too simple.</summary>
    public static readonly Problem WeakPassword = new("accounts-weak-password", 400, "パスワードが短いか、推測されやすい内容です。十分な長さにし、ユーザー名や同じ文字の繰返しを避けてください。");

    /// <summary>The new password is the old one.</summary>
    public static readonly Problem SamePassword = new("accounts-same-password", 400, "今と同じパスワードは使えません。別のパスワードにしてください。");

    /// <summary>The new password was typed in two ways.</summary>
    public static readonly Problem PasswordsDiffer = new("accounts-passwords-differ", 400, "2回入力した新しいパスワードが一致しません。もう一度入力してください。");

    /// <summary>The password is kept by the directory.</summary>
    public static readonly Problem DirectoryPassword = new("accounts-directory-password", 409, "この利用者のパスワードは庁内のディレクトリで管理されています。ディレクトリの側で変更してください。");

    /// <summary>Name, rights or expiry of a token do not fit.</summary>
    public static readonly Problem TokenForm = new("accounts-token-form", 400, "トークンの名前（1〜60文字）、自分が持つ権限を1つ以上、1〜365日の期間を指定してください。");

    /// <summary>No such token of this person.</summary>
    public static readonly Problem UnknownToken = new("accounts-unknown-token", 404, "そのトークンはありません。一覧を開き直して選んでください。");

    /// <summary>The municipality's directory does not answer. Local accounts are not touched by it.</summary>
    public static readonly Problem DirectoryDown = new("accounts-directory-down", 503, "庁内のディレクトリ（LDAP）に接続できないため、サインインできません。しばらくしてから行うか、管理者に連絡してください。");

    /// <summary>The directory refuses Yakuba itself, or its settings cannot work.</summary>
    public static readonly Problem DirectorySetting = new("accounts-directory-setting", 500, "庁内のディレクトリ（LDAP）の設定に誤りがあるため、サインインできません。管理者はディレクトリの設定を確かめてください。");

    /// <summary>The directory knows the person, but no group gives a role here.</summary>
    public static readonly Problem DirectoryNoRole = new("accounts-directory-no-role", 403, "Yakubaを利用できるグループに登録されていません。利用する必要がある場合は、管理者に連絡してください。");

    /// <summary>The mapping of groups cannot be read.</summary>
    public static readonly Problem DirectoryGroups = new("accounts-directory-groups", 400, "グループの対応は「グループ名 => 職員」「グループ名 => @所属コード」「グループ名 => #機密性3」の形で、1行に1つ書いてください。");

    /// <summary>The address of the directory cannot be read.</summary>
    public static readonly Problem DirectoryAddress = new("accounts-directory-address", 400, "ディレクトリのアドレスは ldap://ホスト名:ポート または ldaps://ホスト名:ポート の形で書いてください。");

    /// <summary>The filter has no place for the name.</summary>
    public static readonly Problem DirectoryFilter = new("accounts-directory-filter", 400, "検索条件には {user} または {dn} を含め、かっこの数を合わせてください。");

    /// <summary>A passkey was not accepted.</summary>
    public static readonly Problem PasskeyRefused = new("accounts-passkey-refused", 400, "パスキーを確かめられませんでした。もう一度行うか、パスワードでサインインしてください。");

    /// <summary>Name of a passkey.</summary>
    public static readonly Problem PasskeyName = new("accounts-passkey-name", 400, "パスキーの呼び名を1〜60文字で入力してください。");

    /// <summary>No such passkey of this person.</summary>
    public static readonly Problem UnknownPasskey = new("accounts-unknown-passkey", 404, "そのパスキーはありません。画面を開き直して選んでください。");
}

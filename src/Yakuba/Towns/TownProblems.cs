using Yakuba.Platform;

namespace Yakuba.Towns;

/// <summary>What can be wrong with an installation of many municipalities, and what somebody at a town's door is told.</summary>
internal static class TownProblems
{
    internal static readonly Problem NoSuchAddress = new("town-no-such-address", 404, "このアドレスの画面はありません。お知らせしたアドレスと違っていないか確かめてください。");

    internal static readonly Problem Suspended = new("town-suspended", 503, "この窓口は、いま停止しています。急ぎの用件は、電話などで担当の課に問い合わせてください。");

    internal static readonly Problem Busy = new("town-busy", 429, "この団体への要求が一度に多く届いています。少し待ってから、もう一度行ってください。");

    internal static readonly Problem Ending = new("town-ending", 503, "サーバが終了するところです。少し待ってから、もう一度開いてください。");

    internal static readonly Problem NotOpened = new("town-not-opened", 503, "この団体のデータを開けませんでした。少し待ってから、もう一度開いてください。続くときは、サーバの担当者に知らせてください。");

    internal static readonly Problem AtOtherNode = new("town-at-other-node", 421, "この団体は、別のノード（サーバ）が受け持っています。そのノードのある機械で、もう一度行ってください。");

    internal static readonly Problem Moving = new("town-moving", 503, "この団体は、いま別のノード（サーバ）に移るところです。少し待ってから、もう一度開いてください。");

    internal static readonly Problem NodeNameWrong = new("town-node-name-wrong", 400, "ノードの名前が正しくありません。英小文字・数字・ハイフンで、30文字までの名前を --node に指定してください（例: node1）。");

    internal static readonly Problem NodeTwice = new("town-node-twice", 409, "同じ名前のノードが、すでに動いています。--node に、ほかのノードと違う名前を指定してください。");

    internal static readonly Problem OtherAct = new("town-other-act", 409, "別のノードで、団体の登録や書出しなどの操作が続いています。終わってから、もう一度行ってください。");

    internal static readonly Problem CodeWrong = new("town-code-wrong", 400, "団体コードが正しくありません。全国地方公共団体コードを、検査数字まで含めた6桁の数字で指定してください（例: 131016）。");

    internal static readonly Problem NameWrong = new("town-name-wrong", 400, "団体の名前は、1文字から40文字までです。名前を指定し直してください。");

    internal static readonly Problem HostWrong = new("town-host-wrong", 400, "ホスト名が正しくありません。英小文字・数字・ハイフンを点で区切った名前を、番号（ポート）やスラッシュを付けずに指定してください（例: kanda.example.lg.jp）。");

    internal static readonly Problem HostTaken = new("town-host-taken", 409, "このホスト名は、別の団体が使用しています。別のホスト名を指定してください。");

    internal static readonly Problem Exists = new("town-exists", 409, "この団体は、すでに登録されています。yakuba town list で確かめてください。");

    internal static readonly Problem Unknown = new("town-unknown", 404, "この団体コードの団体は、登録されていません。yakuba town list で確かめてください。");

    internal static readonly Problem Unfinished = new("town-unfinished", 409, "この団体は、登録または削除の途中です。同じコマンド（town add または town delete）をもう一度実行して、終わらせてください。");

    internal static readonly Problem ReasonMissing = new("town-reason-missing", 400, "停止の理由がありません。--reason で、1文字から400文字までの理由を書いてください。");

    internal static readonly Problem NotOpen = new("town-not-open", 409, "この団体は、すでに停止しています。再開するには yakuba town resume を実行してください。");

    internal static readonly Problem NotSuspended = new("town-not-suspended", 409, "この団体は停止していません。削除する前に、yakuba town suspend で停止し、yakuba town export で書き出してください。");

    internal static readonly Problem NotExported = new(
        "town-not-exported", 409, "停止してからの書出しがありません。何も消していません。先に yakuba town export を実行するか、書き出さずに消すときは --without-export を付けてください。");

    internal static readonly Problem NotConfirmed = new("town-not-confirmed", 400, "確認のための団体コードが一致しません。何も消していません。--confirm で、消す団体のコードをもう一度入力してください。");

    internal static readonly Problem HasPeople = new(
        "town-has-people", 409, "この団体には、すでに利用者がいます。サーバの操作者は利用者を追加できません。団体の管理者に、画面から追加するよう依頼してください。");

    internal static readonly Problem SchemaTaken = new(
        "town-schema-taken", 409, "データベースに、この団体と同じ名前のスキーマがすでにあります。何も変更していません。別のデータベースを指定するか、そのスキーマが不要なことを確かめて削除してください。");

    internal static readonly Problem OtherTown = new(
        "town-other-code", 409, "書き出したファイルは、別の団体コードの団体のものです。何も登録していません。ファイルの団体のコードを指定してください。");

    internal static readonly Problem FileUnreadable = new(
        "town-installation-unreadable", 422, "installation.json を読み取れません。--installation の指定が正しいか確認し、正しい場合は控えから戻してください。");

    internal static readonly Problem NoInstallation = new(
        "town-no-installation", 404, "このフォルダには、まだ団体が登録されていません。--installation の指定を確認するか、yakuba town add で最初の団体を登録してください。");

    internal static readonly Problem SingleTown = new(
        "town-single-data", 409, "このフォルダは、1つの団体のデータです。何も変更していません。--installation で、空のフォルダか新しい名前を指定してください。");

    internal static readonly Problem LogDamaged = new(
        "town-log-damaged", 500, "installation.log が、署名した内容とつながりません。書き換えられたか、古いものに戻されています。控えの installation.log・keys・record を確かめてください。新しく始めるときは、この3つを別の場所に移してください。");

    internal static readonly Problem NotASheet = new("town-not-a-sheet", 400, "控えの値を読み取れません。yakuba installation sheet が表示した件数と値を、\"件数 値\" の形で指定してください。");
}

using Yakuba.Platform;

namespace Yakuba.Office.Draft;

/// <summary>What can stand in the way of drafting.</summary>
public static class DraftProblems
{
    /// <summary>No such draft, or one that the person may not read: the two are never told apart.</summary>
    public static readonly Problem NoSuchDraft = new("draft-no-such-draft", 404, "その起案は見つかりません。起案の一覧を開き直して選んでください。");

    /// <summary>No such version.</summary>
    public static readonly Problem NoSuchVersion = new("draft-no-such-version", 404, "その版はありません。起案の画面の「これまでの版」から選んでください。");

    /// <summary>No such template.</summary>
    public static readonly Problem NoSuchTemplate = new("draft-no-such-template", 404, "その種類のひな形はありません。「起案する」の画面にある種類から選んでください。");

    /// <summary>The person does not belong to the section.</summary>
    public static readonly Problem NotYourSection = new("draft-not-your-section", 403, "その課の起案はできません。自分の所属する課を選んでください。");

    /// <summary>The person belongs to no section.</summary>
    public static readonly Problem NoSection = new("draft-no-section", 403, "所属する課がないため起案できません。管理者に所属の登録を依頼してください。");

    /// <summary>The person may read it and not write it.</summary>
    public static readonly Problem NotYourDraft = new("draft-not-yours", 403, "この起案を変更できるのは、起案した課の職員です。直してほしいところは、差戻しの意見に書いてください。");

    /// <summary>The draft is not in a state for this.</summary>
    public static readonly Problem WrongState = new("draft-wrong-state", 409, "起案の今の状態では、この操作はできません。画面を開き直し、状態を確認してください。");

    /// <summary>Somebody saved it meanwhile.</summary>
    public static readonly Problem ChangedMeanwhile = new("draft-changed-meanwhile", 409, "編集している間に、ほかの人がこの起案を保存しました。あなたが入力した内容はこの画面に残してあります。新しい版と見比べてから保存し直してください。");

    /// <summary>A part is too long.</summary>
    public static readonly Problem PartLength = new("draft-part-length", 400, "入力が長すぎます。件名は200文字、そのほかは各20,000文字以内にしてください。長い資料は別の文書にして添付してください。");

    /// <summary>A fact is too long.</summary>
    public static readonly Problem FactLength = new("draft-fact-length", 400, "項目の入力が長すぎます。1行の項目は200文字、複数行の項目は4,000文字以内にしてください。");

    /// <summary>A fact is no day.</summary>
    public static readonly Problem FactDate = new("draft-fact-date", 400, "項目の日付を読み取れません。暦から選ぶか、2026-04-01 の形で入力してください。");

    /// <summary>A fact is no amount.</summary>
    public static readonly Problem FactAmount = new("draft-fact-amount", 400, "金額を読み取れません。12000 のように数字だけで入力してください。");

    /// <summary>A fact has several lines where one is wanted.</summary>
    public static readonly Problem FactLine = new("draft-fact-line", 400, "この項目は1行で入力してください。");

    /// <summary>Facts for slots that the template does not have.</summary>
    public static readonly Problem UnknownFact = new("draft-unknown-fact", 400, "ひな形にない項目が送られました。何も保存していません。ひな形の項目の名前を確認してください。");

    /// <summary>A part that no document has.</summary>
    public static readonly Problem UnknownPart = new("draft-unknown-part", 400, "文書の部分の名前が正しくありません。addressee、issuer、subject、body、items、attachment、contact のいずれかを指定してください。");

    /// <summary>A label that is none.</summary>
    public static readonly Problem UnknownLabel = new("draft-unknown-label", 400, "その公開範囲はありません。公開、機密性1、機密性2、機密性3から選んでください。");

    /// <summary>A state that is none.</summary>
    public static readonly Problem UnknownState = new("draft-unknown-state", 400, "その状態はありません。writing、circulating、returned、approved、issued、dropped のいずれかを指定してください。");

    /// <summary>Key or name of a template do not fit.</summary>
    public static readonly Problem TemplateName = new("draft-template-name", 400, "ひな形の記号は半角の英小文字・数字・ハイフンで30文字まで、名前は1〜30文字にしてください。");

    /// <summary>A slot of a template does not fit.</summary>
    public static readonly Problem TemplateSlot = new("draft-template-slot", 400, "ひな形の項目は40個まで、名前は1〜30文字で、波かっこや縦棒を含まないものにしてください。");

    /// <summary>Two slots of one name.</summary>
    public static readonly Problem TemplateSlotTwice = new("draft-template-slot-twice", 400, "同じ名前の項目が2つあるか、もともと使える項目と同じ名前です。名前を変えてください。");

    /// <summary>A template is too long.</summary>
    public static readonly Problem TemplateTooLong = new("draft-template-too-long", 400, "ひな形が長すぎます。本文などを合わせて20,000文字以内にしてください。");

    /// <summary>A line names a field that nothing fills.</summary>
    public static readonly Problem TemplateUnknownField = new("draft-template-unknown-field", 400, "ひな形に、どこにもない項目があります。何も保存していません。項目の一覧に加えるか、波かっこの中の名前を直してください。");

    /// <summary>A number without its number.</summary>
    public static readonly Problem NumberPattern = new("draft-number-pattern", 400, "文書番号の形には {番号} を1つ入れてください。");

    /// <summary>A value of a template is none of those that are known, or holds control characters.</summary>
    public static readonly Problem TemplateValue = new("draft-template-value", 400, "ひな形に、使えない値や文字があります。何も保存していません。項目の種類、文書の形、見えない文字がないかを確かめてください。");

    /// <summary>The writer could not read the own draft.</summary>
    public static readonly Problem LabelAboveClearance = new("draft-label-above-clearance", 403, "あなたが扱える範囲より上の公開範囲では起案できません。公開範囲を下げるか、扱える人に起案を依頼してください。");

    /// <summary>Nothing was changed.</summary>
    public static readonly Problem NothingChanged = new("draft-nothing-changed", 409, "変わったところがないので、保存しませんでした。決裁の状態もそのままです。直してから保存してください。");

    /// <summary>A pack cannot be read.</summary>
    public static readonly Problem PackForm = new("draft-pack-form", 400, "ひな形のファイルを読み取れません。何も取り込んでいません。Yakubaで書き出したファイルか、書式の説明どおりのファイルを選んでください。");

    /// <summary>Facts are still missing.</summary>
    public static readonly Problem NotFilledIn = new("draft-not-filled-in", 409, "まだ埋まっていない項目があるため、決裁に回せません。編集の画面で〔 〕のところを埋めてください。");

    /// <summary>No such route.</summary>
    public static readonly Problem NoSuchRoute = new("draft-no-such-route", 400, "その決裁の経路はありません。文書規程の画面で経路を登録するか、登録してある経路を選んでください。");

    /// <summary>A route leads back to itself, or asks one person twice.</summary>
    public static readonly Problem RouteLoops = new("draft-route-loops", 409, "決裁の経路が一回りして、同じところに戻っています。文書規程の画面で経路か職を直してください。");

    /// <summary>Nobody holds a post of the route.</summary>
    public static readonly Problem RouteNobody = new("draft-route-nobody", 409, "決裁の経路に、だれも就いていない職があります。文書規程の画面でその職の人を登録してください。");

    /// <summary>No rule says whom to ask for a view.</summary>
    public static readonly Problem NoConsulted = new("draft-no-consulted", 409, "合議で尋ねる職が決まっていません。文書規程の経路に「合議：課長」のように加えてください。");

    /// <summary>Somebody on the route has no account that works.</summary>
    public static readonly Problem ApproverGone = new("draft-approver-gone", 409, "決裁の経路に、今は利用していない人がいます。文書規程の画面で、その職を今の人に直してください。");

    /// <summary>Somebody on the route may not approve or may not read it.</summary>
    public static readonly Problem ApproverMayNot = new("draft-approver-may-not", 409, "決裁の経路に、この公開範囲の起案を扱えない人がいます。利用者の画面で役割と読める文書の上限を確かめるか、別の経路を選んでください。");

    /// <summary>The last word would be the author's own.</summary>
    public static readonly Problem OwnApproval = new("draft-own-approval", 409, "自分の起案を自分で決裁することはできません。上の職まで回る経路を選ぶか、代わりの人に頼んでください。");

    /// <summary>The step is somebody else's.</summary>
    public static readonly Problem NotYourTurn = new("draft-not-your-turn", 403, "この起案は、今はあなたの番ではありません。決裁待ちの一覧を開き直して確認してください。");

    /// <summary>A remark is missing or too long.</summary>
    public static readonly Problem RemarkLength = new("draft-remark-length", 400, "意見は1,000文字以内にしてください。差し戻すときは、直してほしいところを必ず書いてください。");

    /// <summary>It lacks an approval.</summary>
    public static readonly Problem NotApproved = new("draft-not-approved", 409, "今の文の決裁がすべて済んでいないため、施行できません。もう一度決裁に回してください。");

    /// <summary>A field of the number is not known.</summary>
    public static readonly Problem NumberUnfilled = new("draft-number-unfilled", 409, "文書番号に入れる言葉がわからないため、施行していません。設定の自治体名か、文書規程の番号の形を直してください。");

    /// <summary>The rules are too long.</summary>
    public static readonly Problem RegulationTooLong = new("draft-regulation-too-long", 400, "文書規程が長すぎます。合わせて40,000文字以内にしてください。");

    /// <summary>A line of posts cannot be read.</summary>
    public static readonly Problem PostForm = new("draft-post-form", 400, "職の行を読み取れません。「税務課 課長 利用者名 代決 利用者名」の形で書いてください。");

    /// <summary>A post names nobody who has an account.</summary>
    public static readonly Problem PostPerson = new("draft-post-person", 400, "職の行にある利用者が見つかりません。利用者名か氏名を確かめてください。");

    /// <summary>Two holders of one post.</summary>
    public static readonly Problem PostTwice = new("draft-post-twice", 400, "同じ課の同じ職が2行あります。どちらか1行にしてください。");

    /// <summary>A line of routes cannot be read.</summary>
    public static readonly Problem RouteForm = new("draft-route-form", 400, "経路の行を読み取れません。「部長決裁：係長→課長（2日）→部長」の形で、名前を変えて書いてください。");

    /// <summary>A line of numbers cannot be read.</summary>
    public static readonly Problem NumberForm = new("draft-number-form", 400, "番号の行を読み取れません。「通知＝{団体略}{課略}第{番号}号」または「略称 税務課＝税」の形で書いてください。");

    /// <summary>No such passage, or one that the person may not read.</summary>
    public static readonly Problem NoSuchPassage = new("draft-no-such-passage", 404, "その文は見つかりません。出典の画面で探し直して選んでください。");

    /// <summary>The section that drafts may not read the source.</summary>
    public static readonly Problem SourceOfOthers = new("draft-source-of-others", 403, "ほかの課だけが読めるものなので、この課の起案には入れられません。その課に、閲覧できる課の追加を依頼してください。");

    /// <summary>The paper cannot be written.</summary>
    public static readonly Problem NoPaper = new("draft-no-paper", 422, "この起案は文書のファイルにできません。本文や記の内容を確かめてください。");

    /// <summary>The file cannot be written.</summary>
    public static readonly Problem NotWritten = new("draft-not-written", 400, "ファイルに書き込めません。フォルダがあるか、書き込めるかを確かめてください。");

    /// <summary>A line of slots cannot be read.</summary>
    public static readonly Problem SlotLine = new("draft-slot-line", 400, "項目の行を読み取れません。「名前｜1行｜必須｜説明｜例」の形で書いてください。");
}

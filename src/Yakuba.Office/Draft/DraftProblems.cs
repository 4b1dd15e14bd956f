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
    public static readonly Problem FactLength = new("draft-fact-length", 400, "項目の入力が長すぎます。4,000文字以内にしてください。");

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

    /// <summary>A pack cannot be read.</summary>
    public static readonly Problem PackForm = new("draft-pack-form", 400, "ひな形のファイルを読み取れません。何も取り込んでいません。Yakubaで書き出したファイルか、書式の説明どおりのファイルを選んでください。");
}
